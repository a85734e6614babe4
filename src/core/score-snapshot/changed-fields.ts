import { canonicalJson, type JsonValue } from '#core/kernel/canonical-json.ts';
import type { Component, Framework } from '#core/scoring/framework.ts';

/** The parts of a component that decide what it is, what it earns and who answers for it. */
export const COMPONENT_FIELDS = [
  'parent',
  'name',
  'maximumPoints',
  'rule',
  'dataItems',
  'evidence',
  'leadAgencies',
  'appraisers',
  'coordinatingAgencies',
] as const;
export type ComponentField = (typeof COMPONENT_FIELDS)[number];

/** A component with its place in the tree. */
export interface PlacedComponent {
  readonly component: Component;
  readonly parentCode: string | null;
  /** 0 for main indicators. */
  readonly depth: number;
}

const place = (
  components: readonly Component[],
  parentCode: string | null,
  depth: number,
): readonly PlacedComponent[] =>
  components.flatMap((component) => [
    { component, parentCode, depth },
    ...(component.kind === 'group' ? place(component.children, component.code, depth + 1) : []),
  ]);

/** All components of a framework, each before its children. */
export const placeComponents = (framework: Framework): readonly PlacedComponent[] =>
  place(framework.components, null, 0);

// Optional members of the definition are undefined where they are absent, which the canonical text leaves out.
const textOf = (value: unknown): string => (value === undefined ? '' : canonicalJson(value as JsonValue));

const fieldsOf = ({ component, parentCode }: PlacedComponent): Readonly<Record<ComponentField, unknown>> => {
  const indicator = component.kind === 'indicator' ? component : undefined;
  return {
    parent: parentCode,
    name: component.name,
    maximumPoints: component.maximumPoints,
    rule: indicator?.rule,
    dataItems: indicator?.dataItems,
    evidence: indicator?.evidence,
    leadAgencies: indicator?.leadAgencies,
    appraisers: indicator?.appraisers,
    coordinatingAgencies: indicator?.coordinatingAgencies,
  };
};

/** The fields in which two versions of a component differ. */
export const listChangedFields = (
  before: PlacedComponent,
  after: PlacedComponent,
): readonly ComponentField[] => {
  const [old, present] = [fieldsOf(before), fieldsOf(after)];
  return COMPONENT_FIELDS.filter((field) => textOf(old[field]) !== textOf(present[field]));
};

/** Whether two frameworks settle open questions alike: rounding, what does not apply, empty denominators. */
export const hasSamePolicies = (before: Framework, after: Framework): boolean =>
  textOf(before.policies) === textOf(after.policies);
