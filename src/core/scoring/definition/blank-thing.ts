import type { DataItem } from '#core/scoring/data-value.ts';
import type { Component } from '#core/scoring/framework.ts';
import type { Rule } from '#core/scoring/rule.ts';
import { type FieldShape, type Fields, isScalarShape, type ScalarShape } from './field-shape.ts';
import { COMPONENT, DATA_ITEM } from './framework-shapes.ts';
import { RULE_SHAPES } from './rule-shapes.ts';

type Members = Readonly<Record<string, unknown>>;

const BLANKS = {
  text: '',
  code: '',
  item: '',
  organization: '',
  decimal: '0',
  share: '0',
  whole: 0,
  day: '2026-01-01',
  flag: false,
} as const satisfies Record<ScalarShape['type'], unknown>;

const blankField = (shape: FieldShape): unknown => {
  if ('blank' in shape) return shape.blank === 'null' ? null : undefined;
  if (isScalarShape(shape)) return BLANKS[shape.type];
  switch (shape.type) {
    case 'choice':
      return shape.choices[0];
    case 'codes':
    case 'list':
    case 'children':
      return [];
    case 'record':
      return blankThing(shape.fields);
    case 'variant': {
      const [name = '', fields = {}] = Object.entries(shape.variants)[0] ?? [];
      return { [shape.by]: name, ...blankThing(fields) };
    }
    case 'rule':
      return blankRule('boolean');
  }
};

/** A thing in which nothing is said yet: what may be left out is, the rest is empty, zero or the first choice. */
export const blankThing = (fields: Fields): Members =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, shape]) => {
      const value = blankField(shape);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The value that a field gets when it is to be filled although it may be left out. */
export const filledField = (shape: FieldShape): unknown => {
  const { blank: _blank, ...required } = shape as FieldShape & { readonly blank?: unknown };
  return blankField(required);
};

/** A thing of one of several kinds in which nothing is said yet but its kind and what is given. */
const blankOfKind = <Kinds extends { readonly kind: string }>(
  kind: Kinds['kind'],
  fields: Fields | undefined,
  given: Members = {},
): Kinds => {
  const thing: unknown = { kind, ...blankThing(fields ?? {}), ...given };
  // Safe: `FieldsOf` makes the shapes total over the members of every kind, each of a form that the member has.
  return thing as Kinds;
};

/** A rule of a shape in which nothing is said yet. */
export const blankRule = (kind: Rule['kind']): Rule => blankOfKind<Rule>(kind, RULE_SHAPES[kind]);

/** The same rule in another shape: what both have is kept. */
export const reshapeRule = (rule: Rule, kind: Rule['kind']): Rule => {
  const blank = blankRule(kind);
  const members = new Map<string, unknown>(Object.entries(blank));
  const kept = Object.entries(rule).filter(
    ([name, value]) =>
      name !== 'kind' && members.has(name) && Array.isArray(members.get(name)) === Array.isArray(value),
  );
  // The parts of two shapes may look alike in name alone, so lists begin anew.
  const plain = kept.filter(([, value]) => !Array.isArray(value));
  return { ...blank, ...Object.fromEntries(plain) };
};

/** A new component or data item under its code. */
export const blankComponent = (kind: Component['kind'], code: string): Component =>
  blankOfKind<Component>(kind, COMPONENT.variants[kind], { code });

export const blankItem = (kind: DataItem['kind'], code: string): DataItem =>
  blankOfKind<DataItem>(kind, DATA_ITEM.variants[kind], { code });
