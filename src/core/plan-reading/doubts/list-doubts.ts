import { tidy } from '#core/kernel/text.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import { listEntryLines, type RegisterEntry } from '#core/plan/register-entry.ts';
import type { PlanReading, ReadValue, TaskReading } from '#core/plan-reading/reading.ts';

/** Why the reading of an item may be wrong, the gravest first. */
export const READING_DOUBTS = [
  'source-defect',
  'warning',
  'broken-name',
  'long-name',
  'no-value',
  'odd-value',
  'no-unit',
  'no-lead',
  'unknown-agency',
  'no-deadline',
  'unread-deadline',
  'no-number',
  'irregular',
  'inside-sentence',
] as const;
export type ReadingDoubt = (typeof READING_DOUBTS)[number];

/** What an item is judged beside: the agencies that are known, and the lines at which the reading warns. */
export interface DoubtContext {
  readonly directory: AgencyDirectory;
  readonly warnedLines: ReadonlySet<number>;
  /** Most tasks of the plan have a deadline, so that one without may have lost it. */
  readonly setsDeadlines: boolean;
}

// What a warning says about a line that may have gone into the item on it; other warnings tell of the document.
const WARNS_OF_ITEM = /^(?:row|item|column|number|date)\./u;

// Duties under the heading of an agency have no time of their own.
const isTimed = ({ kind }: TaskReading): boolean => kind !== 'assignment';

const countTimed = (tasks: readonly TaskReading[]): number =>
  tasks.filter((task) => isTimed(task) && task.deadline !== null).length;

/** Prepares what the items of a reading are judged beside. */
export const buildDoubtContext = (
  { warnings, tasks }: Pick<PlanReading, 'warnings' | 'tasks'>,
  directory: AgencyDirectory,
): DoubtContext => ({
  directory,
  setsDeadlines: countTimed(tasks) * 2 > tasks.filter(isTimed).length,
  warnedLines: new Set(
    warnings.flatMap(({ code, line }) => (WARNS_OF_ITEM.test(code) && line !== null ? [line] : [])),
  ),
});

// A name that goes on below or began above: half of a row, or a sentence cut in its middle.
const BREAKS_OFF = /(?:[,;:(–-]|(?<!\p{L})(?:và|hoặc|của|cho|với|các|theo|tại|về|từ|đến|trên|để|là))$/iu;
const BEGINS_INSIDE = /^(?:[,;.):–-]|(?:và|hoặc|của|là)\s)/iu;
const LONGEST_NAME = 400;
const SHORTEST_NAME = 4;

const nameDoubts = ({ name }: RegisterEntry): readonly ReadingDoubt[] => {
  if (name.length > LONGEST_NAME) return ['long-name'];
  const broken = BREAKS_OFF.test(name) || BEGINS_INSIDE.test(name) || name.length < SHORTEST_NAME;
  return broken ? ['broken-name'] : [];
};

const numbersOf = (value: ReadValue): readonly number[] =>
  value === null ? [] : typeof value === 'number' ? [value] : value;

const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1990 && value <= 2100;

const valueDoubts = ({
  value,
  unit,
  comparator,
}: {
  readonly value: ReadValue;
  readonly unit: string | null;
  readonly comparator: string;
}): readonly ReadingDoubt[] => {
  const numbers = numbersOf(value);
  if (numbers.length === 0) return comparator === 'qualitative' ? [] : ['no-value'];
  const odd = numbers.some((number) => (unit === null && isYear(number)) || (unit === '%' && number > 100));
  if (odd && !comparator.startsWith('increase')) return ['odd-value'];
  return unit === null ? ['no-unit'] : [];
};

const taskDoubts = (entry: RegisterEntry, lacksDeadline: boolean): readonly ReadingDoubt[] => {
  const isLed = entry.agencies.some(({ role }) => role === 'lead');
  return [...(isLed ? [] : (['no-lead'] as const)), ...(lacksDeadline ? (['no-deadline'] as const) : [])];
};

const ownDoubts = (entry: RegisterEntry, { setsDeadlines }: DoubtContext): readonly ReadingDoubt[] => {
  switch (entry.kind) {
    case 'target':
      return [
        ...valueDoubts(entry.reading),
        ...(entry.reading.embedded ? (['inside-sentence'] as const) : []),
      ];
    case 'result':
      return valueDoubts(entry.reading);
    case 'task':
      return taskDoubts(entry, setsDeadlines && isTimed(entry.reading) && entry.due === null);
    case 'project':
    case 'gap':
      return entry.agencies.length === 0 ? ['no-lead'] : [];
    case 'indicator-score':
      return entry.reading.scores.every(({ value }) => value === null) ? ['no-value'] : [];
    case 'reporting-duty':
      return entry.reading.frequency === 'other' ? ['irregular'] : [];
    case 'cited-document':
      return entry.reading.docNumber === null && entry.reading.role !== 'planned' ? ['no-number'] : [];
    case 'resource':
      return entry.reading.total === null && entry.reading.amounts.every(({ value }) => value === null)
        ? ['no-value']
        : [];
  }
};

/** Reasons to look at an item before trusting it; none for a sure reading. The same item always gives the same reasons. */
export const listDoubts = (entry: RegisterEntry, context: DoubtContext): readonly ReadingDoubt[] => {
  const { directory, warnedLines } = context;
  const found = new Set<ReadingDoubt>([...nameDoubts(entry), ...ownDoubts(entry, context)]);
  if (tidy(entry.reading.sourceDefect ?? '') !== '') found.add('source-defect');
  if (listEntryLines(entry).some((line) => warnedLines.has(line))) found.add('warning');
  if (entry.agencies.some(({ name }) => directory.find(name).length !== 1)) found.add('unknown-agency');
  if (entry.due?.kind === 'other') found.add('unread-deadline');
  return READING_DOUBTS.filter((doubt) => found.has(doubt));
};
