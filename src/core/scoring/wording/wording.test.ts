import { describe, expect, it } from 'vitest';
import framework2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import { type Framework, listIndicators } from '#core/scoring/framework.ts';
import { reported } from '#core/scoring/data-value.ts';
import { computeIndexScore } from '#core/scoring/evaluate.ts';
import type { TraceStep } from '#core/scoring/trace.ts';
import { english } from './en.ts';
import { isCut, writeShare, writeNumber } from './number-wording.ts';
import { namesOf } from './scoring-wording.ts';
import { vietnamese } from './vi.ts';

const framework = framework2025 as unknown as Framework;
const namesVi = namesOf(framework.dataItems, 'vi');
const namesEn = namesOf(framework.dataItems, 'en');
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');
const ruleOf = (code: string) => {
  const indicator = listIndicators(framework).find((one) => one.code === code);
  if (!indicator) throw new Error(code);
  return indicator.rule;
};
const stepsOf = (code: string, values: Record<string, string>): readonly TraceStep[] => {
  const data = new Map(Object.entries(values).map(([item, value]) => [item, reported(value)]));
  return computeIndexScore(framework, data).byCode.get(code)?.trace ?? [];
};

describe('rules in words', () => {
  it.each([
    ['6.4', 'Đạt từ 60 % trở lên thì được điểm tối đa; dưới 60 % thì 0 điểm.'],
    [
      '6.5',
      'Đạt từ 80 % trở lên thì được điểm tối đa; dưới 80 % thì điểm bằng kết quả đạt được chia cho 80 %, nhân với điểm tối đa.',
    ],
    [
      '6.2',
      'Chấm theo mức độ: Mức A được điểm tối đa; Mức B chưa rõ số điểm; Chưa đáp ứng mức B được 0 điểm.',
    ],
    ['7.5', 'Chưa rõ quy tắc chấm điểm: điểm nằm trong khoảng kết quả của 6 cách chấm có thể.'],
  ])('%s in Vietnamese', (code, sentence) => {
    expect(plain(vietnamese.rule(ruleOf(code), namesVi))).toBe(sentence);
  });

  it('%s in English', () => {
    expect(plain(english.rule(ruleOf('6.4'), namesEn))).toBe(
      '60 % or more earn the maximum; less earns no points.',
    );
  });

  it('has a sentence for every rule in both languages', () => {
    for (const { code, rule } of listIndicators(framework)) {
      expect(vietnamese.rule(rule, namesVi), code).toMatch(/^\p{Lu}.*[.]$/su);
      expect(english.rule(rule, namesEn), code).toMatch(/[.]$/su);
    }
  });
});

describe('steps in words', () => {
  it('shows the arithmetic with fractions', () => {
    const steps = stepsOf('5.1', { '5.1.a': '145', '5.1.b': '226' });
    expect(steps.map((step) => plain(vietnamese.step(step, namesVi)))).toEqual([
      'Số hệ thống thông tin được phê duyệt cấp độ an toàn: 145 hệ thống',
      'Tổng số hệ thống thông tin: 226 hệ thống',
      '145 ÷ 226 × 100 ≈ 64,1593 %',
      '64,1593 % ÷ 100 % ≈ 0,641593',
      '0,641593 × 20 điểm ≈ 12,8319 điểm',
    ]);
  });

  it('says that only a rate was given', () => {
    const steps = stepsOf('6.4', { '6.4.rate': '57.60' });
    expect(steps.map((step) => plain(vietnamese.step(step, namesVi)))).toEqual([
      'Tỷ lệ được ghi: 57,6 %; chưa có tử số và mẫu số',
      '57,6 % so với ngưỡng 60 %: chưa đạt ngưỡng',
      '0 × 20 điểm = 0 điểm',
    ]);
  });
});

describe('values beside others', () => {
  it('are written with enough decimals for the comparison to be true', () => {
    const sentences = stepsOf('6.4', { '6.4.rate': '59.99999999999999999' }).map((step) =>
      plain(vietnamese.step(step, namesVi)),
    );
    expect(sentences).toContain('59,999999999999 % so với ngưỡng 60 %: chưa đạt ngưỡng');
  });

  it('are named as not used when the count decides', () => {
    const sentences = stepsOf('5.1', { '5.1.a': '145', '5.1.b': '226', '5.1.rate': '90' });
    expect(sentences.map((step) => plain(vietnamese.step(step, namesVi)))).toContain(
      'Tỷ lệ được ghi 90 %: không dùng, đã có số đếm; khác với tỷ lệ tính được, cả khi tính làm tròn',
    );
    expect(sentences.map((step) => plain(english.step(step, namesEn)))).toContain(
      'The stated rate of 90 % is not used: the count behind it is known, and gives another rate, rounding included',
    );
  });
});

describe('numbers in words', () => {
  const style = { decimalMark: ',', groupMark: '.', over: String, between: () => '' };

  it('are grouped, cut and marked as cut', () => {
    expect(writeNumber('1308.9', style)).toBe('1.308,9');
    expect(writeNumber('-1234567', style)).toBe('−1.234.567');
    expect([isCut('0.12345'), isCut('0.1234')]).toEqual([true, false]);
    expect([writeShare('0.50', style), writeShare('0.3', style)]).toEqual(['1/2', '0,3']);
  });
});
