/**
 * What a blank cell or an empty field means: `null` where the definition says "none", `absent` where it may leave the
 * field out. A field without it must be given.
 */
type Blank = 'null' | 'absent';

/** Fields that stand in one cell or one input. */
export interface ScalarShape {
  /**
   * `text` in words, `code` a short name of a component, part or level, `item` the code of a data item, `organization` the
   * code of an organization of the register, `decimal` an exact number, `share` a decimal or a
   * fraction, `whole` a whole number, `day` a calendar day, `flag` yes or no.
   */
  readonly type: 'text' | 'code' | 'item' | 'organization' | 'decimal' | 'share' | 'whole' | 'day' | 'flag';
  readonly blank?: Blank;
}

/** One of a closed list of words. */
export interface ChoiceShape {
  readonly type: 'choice';
  readonly choices: readonly string[];
  readonly blank?: Blank;
}

/** Several codes in one cell. */
export interface CodesShape {
  readonly type: 'codes';
}

/** Members that belong to the thing itself, and stand in the same row. */
export interface RecordShape {
  readonly type: 'record';
  readonly fields: Fields;
  readonly blank?: Blank;
}

/** Many things of one form; each is a row of its own, in the sheet named. */
export interface ListShape {
  readonly type: 'list';
  readonly sheet: SheetKey;
  readonly fields: Fields;
  readonly blank?: Blank;
  /** Members may be none: a row without content. */
  readonly hasGaps?: true;
}

/** A thing of one of several forms, told apart by one of its fields. */
export interface VariantShape {
  readonly type: 'variant';
  readonly by: string;
  readonly variants: Readonly<Record<string, Fields>>;
}

/** A rule of any shape: a row of its own in the sheet of rules. */
export interface RuleShape {
  readonly type: 'rule';
  readonly blank?: Blank;
}

/** Components below a component: rows of the sheet of components. */
export interface ChildrenShape {
  readonly type: 'children';
}

export type FieldShape =
  ScalarShape | ChoiceShape | CodesShape | RecordShape | ListShape | VariantShape | RuleShape | ChildrenShape;

/** The fields of a thing by name, in the order in which they are shown. */
export type Fields = Readonly<Record<string, FieldShape>>;

/** The fields of a type: none may be left out, so that a new member does not compile until it is handled. */
export type FieldsOf<Thing> = { readonly [Key in keyof Thing]-?: FieldShape };

/** The sheets of a workbook beside that of the framework itself. */
export const SHEET_KEYS = [
  'components',
  'rules',
  'items',
  'levels',
  'agencies',
  'examples',
  'notes',
  'roundings',
] as const;
export type SheetKey = (typeof SHEET_KEYS)[number];

/** Fields that fill one cell of a sheet. */
export type CellShape = ScalarShape | ChoiceShape | CodesShape;

const SCALARS: ReadonlySet<string> = new Set<ScalarShape['type']>([
  'text',
  'code',
  'item',
  'organization',
  'decimal',
  'share',
  'whole',
  'day',
  'flag',
]);

export const isScalarShape = (shape: FieldShape): shape is ScalarShape => SCALARS.has(shape.type);

export const isCellShape = (shape: FieldShape): shape is CellShape =>
  isScalarShape(shape) || shape.type === 'choice' || shape.type === 'codes';
