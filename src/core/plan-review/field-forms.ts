import { Decimal } from '#core/kernel/decimal.ts';
import { isPlainDate } from '#core/kernel/plain-date.ts';
import { tidy } from '#core/kernel/text.ts';
import { parseNumber } from '#core/plan-reading/language/numbers.ts';
import { parsePeriod } from '#core/plan-reading/language/periods.ts';
import type { ReadPeriod, ReadValue } from '#core/plan-reading/reading.ts';

/** What a correction rests on beside its own words. */
export interface FieldContext {
  /** Year of the document, for times that name none. */
  readonly year: number | null;
}

/** How a fact is typed and read back: `parse` gives undefined for words that are no such fact. */
export interface FieldForm<Fact> {
  readonly print: (fact: Fact | undefined) => string;
  readonly parse: (text: string, context: FieldContext) => Fact | undefined;
}

export const requiredWords: FieldForm<string> = {
  print: (fact) => fact ?? '',
  parse: (text) => (text === '' ? undefined : text),
};

export const words: FieldForm<string | null> = {
  print: (fact) => fact ?? '',
  parse: (text) => (text === '' ? null : text),
};

// As offices write it: a point would part thousands when the number is read back.
const printNumber = (value: number): string => new Decimal(value).toFixed().replace('.', ',');

/** A number; blank stays nothing and never becomes zero. */
export const amount: FieldForm<number | null> = {
  print: (fact) => (fact === null || fact === undefined ? '' : printNumber(fact)),
  parse: (text) => (text === '' ? null : parseNumber(text)),
};

const BETWEEN = /\s+[-–]\s+|\s*;\s*/u;

/** One number, or several: "4 - 5". */
export const value: FieldForm<ReadValue> = {
  print: (fact) => (typeof fact === 'number' ? printNumber(fact) : (fact ?? []).map(printNumber).join(' - ')),
  parse: (text) => {
    if (text === '') return null;
    const numbers = text.split(BETWEEN).map(parseNumber);
    const read = numbers.filter((number) => number !== undefined);
    if (read.length < numbers.length) return undefined;
    return read.length === 1 ? (read[0] ?? null) : read;
  },
};

/** One of a list of codes. */
export const oneOf = <Code extends string>(codes: readonly Code[]): FieldForm<Code> => ({
  print: (fact) => fact ?? '',
  parse: (text) => codes.find((code) => code === text),
});

/** A time in the words of plans: "Quý II/2026", "trước ngày 30/6/2026". */
export const period: FieldForm<ReadPeriod | null> = {
  print: (fact) => fact?.raw ?? '',
  parse: (text, { year }) => (text === '' ? null : parsePeriod(text, { year })),
};

const DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u;

/** A day as offices write it: 30/06/2026. */
export const day: FieldForm<string | null> = {
  print: (fact) => (fact ?? '').split('-').toReversed().join('/'),
  parse: (text) => {
    if (text === '') return null;
    const [, date = '', month = '', year = ''] = DAY.exec(text) ?? [];
    const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    return isPlainDate(iso) ? iso : undefined;
  },
};

/** Names of agencies, parted by semicolons. */
export const names: FieldForm<readonly string[]> = {
  print: (fact) => (fact ?? []).join('; '),
  parse: (text) => [...new Set(text.split(';').map(tidy))].filter((name) => name !== ''),
};
