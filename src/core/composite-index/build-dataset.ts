import { checkStructure, orderAggregates } from './check-structure.ts';
import { type CompositeFinding, compositeFinding, type Unusable } from './composite-finding.ts';
import type { Dataset } from './dataset.ts';
import type { Cell, DatasetInput } from './dataset-input.ts';

const MISSING = new Set(['', 'NA', 'n/a', '-']);
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/iu;

const readCell = (cell: Cell | undefined): number | 'missing' | 'text' | 'not-finite' => {
  if (cell === null || cell === undefined) return 'missing';
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : 'not-finite';
  const text = cell.trim();
  if (MISSING.has(text)) return 'missing';
  if (!NUMBER.test(text)) return /^[+-]?(nan|inf(inity)?)$/iu.test(text) ? 'not-finite' : 'text';
  return Number.isFinite(Number(text)) ? Number(text) : 'not-finite';
};

const readColumn = (
  code: string,
  cells: readonly Cell[],
  subjects: readonly string[],
  into: Float64Array,
): readonly CompositeFinding[] => {
  if (cells.length !== subjects.length) {
    const details = { cells: cells.length, subjects: subjects.length };
    return [compositeFinding('column-length', { code }, details)];
  }
  return subjects.flatMap((subject, row) => {
    const read = readCell(cells[row]);
    into[row] = typeof read === 'number' ? read : Number.NaN;
    if (typeof read === 'number' || read === 'missing') return [];
    const wrong = read === 'text' ? 'text-in-number-column' : 'number-not-finite';
    return [compositeFinding(wrong, { subject, code }, { cell: String(cells[row]) })];
  });
};

const repeatedOf = (codes: readonly string[]): readonly string[] => [
  ...new Set(codes.filter((code, place) => codes.indexOf(code) !== place)),
];

const checkSubjects = ({ subjects, expectedSubjects }: DatasetInput): readonly CompositeFinding[] => {
  const present = new Set(subjects);
  return [
    ...repeatedOf(subjects).map((subject) => compositeFinding('subject-repeated', { subject })),
    ...(expectedSubjects ?? [])
      .filter((subject) => !present.has(subject))
      .map((subject) => compositeFinding('subject-missing', { subject })),
  ];
};

const checkGroups = ({ groups = {}, subjects }: DatasetInput): readonly CompositeFinding[] =>
  Object.entries(groups).flatMap(([code, names]) =>
    subjects
      .filter((_, row) => (names[row] ?? '').trim() === '')
      .map((subject) => compositeFinding('group-missing', { subject, code })),
  );

const readValues = (input: DatasetInput): { values: Float64Array; findings: readonly CompositeFinding[] } => {
  const height = input.subjects.length;
  const values = new Float64Array(height * input.indicators.length).fill(Number.NaN);
  const findings = input.indicators.flatMap(({ code }, column) => {
    const cells = input.values[code];
    if (!cells) return [compositeFinding('column-missing', { code })];
    return readColumn(code, cells, input.subjects, values.subarray(column * height, (column + 1) * height));
  });
  const known = new Set(input.indicators.map(({ code }) => code));
  const unknown = Object.keys(input.values)
    .filter((code) => !known.has(code))
    .map((code) => compositeFinding('column-unknown', { code }));
  return { values, findings: [...findings, ...unknown] };
};

const readDenominators = (
  input: DatasetInput,
): { denominators: ReadonlyMap<string, Float64Array>; findings: readonly CompositeFinding[] } => {
  const findings: CompositeFinding[] = [];
  const denominators = new Map<string, Float64Array>();
  for (const [code, cells] of Object.entries(input.denominators ?? {})) {
    const column = new Float64Array(input.subjects.length);
    findings.push(...readColumn(code, cells, input.subjects, column));
    denominators.set(code, column);
  }
  return { denominators, findings };
};

/** Reads and checks everything; all or nothing. Every finding says which subject and column it is about. */
export const buildDataset = (input: DatasetInput): Dataset | Unusable => {
  const { values, findings: inValues } = readValues(input);
  const { denominators, findings: inDenominators } = readDenominators(input);
  const findings = [
    ...checkSubjects(input),
    ...checkStructure(input),
    ...inValues,
    ...inDenominators,
    ...checkGroups(input),
  ];
  if (findings.length > 0) return { findings };
  return {
    ...{ subjects: input.subjects, indicators: input.indicators, values, denominators },
    aggregates: orderAggregates(input.aggregates),
    groups: new Map(Object.entries(input.groups ?? {})),
  };
};
