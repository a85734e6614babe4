import type { PlanImportOutcome } from '#features/plan-import/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import type { PlanImportWords } from './messages.ts';

const PARTS = ['added', 'quoted', 'replaced', 'unchanged', 'excluded'] as const;

/** What an accepted import did: "thêm 12, bổ sung trích dẫn 40 và giữ nguyên 3". */
export const describeOutcome = (outcome: PlanImportOutcome, words: PlanImportWords, format: Format): string =>
  format.list(
    PARTS.filter((part) => outcome[part] > 0).map((part) =>
      words.outcome[part](format.number(outcome[part])),
    ),
  );
