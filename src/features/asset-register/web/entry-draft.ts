import type { AssetField, AssetRegister } from '#core/asset-register/asset-register.ts';
import type { AssetValue, AssetValues } from '#core/asset-register/asset-values.ts';
import { findDayOfText } from '#core/kernel/sheet-day.ts';
import { tidy } from '#core/kernel/text.ts';

/** An entry as it stands in its form: a text for each field. */
export interface EntryDraft {
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
}

const writeDay = (day: string): string => day.split('-').toReversed().join('/');

const textOf = (field: AssetField, value: AssetValue | undefined): string => {
  if (value === undefined) return '';
  if (typeof value !== 'string') return value.map(writeDay).join('; ');
  return field.kind === 'days' ? writeDay(value) : value;
};

/** The form of an entry; of a new one it is blank. */
export const draftOf = (
  { fields }: AssetRegister,
  entry: { readonly name: string; readonly values: AssetValues } | undefined,
): EntryDraft => ({
  name: entry?.name ?? '',
  texts: Object.fromEntries(fields.map((field) => [field.code, textOf(field, entry?.values[field.code])])),
});

const valueOf = (field: AssetField, text: string): AssetValue => {
  if (field.kind !== 'days') return text;
  const parts = text.split(/[;,]/).map(tidy);
  // What is no day stays as it is written: the check names it.
  return parts.filter((part) => part !== '').map((part) => findDayOfText(part) ?? part);
};

/** What the form says, by field; what is blank is left out. */
export const valuesOf = (
  { fields }: AssetRegister,
  { texts }: EntryDraft,
): Record<string, string | string[]> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueOf(field, texts[field.code] ?? '');
      if (value.length === 0) return [];
      return [[field.code, typeof value === 'string' ? value : [...value]]];
    }),
  );
