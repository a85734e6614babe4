import { describe, expect, it } from 'vitest';
import type { DataItem } from '#contract/scoring.ts';
import { buildFormat } from '#web/i18n/format.ts';
import { draftOf, understandDraft, type DataValueDraft } from './data-value-draft.ts';
import { vi } from './messages.vi.ts';

const format = buildFormat('vi');
const rate: DataItem = {
  code: '6.4.rate',
  name: { vi: 'Tỷ lệ', en: 'Rate' },
  kind: 'number',
  unit: { vi: '%', en: '%' },
  whole: false,
  minimum: '0',
  maximum: '100',
};
const count: DataItem = { ...rate, code: '1.3.count', whole: true, maximum: null };
const people: DataItem = { ...count, unit: { vi: 'người', en: 'people' } };
const typed = (text: string): DataValueDraft => ({
  state: 'value',
  typed: text,
  comparator: '=',
  reason: '',
});
const understand = (item: DataItem, draft: DataValueDraft) =>
  understandDraft(item, draft, 'vi', format, vi.form);

describe('a typed data value', () => {
  it('is read as a Vietnamese number', () => {
    expect(understand(rate, typed('57,6'))).toEqual({ isUnderstood: true, value: '57.6' });
    expect(understand(count, typed('1.308'))).toEqual({ isUnderstood: true, value: '1308' });
  });

  it.each([
    [rate, '65,4%', '65.4'],
    [rate, '65,4 %', '65.4'],
    [people, '1.308 Người', '1308'],
    [people, '1.308 people', '1308'],
  ])('of %o may bear its unit: "%s"', (item, text, value) => {
    expect(understand(item, typed(text))).toEqual({ isUnderstood: true, value });
  });

  it.each([
    [people, '65%', vi.form.malformed],
    [rate, '%', vi.form.malformed],
    [rate, '', vi.form.missing],
    [rate, 'năm mươi', vi.form.malformed],
    [rate, '101', vi.form.between('0', '100')],
    [rate, '-1', vi.form.between('0', '100')],
    [count, '51,5', vi.form.whole],
    [count, '-1', vi.form.atLeast('0')],
  ])('of %o as "%s" is refused at its field', (item, text, sentence) => {
    expect(understand(item, typed(text))).toEqual({ isUnderstood: false, sentence });
  });

  it('keeps zero, blank and not-applicable apart', () => {
    expect(understand(rate, typed('0'))).toEqual({ isUnderstood: true, value: '0' });
    expect(understand(rate, { ...typed(''), state: 'blank' })).toEqual({ isUnderstood: true, value: null });
    expect(understand(rate, { ...typed('5'), state: 'not-applicable' })).toEqual({
      isUnderstood: true,
      value: null,
    });
  });
});

describe('the form for a correction', () => {
  it('starts with the present value as a person would type it', () => {
    const value = { state: 'value', value: '1308.9', comparator: '>' } as const;
    expect(draftOf(rate, value, 'vi')).toMatchObject({ state: 'value', typed: '1308,9', comparator: '>' });
  });

  it('starts empty where nothing is known', () => {
    expect(draftOf(rate, { state: 'blank' }, 'vi')).toMatchObject({ state: 'value', typed: '' });
  });
});
