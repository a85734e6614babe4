import {
  type Adjustment,
  BOUND_COMPARISONS,
  type CompositePart,
  type GivenScoreRule,
  type RatioMeasure,
  type Rule,
  type RuleCandidate,
  type ShareFrom,
} from '#core/scoring/rule.ts';
import type { Fields, FieldsOf, ListShape, RecordShape } from './field-shape.ts';

// A shape may carry several kinds, so that it is found by the kind that it may have.
type WithKind<Kind extends Rule['kind'], Shape> = Shape extends { readonly kind: infer Kinds }
  ? Kind extends Kinds
    ? Omit<Shape, 'kind'>
    : never
  : never;
type RuleOf<Kind extends Rule['kind']> = WithKind<Kind, Rule>;
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
    change: { type: 'flag', blank: 'absent' },
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

const ITEM = { type: 'item' } as const;
const ITEM_OR_NONE = { type: 'item', blank: 'null' } as const;
const NUMBER = { type: 'decimal' } as const;
const SHARE = { type: 'share' } as const;
const COMPARISON = { type: 'choice', choices: BOUND_COMPARISONS, blank: 'absent' } as const;

const SHARES_FROM = rows({ from: NUMBER, share: SHARE } satisfies FieldsOf<ShareFrom>);

const PARTS = rows({
  code: { type: 'code' },
  name: LOCALIZED,
  share: SHARE,
  rule: { type: 'rule' },
} satisfies FieldsOf<CompositePart>);

const GIVEN_SCORE = { item: ITEM, outOf: NUMBER, source: LOCALIZED } as const satisfies FieldsOf<
  Omit<GivenScoreRule, 'kind'>
>;

/**
 * The fields of every shape of rule: what the form asks for and which columns a workbook has. Total over the shapes and
 * over the members of each.
 */
export const RULE_SHAPES = {
  boolean: { item: ITEM },
  level: {
    item: ITEM,
    levels: rows({
      code: { type: 'code' },
      share: { type: 'share', blank: 'null' },
    } satisfies FieldsOf<Part<RuleOf<'level'>['levels']>>),
  },
  'count-step': { requires: ITEM_OR_NONE, count: ITEM, fullFrom: NUMBER, shareBelow: SHARE },
  'count-tiers': { count: ITEM, tiers: SHARES_FROM },
  'count-capped': { count: ITEM, shareEach: SHARE },
  ratio: { measure: MEASURE },
  'ratio-to-threshold': { measure: MEASURE, threshold: NUMBER },
  'step-threshold': {
    measure: MEASURE,
    threshold: NUMBER,
    thresholdIs: { type: 'choice', choices: ['exact', 'at-most'] },
    comparison: COMPARISON,
  },
  'ratio-with-floor': { measure: MEASURE, floor: NUMBER, comparison: COMPARISON },
  bands: { measure: MEASURE, bands: SHARES_FROM, comparison: COMPARISON },
  'piecewise-linear': {
    measure: MEASURE,
    points: rows({ at: NUMBER, share: SHARE } satisfies FieldsOf<Part<RuleOf<'piecewise-linear'>['points']>>),
  },
  'normalised-to-best': { measure: MEASURE },
  checklist: {
    parts: rows({ item: ITEM, share: SHARE } satisfies FieldsOf<Part<RuleOf<'checklist'>['parts']>>),
  },
  'checklist-share': { done: ITEM, listLength: NUMBER, rate: ITEM_OR_NONE },
  survey: GIVEN_SCORE,
  external: GIVEN_SCORE,
  manual: GIVEN_SCORE,
  'derived-mean': { items: { type: 'codes' }, outOf: NUMBER },
  composite: { parts: PARTS },
  'best-of': { cases: PARTS },
  adjusted: {
    base: { type: 'rule' },
    adjustments: rows({
      code: { type: 'code' },
      name: LOCALIZED,
      direction: { type: 'choice', choices: ['bonus', 'deduction'] },
      count: ITEM,
      shareEach: SHARE,
      cap: SHARE,
    } satisfies FieldsOf<Adjustment>),
  },
  unknown: { candidates: CANDIDATES },
} as const satisfies { readonly [Kind in Rule['kind']]: FieldsOf<RuleOf<Kind>> };

/** The shapes of rules, in the order in which they are offered. */
export const RULE_KINDS = Object.keys(RULE_SHAPES) as readonly Rule['kind'][];
