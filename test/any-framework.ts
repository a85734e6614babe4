import fc from 'fast-check';
import { withoutControls } from '#core/kernel/text.ts';
import {
  type FieldShape,
  type Fields,
  isScalarShape,
  type ScalarShape,
} from '#core/scoring/definition/field-shape.ts';
import { COMPONENT, DATA_ITEM, FRAMEWORK_FIELDS } from '#core/scoring/definition/framework-shapes.ts';
import { RULE_SHAPES } from '#core/scoring/definition/rule-shapes.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { Rule } from '#core/scoring/rule.ts';

const code = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,8}$/);
// What nobody sees is dropped wherever text enters.
const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map(withoutControls);
const number = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom('', '.5', '.50', '.123456789012345678'))
  .map(([whole, rest]) => `${String(whole)}${rest}`);

const SCALARS = {
  text,
  code,
  item: code,
  organization: code,
  decimal: number,
  share: fc.constantFrom('0', '0.5', '0.50', '1', '1/3'),
  // As a version, a year, decimals and a level alike.
  whole: fc.integer({ min: 1, max: 12 }),
  day: fc.constantFrom('2026-01-31', '2025-04-03'),
  flag: fc.boolean(),
} as const satisfies Record<ScalarShape['type'], fc.Arbitrary<unknown>>;

const LEFT_OUT = Symbol('left out');

/** Anything of a shape; rules nest three deep. */
const anyOf = (shape: FieldShape, depth: number): fc.Arbitrary<unknown> => {
  const given = anyGiven(shape, depth);
  if (!('blank' in shape)) return given;
  return fc.oneof(given, fc.constant(shape.blank === 'null' ? null : LEFT_OUT));
};

const anyGiven = (shape: FieldShape, depth: number): fc.Arbitrary<unknown> => {
  if (isScalarShape(shape)) return SCALARS[shape.type];
  switch (shape.type) {
    case 'choice':
      return fc.constantFrom(...shape.choices);
    case 'codes':
      return fc.array(code, { maxLength: 3 });
    case 'record':
      return anyThing(shape.fields, depth);
    case 'list': {
      const member = shape.hasGaps
        ? fc.oneof(fc.constant(null), anyThing(shape.fields, depth))
        : anyThing(shape.fields, depth);
      // A list that may be left out and is empty is left out: the same to every reader.
      return fc.array(member, { minLength: shape.blank === 'absent' ? 1 : 0, maxLength: 2 });
    }
    case 'variant':
      return anyVariant(shape.by, shape.variants, depth);
    case 'rule':
      return depth > 2
        ? anyVariant('kind', { boolean: RULE_SHAPES.boolean }, depth)
        : anyVariant('kind', RULE_SHAPES, depth + 1);
    case 'children':
      return fc.constant([]);
  }
};

const anyThing = (fields: Fields, depth: number): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record(Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, anyOf(shape, depth)])))
    .map((thing) => Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== LEFT_OUT)));

const anyVariant = (by: string, variants: Readonly<Record<string, Fields>>, depth: number) =>
  fc.oneof(
    ...Object.entries(variants).map(([name, fields]) =>
      anyThing(fields, depth).map((thing) => ({ [by]: name, ...thing })),
    ),
  );

type Node = Record<string, unknown> & { readonly code: string };

/** Puts each node after the first below the latest group before it, or beside it, so that trees grow deep and wide. */
const grow = (nodes: readonly Node[], depth: number): readonly Node[] => {
  const [first, ...others] = nodes;
  if (first?.kind !== 'group' || depth === 0) return nodes;
  const below = Math.ceil(others.length / 2);
  return [
    { ...first, children: grow(others.slice(0, below), depth - 1) },
    ...grow(others.slice(below), depth),
  ];
};

/** A tree of components with codes of their own. */
const tree = fc
  .array(anyOf(COMPONENT, 0) as fc.Arbitrary<Record<string, unknown>>, { maxLength: 6 })
  .map((components) =>
    grow(
      components.map((component, place) => ({ ...component, code: `c${String(place)}` })),
      4,
    ),
  );

const frameworkWith = (
  own: fc.Arbitrary<Record<string, unknown>>,
  components: fc.Arbitrary<readonly Node[]>,
) =>
  fc
    .tuple(
      own,
      components,
      fc.array(anyOf(DATA_ITEM, 0) as fc.Arbitrary<Record<string, unknown>>, { maxLength: 3 }),
    )
    // Safe: the shapes are total over the members of a framework.
    .map(([general, tops, items]) => ({
      ...general,
      dataItems: items.map((item, place) => ({ ...item, code: `i${String(place)}` })),
      components: tops,
    })) as unknown as fc.Arbitrary<Framework>;

const general = anyThing(FRAMEWORK_FIELDS, 0);

/** Any framework that has the form of one, sound or not. */
export const anyFramework = frameworkWith(general, tree);

/** Any framework with an indicator of this shape of rule, and a rule of it as another reading. */
export const anyFrameworkWithRule = (kind: Rule['kind']): fc.Arbitrary<Framework> => {
  const rule = anyVariant('kind', { [kind]: RULE_SHAPES[kind] }, 1);
  const indicator = anyThing(COMPONENT.variants.indicator ?? {}, 1);
  return frameworkWith(
    general,
    fc
      .tuple(indicator, rule)
      .map(([component, given]) => [{ ...component, kind: 'indicator', code: 'c0', rule: given }]),
  );
};
