import {
  type CellShape,
  type FieldShape,
  isCellShape,
  type Fields,
  type ListShape,
  SHEET_KEYS,
  type SheetKey,
} from './field-shape.ts';
import { COMPONENT, DATA_ITEM, FRAMEWORK_FIELDS } from './framework-shapes.ts';
import { RULE_SHAPES } from './rule-shapes.ts';

/** Names of the sheets. They are the same in every language, so that a file is read wherever it was written. */
export const SHEET_NAMES = {
  components: 'Chỉ số',
  rules: 'Quy tắc',
  items: 'Số liệu',
  levels: 'Mức',
  agencies: 'Cơ quan',
  examples: 'Ví dụ',
  notes: 'Ghi chú',
  roundings: 'Làm tròn',
} as const satisfies Record<SheetKey, string>;

/** The sheet of the framework's own fields, one a row. */
export const FRAMEWORK_SHEET = 'Bộ chỉ số';
/** A sheet for people; it is not read. */
export const GUIDE_SHEET = 'Hướng dẫn';

/** Rows above the data: titles for people, then the names of the fields. */
export const HEAD_ROWS = 2;

/** Columns that say whose row it is. */
export const PLACE_COLUMNS = {
  components: ['parent'],
  rules: ['belongsTo', 'path'],
  items: [],
  levels: ['belongsTo', 'path'],
  agencies: ['belongsTo', 'path'],
  examples: ['belongsTo', 'path'],
  notes: ['belongsTo', 'path'],
  roundings: ['belongsTo', 'path'],
} as const satisfies Record<SheetKey, readonly string[]>;

const join = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}.${name}`);

interface Layout {
  readonly columns: Record<SheetKey, Map<string, CellShape>>;
}

const addFields = (layout: Layout, sheet: SheetKey, fields: Fields, prefix: string): void => {
  for (const [name, shape] of Object.entries(fields)) addField(layout, sheet, shape, join(prefix, name));
};

const addField = (layout: Layout, sheet: SheetKey, shape: FieldShape, key: string): void => {
  if (isCellShape(shape)) {
    // The first form that has the column says how its cells look; where two disagree, no list is offered.
    layout.columns[sheet].set(key, layout.columns[sheet].get(key) ?? shape);
    return;
  }
  switch (shape.type) {
    case 'record':
      return addFields(layout, sheet, shape.fields, key);
    case 'variant': {
      const by = `${key === '' ? '' : `${key}.`}${shape.by}`;
      layout.columns[sheet].set(by, { type: 'choice', choices: Object.keys(shape.variants) });
      for (const fields of Object.values(shape.variants)) addFields(layout, sheet, fields, key);
      return;
    }
    case 'list':
      return addFields(layout, shape.sheet, shape.fields, '');
    case 'rule':
    case 'children':
      return;
  }
};

const listLists = (fields: Fields): readonly ListShape[] =>
  Object.values(fields).flatMap((shape) => {
    if (shape.type === 'list') return [shape];
    return shape.type === 'record' ? listLists(shape.fields) : [];
  });

const buildLayout = (): Layout => {
  const empty = () => new Map<string, CellShape>();
  const layout: Layout = {
    columns: {
      components: empty(),
      rules: empty(),
      items: empty(),
      levels: empty(),
      agencies: empty(),
      examples: empty(),
      notes: empty(),
      roundings: empty(),
    },
  };
  addField(layout, 'rules', { type: 'variant', by: 'kind', variants: RULE_SHAPES }, '');
  addField(layout, 'components', COMPONENT, '');
  addField(layout, 'items', DATA_ITEM, '');
  for (const shape of listLists(FRAMEWORK_FIELDS)) addField(layout, shape.sheet, shape, '');
  return layout;
};

/** The columns of each sheet by the name of their field, after those of the place. */
export const SHEET_COLUMNS: Readonly<Record<SheetKey, ReadonlyMap<string, CellShape>>> =
  buildLayout().columns;

const listFields = (fields: Fields, prefix: string): readonly string[] =>
  Object.entries(fields).flatMap(([name, shape]) => {
    const key = join(prefix, name);
    if (shape.type === 'record') return listFields(shape.fields, key);
    return shape.type === 'list' ? [] : [key];
  });

/** The fields of the framework's own sheet. */
export const FRAMEWORK_COLUMNS: ReadonlySet<string> = new Set(listFields(FRAMEWORK_FIELDS, ''));

/** The sheet with this name. */
export const findSheetKey = (name: string): SheetKey | undefined =>
  SHEET_KEYS.find((key) => SHEET_NAMES[key] === name);
