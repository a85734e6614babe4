import type { SheetCell } from '#core/kernel/sheet.ts';
import { type DecodedRow, decodeRow, type Draft, type Places } from './decode-row.ts';
import type { FieldShape, Fields, SheetKey, VariantShape } from './field-shape.ts';
import type { DefinitionProblem } from './problem.ts';
import { RULE_SHAPES } from './rule-shapes.ts';
import { PLACE_COLUMNS } from './sheet-layout.ts';
import type { SheetRow } from './sheet-rows.ts';

type Owned = Pick<DecodedRow, 'thing' | 'fields'>;

const RULE: VariantShape = { type: 'variant', by: 'kind', variants: RULE_SHAPES };
const ITEM_OWNER = 'item:';

interface PlacedRow {
  readonly row: SheetRow;
  readonly key: SheetKey;
  readonly owner: string;
  readonly path: string;
  /** The members of the path: `rule`, `parts[2]`. */
  readonly steps: readonly string[];
}

const textOf = (cell: SheetCell): string => {
  if (cell.kind === 'text') return cell.text.trim();
  return cell.kind === 'number' ? cell.number : '';
};

const numberOf = (step: string): number => Number(/\[(\d+)\]$/.exec(step)?.[1] ?? 0);

// Parents before their parts, and the members of a list in their order, however the rows are sorted.
const byPath = (one: PlacedRow, other: PlacedRow): number => {
  if (one.steps.length !== other.steps.length) return one.steps.length - other.steps.length;
  const place = one.steps.findIndex((step, index) => step !== other.steps[index]);
  return numberOf(one.steps[place] ?? '') - numberOf(other.steps[place] ?? '');
};

const findShape = (fields: Fields, name: string): FieldShape | undefined => {
  const [first = '', ...rest] = name.split('.');
  const shape = fields[first];
  if (rest.length === 0) return shape;
  return shape?.type === 'record' ? findShape(shape.fields, rest.join('.')) : undefined;
};

const findHolder = (thing: Draft, name: string): { holder: Draft; member: string } => {
  const steps = name.split('.');
  const member = steps.pop() ?? '';
  return { holder: steps.reduce((holder, step) => holder[step] as Draft, thing), member };
};

/** Rows that say by owner and path where they belong: rules and their parts, agencies, examples, notes. */
export class PlacedRows {
  private readonly known = new Map<string, Owned>();
  private readonly places: Places;

  constructor(places: Places) {
    this.places = places;
  }

  addOwner(code: string, decoded: Owned): void {
    if (!this.known.has(`${code} `)) this.known.set(`${code} `, decoded);
  }

  addItem(decoded: Owned): void {
    this.addOwner(`${ITEM_OWNER}${String(decoded.thing.code)}`, decoded);
  }

  /** Puts all rows in their places, and tells of those that have none. */
  fill(
    sheets: readonly { readonly key: SheetKey; readonly rows: readonly SheetRow[] }[],
  ): readonly DefinitionProblem[] {
    const rows = sheets.flatMap(({ key, rows: given }) =>
      given.map((row): PlacedRow => {
        const owner = textOf(row.cell('belongsTo'));
        const path = textOf(row.cell('path'));
        return {
          row,
          key,
          owner: key === 'levels' ? `${ITEM_OWNER}${owner}` : owner,
          path,
          steps: path.split('.'),
        };
      }),
    );
    return [...rows].sort(byPath).flatMap((placed) => this.put(placed));
  }

  private findParent({ owner, steps }: PlacedRow): { parent: Owned; name: string } | undefined {
    for (let length = steps.length - 1; length >= 0; length -= 1) {
      const parent = this.known.get(`${owner} ${steps.slice(0, length).join('.')}`);
      if (parent) return { parent, name: steps.slice(length).join('.') };
    }
    return undefined;
  }

  private put(placed: PlacedRow): readonly DefinitionProblem[] {
    const { row, key, owner, path } = placed;
    const tell = (code: DefinitionProblem['code'], column: string): readonly DefinitionProblem[] => [
      { code, place: row.place(column), details: { owner: owner.replace(ITEM_OWNER, ''), path } },
    ];
    if (!this.known.has(`${owner} `)) return tell('owner-unknown', 'belongsTo');
    if (this.known.has(`${owner} ${path}`)) return tell('path-repeated', 'path');
    const found = this.findParent(placed);
    const listed = /^(.+)\[(\d{1,4})\]$/.exec(found?.name ?? '');
    const name = listed?.[1] ?? found?.name ?? '';
    const shape = found && findShape(found.parent.fields, name);
    if (!found || !shape) return tell('path-unknown', 'path');
    const columns: readonly string[] = PLACE_COLUMNS[key];
    const isList = shape.type === 'list' && listed !== null && shape.sheet === key;
    const isRule = shape.type === 'rule' && listed === null && key === 'rules';
    if (!isList && !isRule) return tell('path-unknown', 'path');

    const { holder, member } = findHolder(found.parent.thing, name);
    const isGap = isList && shape.hasGaps === true && row.filled.every((field) => columns.includes(field));
    if (isGap) {
      holder[member] = [...((holder[member] as unknown[] | undefined) ?? []), null];
      return [];
    }
    const decoded = decodeRow(row, isList ? shape.fields : RULE, columns, this.places);
    if (isList) holder[member] = [...((holder[member] as Draft[] | undefined) ?? []), decoded.thing];
    else holder[member] = decoded.thing;
    this.known.set(`${owner} ${path}`, decoded);
    return decoded.problems;
  }
}
