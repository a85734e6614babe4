import { describe, expect, it } from 'vitest';
import agency from '#data/frameworks/dti-agency-2025.json' with { type: 'json' };
import commune from '#data/frameworks/dti-commune-2025.json' with { type: 'json' };
import enterprise from '#data/frameworks/enterprise-readiness-2025.json' with { type: 'json' };
import maturity from '#data/frameworks/data-governance-maturity-2025.json' with { type: 'json' };
import { publish } from '#core/kernel/decimal.ts';
import { checkFramework } from './check-framework.ts';
import { checkWorkedExample } from './check-worked-example.ts';
import { NOT_APPLICABLE, reported } from './data-value.ts';
import { computeIndexScore } from './evaluate.ts';
import { type Framework, listIndicators } from './framework.ts';
import { listNestedRules } from './rule-parts.ts';

const frameworks = [agency, commune, maturity, enterprise] as unknown as readonly Framework[];
const [agencyFramework, communeFramework, maturityFramework, enterpriseFramework] = frameworks as [
  Framework,
  Framework,
  Framework,
  Framework,
];

describe.each(frameworks)('the proposed framework $code', (framework) => {
  it('holds together', () => {
    expect(checkFramework(framework)).toEqual([]);
  });

  it('says that it is a proposal, and where nothing is decided', () => {
    expect(framework).toMatchObject({ status: 'proposal', decision: null });
    for (const indicator of listIndicators(framework)) {
      const marks = Object.values(indicator.provenance).map(({ mark }) => mark);
      expect(new Set(marks)).toEqual(new Set(['inferred']));
    }
  });

  it('gives the points of its worked examples', () => {
    const examples = listIndicators(framework).flatMap((indicator) =>
      indicator.workedExamples.map((example) => {
        const { verdict, computed } = checkWorkedExample(framework, indicator, example);
        const { printedPoints } = example;
        return { code: indicator.code, verdict, printedPoints, computed: computed.low.toFixed() };
      }),
    );
    expect(examples.filter(({ verdict }) => !verdict.startsWith('given'))).toEqual([]);
  });
});

describe('the proposed frameworks', () => {
  it('use every shape of rule but the mean of merged units, and leave none unknown', () => {
    const kinds = new Set(
      frameworks
        .flatMap(listIndicators)
        .flatMap(({ rule }) => listNestedRules(rule))
        .map(({ kind }) => kind),
    );
    expect([...kinds].toSorted()).toEqual([
      'adjusted',
      'bands',
      'best-of',
      'boolean',
      'checklist',
      'checklist-share',
      'composite',
      'count-capped',
      'count-step',
      'count-tiers',
      'external',
      'level',
      'manual',
      'normalised-to-best',
      'piecewise-linear',
      'ratio',
      'ratio-to-threshold',
      'ratio-with-floor',
      'step-threshold',
      'survey',
    ]);
  });

  it('have scales and numbers of main indicators of their own', () => {
    expect(frameworks.map(({ maximumPoints }) => Number(maximumPoints))).toEqual([800, 1000, 5, 100]);
    expect(frameworks.map(({ components }) => components.length)).toEqual([6, 8, 5, 4]);
  });

  it('leave out of an agency what does not apply to it, and keep the maximum of the group', () => {
    const values = new Map([
      ['6.1.a', NOT_APPLICABLE],
      ['6.1.b', NOT_APPLICABLE],
      ['6.2.a', NOT_APPLICABLE],
    ]);
    const score = computeIndexScore(agencyFramework, values);
    expect(score.byCode.get('6.1')).toMatchObject({ state: 'not-applicable' });
    expect(score.byCode.get('6')?.maximum.toFixed()).toBe('280');
    expect(score.maximum.toFixed()).toBe('800');
  });

  it('hand the points of a commune without local products to its siblings in equal parts', () => {
    const values = new Map([
      ['7.2.a', NOT_APPLICABLE],
      ['7.2.b', NOT_APPLICABLE],
    ]);
    const score = computeIndexScore(communeFramework, values);
    expect(score.byCode.get('7.1')?.maximum.toFixed()).toBe('60');
    expect(score.byCode.get('7.3')?.maximum.toFixed()).toBe('50');
  });

  it('give the mean level as the points of data governance', () => {
    const levels = ['3', '3', '2', '4', '3', '2', '4', '1', '3', '3'];
    const values = new Map(
      listIndicators(maturityFramework).map(({ code }, index) => [`${code}.level`, reported(levels[index]!)]),
    );
    const { points } = computeIndexScore(maturityFramework, values);
    expect(publish(points.low, maturityFramework.policies.rounding)).toBe('2.8');
  });

  it('score an enterprise by the same engine', () => {
    const values = new Map([
      ['1.1.plan', reported('yes')],
      ['workers', reported('50')],
      ['1.2.a', reported('15')],
      ['2.1.invoice', reported('yes')],
      ['2.1.accounting', reported('yes')],
      ['2.1.staff', reported('no')],
      ['2.1.stock', reported('yes')],
      ['2.2.cloud', reported('some')],
      ['3.1.rate', reported('35')],
      ['3.2.count', reported('2')],
      ['4.1.backup', reported('yes')],
      ['4.1.policy', reported('no')],
      ['4.1.incidents', reported('1')],
    ]);
    // 10 + 7.5 + 15 + 5 + 17 + 8 + 15 × (0.6 − 0.2)
    expect(computeIndexScore(enterpriseFramework, values).points.low.toFixed()).toBe('68.5');
  });
});
