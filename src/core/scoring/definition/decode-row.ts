import { decodeCell } from './cell-codec.ts';
import {
  type CellShape,
  type FieldShape,
  type Fields,
  isCellShape,
  type VariantShape,
} from './field-shape.ts';
import type { DefinitionPlace, DefinitionProblem } from './problem.ts';
import type { SheetRow } from './sheet-rows.ts';

/** A thing while it is put together. */
export type Draft = Record<string, unknown>;

/** Where each member of each thing stands in the file. */
export type Places = WeakMap<Draft, ReadonlyMap<string, DefinitionPlace>>;

/** A thing made from a row, the fields that are to be filled from other rows, and what is wrong. */
export interface DecodedRow {
  readonly thing: Draft;
  readonly fields: Fields;
  readonly problems: readonly DefinitionProblem[];
}

const join = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}.${name}`);

/** Reads one row by the shapes of its fields. */
class RowDecoder {
  readonly problems: DefinitionProblem[] = [];
  readonly used = new Set<string>();
  private readonly row: SheetRow;
  private readonly places: Places;

  constructor(row: SheetRow, places: Places) {
    this.row = row;
    this.places = places;
  }

  /** Fields that other rows fill begin empty, so that a list without rows is an empty list. */
  decodeFields(fields: Fields, prefix: string, thing: Draft = {}): Draft {
    const places = new Map<string, DefinitionPlace>(this.places.get(thing));
    for (const [name, shape] of Object.entries(fields)) {
      const key = join(prefix, name);
      const value = this.decodeField(shape, key);
      if (value !== undefined) Object.assign(thing, { [name]: value });
      places.set(name, this.row.place(key));
    }
    this.places.set(thing, places);
    return thing;
  }

  private isBlank(key: string): boolean {
    return !this.row.filled.some((field) => field === key || field.startsWith(`${key}.`));
  }

  private decodeField(shape: FieldShape, key: string): unknown {
    if (isCellShape(shape)) return this.decodeCell(shape, key);
    switch (shape.type) {
      case 'record':
        if (shape.blank !== undefined && this.isBlank(key)) return shape.blank === 'null' ? null : undefined;
        return this.decodeFields(shape.fields, key);
      case 'variant':
        return this.decodeVariant(shape, key);
      case 'list':
        return shape.blank === 'absent' ? undefined : [];
      case 'children':
        return [];
      case 'rule':
        return shape.blank === 'null' ? null : undefined;
    }
  }

  private decodeCell(shape: CellShape, key: string): unknown {
    this.used.add(key);
    const decoded = decodeCell(this.row.cell(key), shape);
    if ('value' in decoded) return decoded.value;
    this.problems.push({ code: decoded.problem, place: this.row.place(key), details: decoded.details });
    return undefined;
  }

  decodeVariant(shape: VariantShape, key: string): Draft {
    const by = join(key, shape.by);
    const choices = Object.keys(shape.variants);
    const chosen = this.decodeField({ type: 'choice', choices }, by);
    const thing: Draft = typeof chosen === 'string' ? { [shape.by]: chosen } : {};
    this.places.set(thing, new Map([[shape.by, this.row.place(by)]]));
    // What belongs to none of the forms is told only when the form is known.
    if (typeof chosen !== 'string') for (const field of this.row.filled) this.used.add(field);
    return this.decodeFields(shape.variants[String(chosen)] ?? {}, key, thing);
  }
}

/** Makes a thing from a row. Filled cells that its form does not have are told. */
export const decodeRow = (
  row: SheetRow,
  shape: VariantShape | Fields,
  placeColumns: readonly string[],
  places: Places,
): DecodedRow => {
  const decoder = new RowDecoder(row, places);
  const isVariant = (given: VariantShape | Fields): given is VariantShape => given.type === 'variant';
  const thing = isVariant(shape) ? decoder.decodeVariant(shape, '') : decoder.decodeFields(shape, '');
  const unused = row.filled.filter((field) => !decoder.used.has(field) && !placeColumns.includes(field));
  const by = isVariant(shape) ? thing[shape.by] : undefined;
  return {
    thing,
    fields: isVariant(shape) ? (shape.variants[String(by)] ?? {}) : shape,
    problems: [
      ...decoder.problems,
      ...unused.map((field): DefinitionProblem => ({
        code: 'cell-not-used',
        place: row.place(field),
        details: { field, form: typeof by === 'string' ? by : '' },
      })),
    ],
  };
};
