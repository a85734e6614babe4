import { groupBy } from '#core/kernel/group-by.ts';
import { ANSWERING_ROLES, ITEM_KINDS, type AgencyRole, type ItemKind } from '#core/plan/plan-item.ts';
import { buildRegisterEntries, type RegisterEntry } from '#core/plan/register-entry.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import { buildFormat } from '#web/i18n/format.ts';
import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';
import { summaryOf } from '#features/plan-import/preview.ts';

const both = (choose: (words: typeof vi) => string): string => `${choose(vi)} · ${choose(en)}`;
const numbered = (number: number, words: string): string => `${String(number).padStart(5)}  ${words}`;

const titleOf = (head: {
  readonly docType: string | null;
  readonly docNumber: string | null;
  readonly year?: number | null;
  readonly subjectLine: string | null;
}): string =>
  [head.docType, head.docNumber, head.year, head.subjectLine]
    .filter((part) => part !== null && part !== undefined)
    .join(' · ');

const answers = (role: AgencyRole): boolean => ANSWERING_ROLES.some((answering) => answering === role);

const leadOf = (entry: RegisterEntry): string => {
  const names = entry.agencies.filter(({ role }) => answers(role)).map(({ name }) => name);
  if (names.length > 0) return names.join(', ');
  return entry.leadRaw ?? (entry.kind === 'task' ? both(({ noLead }) => noLead) : '');
};

const placed = (line: number | null, parts: readonly (string | null)[]): string =>
  [String(line ?? '–').padStart(5), parts.filter((part) => part !== null && part !== '').join(' · ')].join(
    '  ',
  );

const section = (kind: ItemKind, entries: readonly RegisterEntry[]): readonly string[] => [
  '',
  `${both(({ kinds }) => kinds[kind])}: ${String(entries.length)}`,
  ...entries.map((entry) => placed(entry.reading.line, [entry.name, summaryOf(entry), leadOf(entry)])),
];

/** A reading for people: its head, a heading with the items for each register, and at the end all warnings. */
export const readingLines = (reading: PlanReading): readonly string[] => {
  const entries = groupBy(buildRegisterEntries(reading), ({ kind }) => kind);
  const { document, warnings } = reading;
  return [
    titleOf({ ...document, year: document.year ?? null }),
    ...ITEM_KINDS.flatMap((kind) => section(kind, entries.get(kind) ?? [])),
    '',
    `${both((words) => words.warnings)}: ${String(warnings.length)}`,
    ...warnings.map(({ code, line, quote }) =>
      placed(line, [
        both(({ warningWords }) => warningWords.codes[code] ?? warningWords.other),
        quote ? `“${quote}”` : null,
      ]),
    ),
  ];
};

/** What one call of the command did with a file. */
export interface Imported extends Pick<
  PlanImportPreview,
  'import' | 'counts' | 'unknownAgencies' | 'warnings'
> {
  /** The file had been offered by an earlier call. */
  readonly repeated: boolean;
  /** This very call entered it into the registers. */
  readonly acceptedNow: boolean;
  /** Statements whose values differ from the registered ones. */
  readonly differing: readonly Pick<PlanImportPreview['items'][number], 'name' | 'differences'>[];
}

const differenceLines = (differing: Imported['differing']): readonly string[] =>
  differing.length === 0
    ? []
    : [
        both(({ differences }) => differences),
        ...differing.flatMap(({ name, differences }) => [
          `  ${name}`,
          ...differences.map(({ field, registered, read }) => {
            const label = both(({ fields, otherField }) => fields[field] ?? otherField);
            const [before, after] = [registered, read].map((text) => text ?? both(({ blank }) => blank));
            return `    ${label}: ${String(before)} → ${String(after)}`;
          }),
        ]),
      ];

const attentionLines = ({ unknownAgencies, warnings, differing }: Imported): readonly string[] => [
  numbered(
    warnings.length,
    both((words) => words.warnings),
  ),
  ...(unknownAgencies.length > 0 ? [`${both((words) => words.unknownAgencies)}:`] : []),
  ...unknownAgencies.map(({ nameAsWritten, count }) => numbered(count, nameAsWritten)),
  ...differenceLines(differing),
];

const OUTCOMES = ['added', 'quoted', 'replaced', 'unchanged', 'excluded'] as const;
const OUTCOMES_ELSEWHERE = ['amended', 'takenOver', 'mentioned', 'ended'] as const;
const MATCHES = ['new', 'same', 'gains-quote', 'differs'] as const;

const stateLines = (imported: Imported): readonly string[] => {
  const { id, outcome, decidedAt, state } = imported.import;
  if (imported.acceptedNow && outcome) {
    return [
      ...[...OUTCOMES, ...OUTCOMES_ELSEWHERE.filter((key) => outcome[key] !== undefined)].map((key) =>
        numbered(
          outcome[key] ?? 0,
          both((words) => words.outcome[key]),
        ),
      ),
      ...attentionLines(imported),
      both(({ registered }) => registered),
    ];
  }
  if (state !== 'draft') {
    const at = decidedAt ?? imported.import.uploadedAt;
    return [
      vi.registeredBefore(buildFormat('vi').instant(at)),
      en.registeredBefore(buildFormat('en').instant(at)),
    ];
  }
  return [
    ...(imported.repeated ? [both(({ offeredBefore }) => offeredBefore)] : []),
    ...MATCHES.map((key) =>
      numbered(
        imported.counts[key],
        both((words) => words.matches[key]),
      ),
    ),
    ...attentionLines(imported),
    vi.draft(id),
    en.draft(id),
  ];
};

/** An import for people: what this call changed, or that the file was registered before. */
export const importLines = (imported: Imported): readonly string[] => [
  titleOf(imported.import),
  ...stateLines(imported),
];
