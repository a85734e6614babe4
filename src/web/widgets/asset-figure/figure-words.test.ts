import { expect, test } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { AssetFigureView } from '#features/asset-register/contract.ts';
import { buildFormat } from '#web/i18n/format.ts';
import { compareFigure, describeFigure, rateOf } from './figure-words.ts';
import { assetFigureMessages } from './messages.ts';

const wording = { words: assetFigureMessages.vi, format: buildFormat('vi') };
const value = (text: string) => ({ state: 'value', value: text, comparator: '=' }) as const;
const figure = (over: Partial<AssetFigureView>): AssetFigureView => ({
  ...{
    register: { code: 'r', path: 'r', title: { vi: '', en: '' } },
    framework: 'dti-province',
    item: '5.1.a',
  },
  ...{
    name: { vi: '', en: '' },
    outOf: '5.1.b',
    day: plainDate('2025-12-31'),
    value: value('145'),
    most: 145,
  },
  ...{ counted: 145, notCounted: 81, unknown: 0, isSimulated: false },
  ...over,
});

test('a figure is a number, a span, yes or no, or none', () => {
  expect(describeFigure(figure({ value: value('1450'), most: 1450 }), wording)).toBe('1.450');
  expect(describeFigure(figure({ most: 147 }), wording)).toBe('145–147');
  expect(describeFigure(figure({ value: value('yes'), most: null }), wording)).toBe('có');
  expect(describeFigure(figure({ value: { state: 'blank' }, most: null }), wording)).toBe('chưa có số liệu');
});

test('a rate is told only while both of its counts are certain', () => {
  const whole = figure({ item: '5.1.b', outOf: null, value: value('226'), most: 226 });
  expect(rateOf(figure({}), [whole])).toBe('64.16');
  expect(rateOf(figure({ most: 146 }), [whole])).toBeUndefined();
  expect(rateOf(figure({}), [{ ...whole, value: value('0'), most: 0 }])).toBeUndefined();
  expect(rateOf(whole, [whole])).toBeUndefined();
});

test('what a register counts is compared with what the index holds, never put in its place', () => {
  expect(compareFigure(figure({}), value('145'))).toEqual({ kind: 'same' });
  expect(compareFigure(figure({}), value('150'))).toEqual({ kind: 'less', by: '5' });
  expect(compareFigure(figure({}), value('140'))).toEqual({ kind: 'more', by: '5' });
  expect(compareFigure(figure({ value: value('no'), most: null }), value('yes'))).toEqual({
    kind: 'differs',
  });
  expect(compareFigure(figure({ most: 147 }), value('145'))).toEqual({ kind: 'open' });
  expect(compareFigure(figure({}), { state: 'blank' })).toEqual({ kind: 'open' });
});
