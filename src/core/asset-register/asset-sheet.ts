import type { Sheet, SheetCell } from '#core/kernel/sheet.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { AssetField, AssetRegister } from './asset-register.ts';
import type { AssetValue, AssetValues } from './asset-values.ts';

/** An entry as it stands in a workbook: its id and version prove that what comes back was seen as it is. */
export interface AssetSheetEntry {
  readonly id: string;
  readonly version: number;
  readonly organization: string;
  readonly name: string;
  readonly values: AssetValues;
}

/** Columns of the workbook before those of the fields. */
export const ASSET_LEADING_COLUMNS = ['id', 'version', 'organization', 'name'] as const;
export type AssetColumn = (typeof ASSET_LEADING_COLUMNS)[number];

/** Titles of the leading columns; a file may bear them in either language. */
export const ASSET_COLUMN_TITLES: Readonly<Record<AssetColumn, LocalizedText>> = {
  id: { vi: 'Mã trong hệ thống', en: 'Id in the system' },
  version: { vi: 'Lần sửa', en: 'Version' },
  organization: { vi: 'Cơ quan chủ quản', en: 'Owner' },
  name: { vi: 'Tên', en: 'Name' },
};

/** The words for yes and no in workbooks. */
export const YES_NO_NAMES: Readonly<Record<'yes' | 'no', LocalizedText>> = {
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
};

const textCell = (text: string): SheetCell => (text === '' ? { kind: 'blank' } : { kind: 'text', text });

/** `2026-12-31` as offices write it. */
const writeDay = (day: string): string => day.split('-').toReversed().join('/');

const writeValue = (field: AssetField, value: AssetValue | undefined): string => {
  if (value === undefined) return '';
  if (typeof value !== 'string') return value.map(writeDay).join('; ');
  switch (field.kind) {
    case 'choice':
      return field.choices.find(({ code }) => code === value)?.name.vi ?? value;
    case 'yes-no':
      return YES_NO_NAMES[value === 'yes' ? 'yes' : 'no'].vi;
    case 'day':
      return writeDay(value);
    case 'text':
    case 'days':
      return value;
  }
};

/** Rows of a workbook with all entries of a register; without entries it is the empty form. */
export const buildAssetSheet = (register: AssetRegister, entries: readonly AssetSheetEntry[]): Sheet => ({
  name: register.title.vi.slice(0, 31),
  rows: [
    [
      ...ASSET_LEADING_COLUMNS.map((column) => textCell(ASSET_COLUMN_TITLES[column].vi)),
      ...register.fields.map(({ name }) => textCell(name.vi)),
    ],
    ...entries.map(({ id, version, organization, name, values }): readonly SheetCell[] => [
      textCell(id),
      { kind: 'number', number: String(version) },
      textCell(organization),
      textCell(name),
      ...register.fields.map((field) => textCell(writeValue(field, values[field.code]))),
    ]),
  ],
});

/** Columns, counted from 0, whose cells are chosen from a list. */
export const listSheetChoices = (
  register: AssetRegister,
): readonly { readonly column: number; readonly values: readonly string[] }[] =>
  register.fields.flatMap((field, place) => {
    const column = ASSET_LEADING_COLUMNS.length + place;
    if (field.kind === 'yes-no') return [{ column, values: [YES_NO_NAMES.yes.vi, YES_NO_NAMES.no.vi] }];
    // A comma separates the choices of a list in a workbook.
    if (field.kind !== 'choice' || field.choices.some(({ name }) => name.vi.includes(','))) return [];
    return [{ column, values: field.choices.map(({ name }) => name.vi) }];
  });
