import type { Rule, RatioMeasure, RuleCandidate } from '#core/scoring/rule.ts';
import type { Fields, FieldsOf, ListShape, RecordShape } from './field-shape.ts';

type RuleOf<Kind extends Rule['kind']> = Omit<Extract<Rule, { kind: Kind }>, 'kind'>;
type Part<List extends readonly unknown[]> = List[number];

const LOCALIZED_FIELDS = { vi: { type: 'text' }, en: { type: 'text' } } as const satisfies Fields;

/** A text in both languages. */
export const LOCALIZED: RecordShape = { type: 'record', fields: LOCALIZED_FIELDS };
/** A text in both languages, or none. */
export const LOCALIZED_OR_NONE: RecordShape = { ...LOCALIZED, blank: 'null' };

const MEASURE: RecordShape = {
  type: 'record',
  fields: {
    fraction: {
      type: 'record',
      blank: 'null',
      fields: { numerator: { type: 'item' }, denominator: { type: 'item' } },
    },
    rate: { type: 'item', blank: 'null' },
    multiplier: { type: 'decimal' },
    unit: LOCALIZED,
    partOfWhole: { type: 'flag' },
  } satisfies FieldsOf<RatioMeasure>,
};

/** Other readings of a rule. */
export const CANDIDATES: ListShape = {
  type: 'list',
  sheet: 'rules',
  fields: {
    code: { type: 'code' },
    note: LOCALIZED,
    rule: { type: 'rule' },
  } satisfies FieldsOf<RuleCandidate>,
};

const rows = (fields: Fields): ListShape => ({ type: 'list', sheet: 'rules', fields });

/**
 * The fields of every shape of rule: what the form asks for and which columns a workbook has. Total over the shapes and
 * over the members of each.
 */
export const RULE_SHAPES = {
  boolean: { item: { type: 'item' } },
  level: {
    item: { type: 'item' },
    levels: rows({
      code: { type: 'code' },
      share: { type: 'decimal', blank: 'null' },
    } satisfies FieldsOf<Part<RuleOf<'level'>['levels']>>),
  },
  'count-step': {
    requires: { type: 'item', blank: 'null' },
    count: { type: 'item' },
    fullFrom: { type: 'decimal' },
    shareBelow: { type: 'decimal' },
  },
  ratio: { measure: MEASURE },
  'ratio-to-threshold': { measure: MEASURE, threshold: { type: 'decimal' } },
  'step-threshold': {
    measure: MEASURE,
    threshold: { type: 'decimal' },
    thresholdIs: { type: 'choice', choices: ['exact', 'at-most'] },
  },
  checklist: {
    parts: rows({
      item: { type: 'item' },
      share: { type: 'decimal' },
    } satisfies FieldsOf<Part<RuleOf<'checklist'>['parts']>>),
  },
  'checklist-share': {
    done: { type: 'item' },
    listLength: { type: 'decimal' },
    rate: { type: 'item', blank: 'null' },
  },
  composite: {
    parts: rows({
      code: { type: 'code' },
      name: LOCALIZED,
      share: { type: 'decimal' },
      rule: { type: 'rule' },
    } satisfies FieldsOf<Part<RuleOf<'composite'>['parts']>>),
  },
  unknown: { candidates: CANDIDATES },
} as const satisfies { readonly [Kind in Rule['kind']]: FieldsOf<RuleOf<Kind>> };

/** The shapes of rules, in the order in which they are offered. */
export const RULE_KINDS = Object.keys(RULE_SHAPES) as readonly Rule['kind'][];
