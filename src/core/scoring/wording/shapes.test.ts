import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '#core/kernel/decimal.ts';
import { NOT_APPLICABLE, reported } from '#core/scoring/data-value.ts';
import { evaluateRule } from '#core/scoring/evaluate-rule.ts';
import type { Rule } from '#core/scoring/rule.ts';
import type { TraceStep } from '#core/scoring/trace.ts';
import { anyRule, PERCENTAGE, POLICIES } from '#test/scoring-rules.ts';
import { english } from './en.ts';
import { namesOf } from './scoring-wording.ts';
import { vietnamese } from './vi.ts';

const names = namesOf([], 'vi');
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');
const source = { vi: 'Viện Xã hội học', en: 'Institute of Sociology' };

const SENTENCES: readonly (readonly [string, Rule, string, string])[] = [
  [
    'a table of counts',
    {
      kind: 'count-tiers',
      count: 'số cuộc họp',
      tiers: [
        { from: '2', share: '1/2' },
        { from: '4', share: '1' },
      ],
    },
    'Chấm theo số lượng (số cuộc họp): từ 4 trở lên được điểm tối đa; từ 2 trở lên được 1/2 điểm tối đa; ít hơn thì 0 điểm.',
    'By count (số cuộc họp): 4 or more earn the maximum; 2 or more earn 1/2 of the maximum; fewer earn no points.',
  ],
  [
    'a floor',
    { kind: 'ratio-with-floor', measure: PERCENTAGE, floor: '80' },
    'Đạt từ 80 % trở lên thì điểm bằng kết quả đạt được chia cho 100 %, nhân với điểm tối đa; thấp hơn thì 0 điểm.',
    'From 80 % or more on, the result divided by 100 %, times the maximum; less earns no points.',
  ],
  [
    'bands that must be exceeded',
    {
      kind: 'bands',
      measure: PERCENTAGE,
      bands: [
        { from: '30', share: '0.25' },
        { from: '60', share: '1' },
      ],
      comparison: 'above',
    },
    'Chấm theo khoảng kết quả: trên 60 % được điểm tối đa; trên 30 % được 1/4 điểm tối đa; thấp hơn thì 0 điểm.',
    'By range: more than 60 % earns the maximum; more than 30 % earns 1/4 of the maximum; less earns no points.',
  ],
  [
    'a survey',
    { kind: 'survey', item: 'điểm', outOf: '30', source },
    'Chấm theo kết quả điều tra xã hội học (Viện Xã hội học): điểm điều tra chia cho 30, nhân với điểm tối đa.',
    'By survey (Institute of Sociology): its score divided by 30, times the maximum.',
  ],
];

describe('rules in words', () => {
  it.each(SENTENCES)('%s', (_name, rule, vi, en) => {
    expect(plain(vietnamese.rule(rule, names))).toBe(vi);
    expect(plain(english.rule(rule, names))).toBe(en);
  });

  it('are sentences in both languages, however the shapes compose', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        for (const wording of [vietnamese, english]) {
          const sentence = wording.rule(rule, names);
          expect(sentence).toMatch(/\.$/);
          expect(sentence).not.toMatch(/undefined|NaN|\[object|\.\./);
        }
      }),
    );
  });
});

const nested = (steps: readonly TraceStep[]): readonly TraceStep[] =>
  steps.flatMap((step) => ('steps' in step ? [step, ...nested(step.steps)] : [step]));

describe('steps in words', () => {
  it('are there for whatever a rule does, in both languages', () => {
    const figure = fc.constantFrom(reported('45'), reported('30', '>='), NOT_APPLICABLE, undefined);
    const policy = fc.constantFrom('zero' as const, 'full' as const, 'excluded' as const);
    fc.assert(
      fc.property(anyRule, figure, figure, policy, (rule, rate, count, notApplicable) => {
        const values = new Map([
          ...(rate ? [['rate', rate] as const] : []),
          ...(count ? [['count', count] as const, ['score', count] as const] : []),
          ['yes', reported('yes')],
          ['no', reported('no')],
          ['level', reported('B')],
        ]);
        const policies = { ...POLICIES, notApplicable };
        const league = { bestOf: () => decimal(90) };
        const { steps } = evaluateRule(rule, { values, policies, maximum: decimal(10), league });
        for (const step of nested(steps)) {
          for (const wording of [vietnamese, english]) {
            expect(wording.step(step, names)).toMatch(/\S/);
            expect(wording.step(step, names)).not.toMatch(/undefined|NaN|\[object/);
          }
        }
      }),
    );
  });

  it('show where on a line a value lies', () => {
    const rule: Rule = {
      kind: 'piecewise-linear',
      measure: PERCENTAGE,
      points: [
        { at: '20', share: '0' },
        { at: '60', share: '1' },
      ],
    };
    const values = new Map([['rate', reported('30')]]);
    const { steps } = evaluateRule(rule, { values, policies: POLICIES, maximum: decimal(10) });
    expect(steps.map((step) => plain(vietnamese.step(step, names)))).toEqual([
      'rate: 30',
      '30 %, từ 20 % đến 60 %: tính theo tỷ lệ = 0,25',
    ]);
  });
});
