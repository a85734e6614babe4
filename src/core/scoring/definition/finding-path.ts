import type { FrameworkFinding, FrameworkFindingCode } from '#core/scoring/framework-finding.ts';
import type { Component, Framework } from '#core/scoring/framework.ts';

type Path = readonly (string | number)[];

// The member at which each finding is mended.
const MEMBERS = {
  'component-code-repeated': ['code'],
  'item-code-repeated': ['code'],
  'code-malformed': ['code'],
  'maximum-differs-from-children': ['maximumPoints'],
  'total-differs-from-components': ['maximumPoints'],
  'maximum-not-positive': ['maximumPoints'],
  'group-empty': ['children'],
  'item-missing': ['rule'],
  'item-kind-unfit': ['rule'],
  'item-not-used': ['dataItems'],
  'item-range-empty': ['minimum'],
  'level-without-share': ['rule'],
  'level-unknown': ['rule'],
  'levels-out-of-order': ['rule'],
  'share-above-one': ['rule'],
  'shares-below-one': ['rule'],
  'threshold-not-positive': ['rule'],
  'threshold-unreachable': ['rule'],
  'tier-unreachable': ['rule'],
  'rule-without-parts': ['rule'],
  'measure-without-items': ['rule'],
  'evidence-missing': ['evidence'],
  'lead-agency-missing': ['leadAgencies'],
  'agency-not-registered': ['leadAgencies'],
  'text-missing': ['name'],
  'example-not-given': ['workedExamples'],
  'validity-reversed': ['validTo'],
  'rule-unknown': ['rule'],
} as const satisfies Record<FrameworkFindingCode, Path>;

const findComponentPath = (components: readonly Component[], code: string, above: Path): Path | undefined => {
  for (const [index, component] of components.entries()) {
    const path = [...above, index];
    if (component.code === code) return path;
    const below =
      component.kind === 'group'
        ? findComponentPath(component.children, code, [...path, 'children'])
        : undefined;
    if (below) return below;
  }
  return undefined;
};

/** Where in the definition a finding is mended: the member of the component, of the data item or of the whole. */
export const findFindingPath = (framework: Framework, { about, code }: FrameworkFinding): Path => {
  const member: Path = MEMBERS[code];
  const component = findComponentPath(framework.components, about, ['components']);
  if (component) return [...component, ...member];
  const item = framework.dataItems.findIndex((one) => one.code === about);
  return item < 0 ? member : ['dataItems', item, ...member];
};
