import { type DataItem, VALUE_COMPARATORS } from '#core/scoring/data-value.ts';
import {
  type ComponentGroup,
  type ComponentIndicator,
  type Framework,
  FRAMEWORK_STATUSES,
  PROVENANCE_MARKS,
  SUBJECT_KINDS,
  type WorkedExample,
} from '#core/scoring/framework.ts';
import { ROUNDING_MODES, type RoundingPolicy } from '#core/kernel/decimal.ts';
import {
  BLANK_POLICIES,
  NOT_APPLICABLE_POLICIES,
  type ScoringPolicies,
  TIE_POLICIES,
  ZERO_DENOMINATOR_POLICIES,
} from '#core/scoring/policies.ts';
import type {
  ChoiceShape,
  Fields,
  FieldsOf,
  ListShape,
  RecordShape,
  SheetKey,
  VariantShape,
} from './field-shape.ts';
import { CANDIDATES, LOCALIZED, LOCALIZED_OR_NONE } from './rule-shapes.ts';

const PROVENANCE: RecordShape = {
  type: 'record',
  fields: { mark: { type: 'choice', choices: PROVENANCE_MARKS }, note: LOCALIZED_OR_NONE },
};

const provenanceOf = (keys: readonly string[]): RecordShape => ({
  type: 'record',
  fields: Object.fromEntries(keys.map((key) => [key, PROVENANCE])),
});

const list = (sheet: SheetKey, fields: Fields): ListShape => ({ type: 'list', sheet, fields });

const NOTES = list('notes', LOCALIZED.fields);

const AGENCIES = list('agencies', {
  nameAsWritten: { type: 'text' },
  organizationCode: { type: 'organization', blank: 'null' },
  name: { type: 'text' },
} satisfies FieldsOf<ComponentIndicator['leadAgencies'][number]>);

const VALUE: VariantShape = {
  type: 'variant',
  by: 'state',
  variants: {
    value: { value: { type: 'text' }, comparator: { type: 'choice', choices: VALUE_COMPARATORS } },
    blank: {},
    'not-applicable': {},
  },
};

const EXAMPLES = list('examples', {
  subjectCode: { type: 'code', blank: 'null' },
  subjectCertainty: { type: 'choice', choices: ['total-closes', 'likely', 'undetermined'] },
  year: { type: 'whole' },
  values: list('examples', {
    item: { type: 'item' },
    value: VALUE,
  } satisfies FieldsOf<WorkedExample['values'][number]>),
  printedPoints: { type: 'decimal' },
  statedRule: { type: 'rule', blank: 'null' },
  note: LOCALIZED_OR_NONE,
  place: { type: 'record', blank: 'null', fields: { document: { type: 'code' }, line: { type: 'whole' } } },
} satisfies FieldsOf<WorkedExample>);

const named = { code: { type: 'code' }, name: LOCALIZED, maximumPoints: { type: 'decimal' } } as const;

/** The fields of a main indicator and of a component indicator. */
export const COMPONENT: VariantShape = {
  type: 'variant',
  by: 'kind',
  variants: {
    group: {
      ...named,
      provenance: provenanceOf(['name', 'maximumPoints']),
      children: { type: 'children' },
    } satisfies FieldsOf<Omit<ComponentGroup, 'kind'>>,
    indicator: {
      ...named,
      rule: { type: 'rule' },
      alternatives: CANDIDATES,
      dataItems: { type: 'codes' },
      evidence: LOCALIZED,
      leadAgencies: AGENCIES,
      appraisers: { ...AGENCIES, blank: 'absent' },
      coordinatingAgencies: AGENCIES,
      provenance: provenanceOf(['name', 'maximumPoints', 'rule', 'dataItems', 'evidence', 'assignment']),
      notes: NOTES,
      workedExamples: EXAMPLES,
    } satisfies FieldsOf<Omit<ComponentIndicator, 'kind'>>,
  } satisfies Record<'group' | 'indicator', Fields>,
};

type ItemOf<Kind extends DataItem['kind']> = Omit<Extract<DataItem, { kind: Kind }>, 'kind'>;
const namedItem = { code: { type: 'code' }, name: LOCALIZED } as const;

/** The fields of a data item. */
export const DATA_ITEM: VariantShape = {
  type: 'variant',
  by: 'kind',
  variants: {
    number: {
      ...namedItem,
      unit: LOCALIZED,
      whole: { type: 'flag' },
      minimum: { type: 'decimal', blank: 'null' },
      maximum: { type: 'decimal', blank: 'null' },
    } satisfies FieldsOf<ItemOf<'number'>>,
    'yes-no': namedItem satisfies FieldsOf<ItemOf<'yes-no'>>,
    level: {
      ...namedItem,
      levels: list('levels', {
        code: { type: 'code' },
        name: LOCALIZED,
      } satisfies FieldsOf<ItemOf<'level'>['levels'][number]>),
    } satisfies FieldsOf<ItemOf<'level'>>,
  } satisfies Record<DataItem['kind'], Fields>,
};

const ROUNDING = {
  places: { type: 'whole' },
  mode: { type: 'choice', choices: ROUNDING_MODES },
} as const satisfies FieldsOf<RoundingPolicy>;

const optionalChoice = (choices: readonly string[]): ChoiceShape => ({
  type: 'choice',
  choices,
  blank: 'absent',
});

/** The policies that a framework settles. */
const POLICIES: RecordShape = {
  type: 'record',
  fields: {
    rounding: { type: 'record', fields: ROUNDING },
    levelRounding: { ...list('roundings', ROUNDING), blank: 'absent', hasGaps: true },
    notApplicable: { type: 'choice', choices: NOT_APPLICABLE_POLICIES },
    redistributeFrom: { type: 'whole', blank: 'absent' },
    zeroDenominator: { type: 'choice', choices: ZERO_DENOMINATOR_POLICIES },
    blank: optionalChoice(BLANK_POLICIES),
    ties: optionalChoice(TIE_POLICIES),
  } satisfies FieldsOf<ScoringPolicies>,
};

/** The fields of a framework without its components and data items, which have sheets of their own. */
export const FRAMEWORK_FIELDS = {
  code: { type: 'code' },
  version: { type: 'whole' },
  owner: { type: 'organization', blank: 'absent' },
  assessmentYear: { type: 'whole' },
  validFrom: { type: 'day', blank: 'absent' },
  validTo: { type: 'day', blank: 'absent' },
  status: optionalChoice(FRAMEWORK_STATUSES),
  subjectKind: { type: 'choice', choices: SUBJECT_KINDS },
  title: LOCALIZED,
  decision: {
    type: 'record',
    blank: 'null',
    fields: {
      number: { type: 'text' },
      date: { type: 'day' },
      issuer: { type: 'text' },
      subject: { type: 'text' },
    },
  },
  maximumPoints: { type: 'decimal' },
  policies: POLICIES,
  provenance: provenanceOf(['maximumPoints', 'policies']),
  notes: NOTES,
} as const satisfies FieldsOf<Omit<Framework, 'dataItems' | 'components'>>;
