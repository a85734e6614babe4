import { describe, expect, it } from 'vitest';
import { buildDataset } from './build-dataset.ts';
import { isUnusable } from './composite-finding.ts';
import type { DatasetInput } from './dataset-input.ts';

const input: DatasetInput = {
  subjects: ['P1', 'P2'],
  indicators: [
    { code: 'a', parent: 'index', direction: 1, weight: 0.3, denominator: 'people' },
    { code: 'b', parent: 'index', direction: -1, weight: 0.7 },
  ],
  aggregates: [{ code: 'index', parent: null, weight: 1 }],
  values: { a: [1, '2.5'], b: ['', null] },
  denominators: { people: [10, 20] },
  groups: { region: ['north', 'south'] },
};

const findingsOf = (changed: Partial<DatasetInput>) => {
  const built = buildDataset({ ...input, ...changed });
  return isUnusable(built) ? built.findings.map(({ code, place }) => ({ finding: code, ...place })) : [];
};

describe('a dataset', () => {
  it('reads numbers, numbers written as text and missing cells', () => {
    const dataset = buildDataset(input);
    if (isUnusable(dataset)) throw new Error('unusable');
    expect([...dataset.values]).toEqual([1, 2.5, Number.NaN, Number.NaN]);
  });

  it.each([
    [
      'text in a number column',
      { values: { a: [1, '2,5 %'], b: [0, 0] } },
      { code: 'a', subject: 'P2' },
      'text-in-number-column',
    ],
    ['NaN', { values: { a: [Number.NaN, 1], b: [0, 0] } }, { code: 'a', subject: 'P1' }, 'number-not-finite'],
    [
      'Infinity as text',
      { values: { a: ['-inf', 1], b: [0, 0] } },
      { code: 'a', subject: 'P1' },
      'number-not-finite',
    ],
    [
      'a number beyond doubles',
      { values: { a: ['1e999', 1], b: [0, 0] } },
      { code: 'a', subject: 'P1' },
      'number-not-finite',
    ],
    ['a column that is too short', { values: { a: [1], b: [0, 0] } }, { code: 'a' }, 'column-length'],
    ['a column that is not there', { values: { a: [1, 2] } }, { code: 'b' }, 'column-missing'],
    [
      'a column of no indicator',
      { values: { a: [1, 2], b: [1, 2], c: [1, 2] } },
      { code: 'c' },
      'column-unknown',
    ],
    [
      'a subject that is missing',
      { expectedSubjects: ['P1', 'P2', 'P3'] },
      { subject: 'P3' },
      'subject-missing',
    ],
    ['a subject twice', { subjects: ['P1', 'P1'] }, { subject: 'P1' }, 'subject-repeated'],
    [
      'a subject without a group',
      { groups: { region: ['north', ''] } },
      { subject: 'P2', code: 'region' },
      'group-missing',
    ],
    ['weights that do not add up', { sumOfWeights: 100 }, { code: 'index' }, 'weights-do-not-add-up'],
    ['a denominator that is not there', { denominators: {} }, { code: 'a' }, 'denominator-missing'],
    [
      'two indices',
      { aggregates: [...input.aggregates, { code: 'x', parent: null, weight: 1 }] },
      {},
      'index-not-one',
    ],
    [
      'a circle',
      {
        aggregates: [
          { code: 'index', parent: 'x', weight: 1 },
          { code: 'x', parent: 'index', weight: 1 },
        ],
      },
      { code: 'x' },
      'parents-in-circle',
    ],
  ] as const)('with %s is refused at its place', (_, changed, place, finding) => {
    expect(findingsOf(changed as Partial<DatasetInput>)).toContainEqual({ finding, ...place });
  });

  it('accepts decimal weights that add up but for the sixteenth digit', () => {
    expect(findingsOf({ sumOfWeights: 1 })).toEqual([]);
  });
});
