import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK, NOT_APPLICABLE, reported, type NumberItem } from '#core/scoring/data-value.ts';
import { type AnswerContext, JUMP_SHARE, listAnswerFindings } from './answer-findings.ts';
import { FEWEST_PEERS, findOutlier, measurePeers } from './peer-outlier.ts';
import { sumParts } from './sum-parts.ts';

const COUNT: NumberItem = {
  ...{ kind: 'number', code: 'a', name: { vi: 'a', en: 'a' }, unit: { vi: 'hồ sơ', en: 'dossiers' } },
  ...{ whole: true, minimum: '0', maximum: null },
};
const CONTEXT: AnswerContext = {
  ...{ item: COUNT, value: reported('100'), previous: undefined, peers: undefined, lacksEvidence: false },
};
const codesOf = (change: Partial<AnswerContext>) =>
  listAnswerFindings({ ...CONTEXT, ...change }).map(({ code }) => code);

describe('what checks find at an answer', () => {
  it('nothing, where there is nothing to find', () => {
    expect(codesOf({})).toEqual([]);
  });

  it('blank asks for a reason; zero and not applicable do not', () => {
    expect(codesOf({ value: BLANK })).toEqual(['answer-missing']);
    expect(codesOf({ value: reported('0') })).toEqual([]);
    expect(codesOf({ value: NOT_APPLICABLE })).toEqual([]);
  });

  it('only what is claimed must be proved', () => {
    const findings = (value: AnswerContext['value']) => codesOf({ value, lacksEvidence: true });
    expect(findings(reported('1'))).toEqual(['evidence-missing']);
    expect(findings(reported('0'))).toEqual([]);
    expect(findings(NOT_APPLICABLE)).toEqual([]);
    expect(listAnswerFindings({ ...CONTEXT, lacksEvidence: true }).map(({ severity }) => severity)).toEqual([
      'hard',
    ]);
  });

  it('progress of a task that goes back asks for a reason; that it goes fast, or others are further, does not', () => {
    const task: NumberItem = { ...COUNT, code: 'task:1', whole: false, maximum: '100' };
    const findings = (value: string, previous: string) =>
      codesOf({ ...{ item: task, value: reported(value) }, previous: reported(previous) });
    expect(findings('49.9', '50')).toEqual(['progress-set-back']);
    expect(findings('50', '50')).toEqual([]);
    expect(findings('100', '1')).toEqual([]);
    const peers = measurePeers(Array.from({ length: 20 }, (_, index) => 90 + (index % 5)));
    expect(codesOf({ item: task, value: reported('1'), peers })).toEqual([]);
  });

  it(`a change by more than ${JUMP_SHARE} of the earlier figure is a jump, exactly that much is none`, () => {
    expect(codesOf({ value: reported('150'), previous: reported('100') })).toEqual([]);
    expect(codesOf({ value: reported('151'), previous: reported('100') })).toEqual(['jump-against-history']);
    expect(codesOf({ value: reported('50'), previous: reported('100') })).toEqual([]);
    expect(codesOf({ value: reported('49'), previous: reported('100') })).toEqual(['jump-against-history']);
    // From zero every change is infinite: nothing can be said.
    expect(codesOf({ value: reported('5'), previous: reported('0') })).toEqual([]);
  });

  it('a figure far from those of its peers is told with what is usual', () => {
    const figures = [9, 10, 11, 10, 12, 9, 10, 11];
    const peers = measurePeers(figures);
    expect(listAnswerFindings({ ...CONTEXT, peers })).toMatchObject([
      { code: 'outlier-among-peers', severity: 'soft', details: { median: '10', peers: '8' } },
    ]);
    expect(codesOf({ value: reported('12'), peers })).toEqual([]);
    expect(codesOf({ peers: measurePeers(figures.slice(0, FEWEST_PEERS - 1)) })).toEqual([]);
  });

  it('one wild peer does not hide another', () => {
    const peers = measurePeers([9, 10, 11, 10, 12, 9, 10, 1_000_000]);
    expect(peers && findOutlier(500, peers)).toBeDefined();
    expect(peers && findOutlier(10, peers)).toBeUndefined();
  });
});

describe('the sum of parts', () => {
  it('adds exactly, in any order, whatever is left out', () => {
    const part = fc.oneof(
      fc.integer({ min: 0, max: 1_000_000 }).map((cents) => reported((cents / 100).toFixed(2))),
      fc.constantFrom(BLANK, NOT_APPLICABLE),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const cents = parts.flatMap((one) =>
          one.state === 'value' ? [Math.round(Number(one.value) * 100)] : [],
        );
        const { value, counted, blank, notApplicable } = sumParts(parts);
        expect(counted + blank + notApplicable).toBe(parts.length);
        expect(sumParts(parts.toReversed()).value).toEqual(value);
        if (value.state === 'value') {
          expect(Math.round(Number(value.value) * 100)).toBe(cents.reduce((total, one) => total + one, 0));
        } else expect(cents).toEqual([]);
      }),
    );
  });

  it('tenths stay tenths', () => {
    expect(sumParts([reported('0.1'), reported('0.2')]).value).toEqual(reported('0.3'));
  });

  it('blank, zero and not applicable are three states', () => {
    expect(sumParts([BLANK, NOT_APPLICABLE]).value).toEqual(BLANK);
    expect(sumParts([NOT_APPLICABLE, NOT_APPLICABLE]).value).toEqual(NOT_APPLICABLE);
    expect(sumParts([reported('0'), BLANK]).value).toEqual(reported('0'));
  });
});
