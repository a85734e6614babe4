import { BLANK_CELL, type SheetCell } from '#core/kernel/sheet.ts';
import type { Component, Framework } from '#core/scoring/framework.ts';
import { encodeCell } from './cell-codec.ts';
import { type FieldShape, type Fields, isCellShape, type SheetKey } from './field-shape.ts';
import { COMPONENT, DATA_ITEM, FRAMEWORK_FIELDS } from './framework-shapes.ts';
import { RULE_SHAPES } from './rule-shapes.ts';
import { FRAMEWORK_COLUMNS, PLACE_COLUMNS, SHEET_COLUMNS } from './sheet-layout.ts';

type Cells = Map<string, SheetCell>;
type Thing = Readonly<Record<string, unknown>>;

/** The rows of one sheet under the names of their fields. */
export interface SheetTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A framework as tables: its own fields one below the other, and the sheets of what it consists of. */
export interface FrameworkTables {
  readonly framework: readonly { readonly field: string; readonly value: SheetCell }[];
  readonly sheets: Readonly<Record<SheetKey, SheetTable>>;
}

interface Place {
  readonly owner: string;
  readonly path: string;
}

const join = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}.${name}`);
const text = (value: string): SheetCell => (value === '' ? BLANK_CELL : { kind: 'text', text: value });

// Safe: the shapes are total over the types, so that a record stands where a shape says so.
const asThing = (value: unknown): Thing => value as Thing;

/** Collects the rows of all sheets. */
class Tables {
  readonly rows: Record<SheetKey, Cells[]> = {
    components: [],
    rules: [],
    items: [],
    levels: [],
    agencies: [],
    examples: [],
    notes: [],
    roundings: [],
  };

  addRow(sheet: SheetKey, cells: Cells): Cells {
    this.rows[sheet].push(cells);
    return cells;
  }

  addFields(thing: Thing, fields: Fields, prefix: string, cells: Cells, place: Place): void {
    for (const [name, shape] of Object.entries(fields)) {
      this.addField(thing[name], shape, join(prefix, name), cells, place);
    }
  }

  private addPlaced(sheet: SheetKey, { owner, path }: Place): Cells {
    return this.addRow(
      sheet,
      new Map([
        ['belongsTo', text(owner)],
        ['path', text(path)],
      ]),
    );
  }

  addField(value: unknown, shape: FieldShape, key: string, cells: Cells, place: Place): void {
    if (value === null || value === undefined) return;
    if (isCellShape(shape)) {
      cells.set(key, encodeCell(value, shape));
      return;
    }
    switch (shape.type) {
      case 'record':
        return this.addFields(asThing(value), shape.fields, key, cells, place);
      case 'variant': {
        const thing = asThing(value);
        const variant = String(thing[shape.by]);
        cells.set(join(key, shape.by), text(variant));
        return this.addFields(thing, shape.variants[variant] ?? {}, key, cells, place);
      }
      case 'rule': {
        const at = { owner: place.owner, path: join(place.path, key) };
        const variants = { type: 'variant', by: 'kind', variants: RULE_SHAPES } as const;
        return this.addField(value, variants, '', this.addPlaced('rules', at), at);
      }
      case 'list':
        (value as readonly unknown[]).forEach((member, index) => {
          const at = { owner: place.owner, path: `${join(place.path, key)}[${String(index + 1)}]` };
          const cells = this.addPlaced(shape.sheet, at);
          if (member !== null) this.addFields(asThing(member), shape.fields, '', cells, at);
        });
        return;
      case 'children':
        return;
    }
  }

  addComponents(components: readonly Component[], parent: string): void {
    for (const component of components) {
      const cells = this.addRow('components', new Map([['parent', text(parent)]]));
      this.addField(component, COMPONENT, '', cells, { owner: component.code, path: '' });
      if (component.kind === 'group') this.addComponents(component.children, component.code);
    }
  }
}

const tableOf = (sheet: SheetKey, rows: readonly Cells[]): SheetTable => {
  const columns = [...PLACE_COLUMNS[sheet], ...SHEET_COLUMNS[sheet].keys()];
  return {
    columns,
    rows: rows.map((cells) => columns.map((column) => cells.get(column) ?? BLANK_CELL)),
  };
};

/** Writes a framework as tables, one row a component, without loss. */
export const writeSheets = (framework: Framework): FrameworkTables => {
  const tables = new Tables();
  const own: Cells = new Map();
  tables.addFields(asThing(framework), FRAMEWORK_FIELDS, '', own, { owner: '', path: '' });
  for (const item of framework.dataItems) {
    tables.addField(item, DATA_ITEM, '', tables.addRow('items', new Map()), { owner: item.code, path: '' });
  }
  tables.addComponents(framework.components, '');
  const { rows } = tables;
  return {
    framework: [...FRAMEWORK_COLUMNS].map((field) => ({ field, value: own.get(field) ?? BLANK_CELL })),
    sheets: {
      components: tableOf('components', rows.components),
      rules: tableOf('rules', rows.rules),
      items: tableOf('items', rows.items),
      levels: tableOf('levels', rows.levels),
      agencies: tableOf('agencies', rows.agencies),
      examples: tableOf('examples', rows.examples),
      notes: tableOf('notes', rows.notes),
      roundings: tableOf('roundings', rows.roundings),
    },
  };
};
