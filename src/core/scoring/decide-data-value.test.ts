import { describe, expect, it } from 'vitest';
import framework2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import { reported, type ValueComparator } from './data-value.ts';
import { decideDataValue } from './decide-data-value.ts';
import { findDataItem, type Framework } from './framework.ts';

const framework = framework2025 as unknown as Framework;

const decide = (
  code: string,
  value: string | null,
  others: Record<string, string> = {},
  comparator: ValueComparator = '=',
) => {
  const item = findDataItem(framework, code);
  if (!item) throw new Error(code);
  const values = new Map(Object.entries(others).map(([other, text]) => [other, reported(text)]));
  return decideDataValue(framework, item, { state: 'value', value, comparator }, values);
};

describe('an entered value', () => {
  it('keeps its written decimals, which tell how it was rounded', () => {
    expect(decide('6.4.rate', '57.60')).toEqual(reported('57.60'));
    expect(decide('6.4.rate', '007')).toEqual(reported('7'));
    expect(decide('6.4.rate', '-0')).toEqual(reported('0'));
  });

  it('may be a bound', () => {
    expect(decide('1.4.count', '52', {}, '<')).toEqual(reported('52', '<'));
  });

  it.each(['', ' ', '57,6', '1e3', '0x10', 'NaN', '1'.repeat(31), '--1', '1.'])(
    'is no number: %j',
    (text) => {
      expect(decide('6.4.rate', text)).toMatchObject({
        code: 'value.malformed',
        details: { field: 'value' },
      });
    },
  );

  it('must lie in the range of its item', () => {
    expect(decide('6.4.rate', '100.01')).toMatchObject({
      code: 'value.out-of-range',
      details: { minimum: '0', maximum: '100' },
    });
    expect(decide('3.3.rate', '140')).toEqual(reported('140'));
  });

  it.each(['7.5', '8.2'])('may exceed a whole of which it is no part: %s', (code) => {
    expect(decide(`${code}.rate`, '118.2')).toEqual(reported('118.2'));
    const whole = { '7.3.b': '100', '8.1.b': '100' };
    expect(decide(`${code}.a`, '118', whole)).toEqual(reported('118'));
  });

  it('can not be a part larger than its whole, from either side', () => {
    expect(decide('5.4.a', '5', { '5.4.b': '4' })).toMatchObject({
      code: 'value.numerator-exceeds-denominator',
      details: { numerator: '5.4.a', denominator: '5.4.b', other: '4' },
    });
    expect(decide('5.1.b', '100', { '5.1.a': '145' })).toMatchObject({
      code: 'value.numerator-exceeds-denominator',
    });
    expect(decide('5.4.a', '4', { '5.4.b': '4' })).toEqual(reported('4'));
  });

  it('is checked against the whole only where it is a part: subscriptions may outnumber people', () => {
    expect(decide('3.3.a', '2000', { '3.3.b': '1000' })).toEqual(reported('2000'));
  });
});
