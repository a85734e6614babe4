import type { PlanImportOutcome } from '#features/plan-import/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import type { PlanImportWords } from './messages.ts';

const PARTS = [
  'added',
  'amended',
  'takenOver',
  'ended',
  'quoted',
  'replaced',
  'mentioned',
  'unchanged',
  'excluded',
] as const;

/** What an accepted import did: "thêm 12, bổ sung trích dẫn 40 và giữ nguyên 3". */
export const describeOutcome = (
  outcome: PlanImportOutcome,
  words: PlanImportWords,
  format: Format,
): string => {
  const parts = PARTS.map((part) => [part, outcome[part] ?? 0] as const).filter(([, count]) => count > 0);
  return parts.length === 0
    ? words.outcome.nothing
    : format.list(parts.map(([part, count]) => words.outcome[part](format.number(count))));
};
