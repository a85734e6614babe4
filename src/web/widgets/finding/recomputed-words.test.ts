import { describe, expect, it } from 'vitest';
import type { FindingView } from '#contract/consistency.ts';
import { buildFormat } from '#web/i18n/format.ts';
import { findingMessages } from './messages.ts';
import { describeRecomputed } from './recomputed-words.ts';

const format = buildFormat('vi');
const statement = (unit: string | null): FindingView['statements'][number] => ({
  role: 'target',
  place: { kind: 'target', id: 'a', documentId: 'b', line: null },
  document: {
    id: 'b',
    docType: null,
    attachedDocType: null,
    docNumber: null,
    issueDate: null,
    year: null,
    subjectLine: null,
    isDraft: false,
  },
  name: 'Tỷ lệ ao sen có bản đồ số',
  fromYear: null,
  year: null,
  comparator: null,
  value: null,
  unit,
  population: null,
  agencies: [],
  dueOn: null,
  words: null,
});
const describeOf = (
  finding: Partial<FindingView> & Pick<FindingView, 'kind'>,
  unit: string | null = null,
): string =>
  describeRecomputed(
    { computed: null, difference: null, statements: [statement(unit)], ...finding },
    format,
    findingMessages.vi,
  );

describe('how far the sides of a contradiction are apart', () => {
  it('is said in the unit of the sides', () => {
    expect(describeOf({ kind: 'target-conflict', difference: '10' }, '%')).toBe('Chênh 10 điểm phần trăm.');
    expect(describeOf({ kind: 'target-conflict', difference: '3' }, 'xã')).toBe('Chênh 3 xã.');
    expect(describeOf({ kind: 'target-conflict', difference: '3' })).toBe('Chênh 3.');
  });

  it('is left out when there is none', () => {
    expect(describeOf({ kind: 'comparator-conflict', difference: '0' }, '%')).toBe('');
    expect(describeOf({ kind: 'comparator-conflict' })).toBe('');
  });

  it('is in points, with two decimals, where points are compared', () => {
    expect(
      describeOf({
        kind: 'forecast-not-supported',
        computed: { low: '45', high: '45' },
        difference: '5',
      }),
    ).toBe('Tính lại được 45,00 điểm. Chênh 5,00 điểm.');
    expect(
      describeOf({ kind: 'score-not-by-rule', computed: { low: '12.5', high: '12.75' }, difference: '0.25' }),
    ).toBe('Theo quy tắc, tính cả phần làm tròn của số liệu: 12,50–12,75 điểm. Chênh 0,25 điểm.');
  });
});
