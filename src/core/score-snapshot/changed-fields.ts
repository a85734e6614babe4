import { diffFields, ownMembers } from '#core/scoring/diff-frameworks.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { PlacedComponent } from '#core/scoring/placed-component.ts';

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

/** The fields in which two versions of a component differ. */
export const listChangedFields = (
  before: PlacedComponent,
  after: PlacedComponent,
): readonly ComponentField[] => {
  const members = diffFields(ownMembers(before.component), ownMembers(after.component));
  // A path begins with the member that it leads through: `rule.parts[2].share`.
  const changed = new Set(members.map(({ field }) => field.replace(/[.[].*$/, '')));
  if (before.parentCode !== after.parentCode) changed.add('parent');
  return COMPONENT_FIELDS.filter((field) => changed.has(field));
};

/** Whether two frameworks settle open questions alike: rounding, what does not apply, empty denominators. */
export const hasSamePolicies = (before: Framework, after: Framework): boolean =>
  diffFields(before.policies, after.policies).length === 0;
