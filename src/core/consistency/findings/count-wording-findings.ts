import { findingId, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type { ConsistencyInput, TargetRecord } from '#core/consistency/records/records.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';

// "tin, bài/năm" and "tin bài" count the same things.
const countedUnit = (unit: string): string =>
  searchKey(unit)
    .replace(/\/.*$/u, '')
    .replace(/[^a-z ]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** Units of size say nothing about what is counted: a number of them proves no common subject. */
const UNSPECIFIC: ReadonlySet<string> = new Set([
  '',
  'diem',
  'lan',
  'cap do',
  'dong',
  'trieu dong',
  'ty dong',
]);

// What one body must count out in one year, in the same number and of the same things, is one assignment.
const keyOf = (target: TargetRecord): string | undefined => {
  const [lead, ...others] = target.leads;
  const unit = countedUnit(target.unit ?? '');
  if (UNSPECIFIC.has(unit) || target.value === null || target.year === null) return undefined;
  if (lead === undefined || lead.code === null || others.length > 0) return undefined;
  return [target.place.documentId, target.year, lead.code, unit, target.value].join('|');
};

const buildFinding = (targets: readonly TargetRecord[]): Finding => ({
  id: findingId(
    'comparator-conflict',
    targets[0]?.year ?? null,
    targets.map(({ place }) => place),
  ),
  kind: 'comparator-conflict',
  severity: 'low',
  subject: targets.map(({ name }) => name).reduce((best, name) => (name.length < best.length ? name : best)),
  indicatorCode: targets.find(({ indicatorCode }) => indicatorCode !== null)?.indicatorCode ?? null,
  year: targets[0]?.year ?? null,
  statements: targets.map(({ place, name, year, comparator, value, unit }) => ({
    ...statementAt('target', place, name),
    ...{ fromYear: year, year, comparator, value, unit },
  })),
  computed: null,
  difference: null,
  populationsDiffer: false,
  subjectsDiffer: false,
});

const isStrict = ({ comparator }: TargetRecord): boolean => comparator === '>';
const isLoose = ({ comparator }: TargetRecord): boolean => comparator === '>=' || comparator === '=';

/** Numbers that one agency must reach in one document, "more than" in one place and "at least" in another. */
export const findCountWordings = (input: ConsistencyInput): readonly Finding[] =>
  [...groupBy(input.targets, (target) => keyOf(target) ?? '')].flatMap(([key, targets]) =>
    key !== '' && targets.some(isStrict) && targets.some(isLoose) ? [buildFinding(targets)] : [],
  );
