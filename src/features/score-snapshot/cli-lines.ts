import type { DataItem, DataValue } from '#core/scoring/data-value.ts';
import { english } from '#core/scoring/wording/en.ts';
import { namesOf } from '#core/scoring/wording/scoring-wording.ts';
import { vietnamese } from '#core/scoring/wording/vi.ts';
import { type Language, writePoints, writeRange } from '#server/cli/write-figures.ts';
import type {
  ComparedSide,
  PublishedChange,
  ScoreSnapshotList,
  SnapshotComparison,
  SnapshotSummary,
  SnapshotVerification,
} from './contract.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

const TEXTS = { vi, en } as const satisfies Record<Language, typeof vi>;
const WORDINGS = { vi: vietnamese, en: english } as const;

/** One snapshot that was just taken. */
export const takenLines = (snapshot: SnapshotSummary, language: Language): readonly string[] => {
  const words = TEXTS[language];
  return [
    words.taken(snapshot.name, words.kinds[snapshot.kind], writeRange(snapshot.points, language)),
    words.hash(snapshot.contentHash),
    snapshot.id,
  ];
};

const snapshotLine = (snapshot: SnapshotSummary, language: Language): string =>
  [
    snapshot.id,
    snapshot.takenAt,
    TEXTS[language].kinds[snapshot.kind],
    String(snapshot.year),
    writeRange(snapshot.points, language),
    snapshot.name,
  ].join('\t');

/** The snapshots of a score beside what the present data give. */
export const listLines = (list: ScoreSnapshotList, language: Language): readonly string[] => {
  const words = TEXTS[language];
  return [
    `${list.framework.title[language]} – ${list.subject.name}`,
    words.presentPoints(writeRange(list.present, language)),
    ...(list.items.length === 0
      ? [words.none]
      : list.items.map((snapshot) => snapshotLine(snapshot, language))),
  ];
};

const nameOf = ({ snapshot }: ComparedSide, language: Language): string =>
  snapshot?.name ?? TEXTS[language].present;

const signed = (text: string, language: Language): string =>
  text.startsWith('-') || !/[1-9]/.test(text)
    ? writePoints(text, language)
    : `+${writePoints(text, language)}`;

const differenceOf = ({ low, high }: PublishedChange['difference'], language: Language): string =>
  low === high ? signed(low, language) : `${signed(low, language)} … ${signed(high, language)}`;

const row = (code: string, change: PublishedChange, name: string, language: Language): string =>
  [
    code.padEnd(6),
    (change.before ? writeRange(change.before, language) : '–').padStart(13),
    (change.after ? writeRange(change.after, language) : '–').padStart(13),
    differenceOf(change.difference, language).padStart(17),
    ` ${name}`,
  ].join(' ');

const hasMoved = ({ difference }: Pick<PublishedChange, 'difference'>): boolean =>
  /[1-9]/.test(difference.low) || /[1-9]/.test(difference.high);

const valueText = (item: DataItem, value: DataValue | null, language: Language): string => {
  if (value === null) return TEXTS[language].notAsked;
  const names = { ...namesOf([item], language), item: () => '' };
  return WORDINGS[language].step({ kind: 'value', item: item.code, value }, names).replace(/^:\s*/, '');
};

const inputLines = ({ items }: SnapshotComparison, language: Language): readonly string[] => {
  const words = TEXTS[language];
  if (items.length === 0) return [words.noInputs];
  return [
    `${words.inputs}:`,
    ...items.map(
      ({ item, before, after }) =>
        `  ${item.code}  ${item.name[language]}: ${valueText(item, before, language)} → ${valueText(item, after, language)}`,
    ),
  ];
};

const fieldLines = (comparison: SnapshotComparison, language: Language): readonly string[] => {
  const words = TEXTS[language];
  const changed = comparison.components.flatMap(({ code, presence, changedFields }) => {
    if (presence !== 'both') return [`  ${code}  ${words[presence]}`];
    if (changedFields.length === 0) return [];
    return [`  ${code}  ${changedFields.map((field) => words.field[field]).join(', ')}`];
  });
  const policies = comparison.policiesChanged ? [`  ${words.policies}`] : [];
  return changed.length + policies.length === 0 ? [] : [`${words.fields}:`, ...policies, ...changed];
};

/** Two scores compared: what moved, which data changed, what changed in the framework. */
export const comparisonLines = (comparison: SnapshotComparison, language: Language): readonly string[] => {
  const words = TEXTS[language];
  const { before, after, total, rounding } = comparison;
  const { columns } = words;
  return [
    words.from(nameOf(before, language), nameOf(after, language)),
    [
      columns.code.padEnd(6),
      columns.before.padStart(13),
      columns.after.padStart(13),
      columns.difference.padStart(17),
      ` ${columns.name}`,
    ].join(' '),
    ...comparison.components
      .filter(({ change, presence }) => presence !== 'both' || hasMoved(change))
      .map(({ code, change, name }) => row(code, change, name[language], language)),
    ...(hasMoved({ difference: rounding })
      ? [row('', { before: null, after: null, difference: rounding }, words.rounding, language)]
      : []),
    row('', total, words.total, language),
    ...inputLines(comparison, language),
    ...fieldLines(comparison, language),
  ];
};

/** Whether a snapshot is still as it was taken, and if not, in what. */
export const verificationLine = (
  { name, verification }: { readonly name: string; readonly verification: SnapshotVerification },
  language: Language,
): string => {
  const words = TEXTS[language];
  const broken = (['content', 'framework', 'score'] as const).filter((part) => !verification[part]);
  return [
    verification.contentHash.slice(0, 12),
    verification.holds ? words.holds : broken.map((part) => words.broken[part]).join(', '),
    name,
  ].join('\t');
};
