import {
  type Component,
  type ComponentGroup,
  type ComponentIndicator,
  type Framework,
  listComponents,
} from '#core/scoring/framework.ts';
import { listRuleItems } from '#core/scoring/rule-parts.ts';

type Components = readonly Component[];

/** Rebuilds the list of siblings in which a component stands, wherever it is in the tree. */
const changeSiblings = (
  components: Components,
  code: string,
  change: (siblings: Components, place: number) => Components,
): Components => {
  const place = components.findIndex((component) => component.code === code);
  if (place >= 0) return change(components, place);
  return components.map((component) =>
    component.kind === 'group'
      ? { ...component, children: changeSiblings(component.children, code, change) }
      : component,
  );
};

const withComponents = (framework: Framework, components: Components): Framework => ({
  ...framework,
  components,
});

/** The group that a component stands in; undefined at the top. */
export const findParent = (components: Components, code: string): ComponentGroup | undefined =>
  listComponents(components).find(
    (component): component is ComponentGroup =>
      component.kind === 'group' && component.children.some((child) => child.code === code),
  );

/** Puts another component in the place of one. */
export const replaceComponent = (framework: Framework, code: string, component: Component): Framework =>
  withComponents(
    framework,
    changeSiblings(framework.components, code, (siblings, place) => siblings.with(place, component)),
  );

/** Takes a component out, with all that stands below it. */
export const removeComponent = (framework: Framework, code: string): Framework =>
  withComponents(
    framework,
    changeSiblings(framework.components, code, (siblings, place) => siblings.toSpliced(place, 1)),
  );

/** Adds a component as the last of a group, or at the end of the top level. */
export const addComponent = (
  framework: Framework,
  parentCode: string | null,
  component: Component,
): Framework => {
  if (parentCode === null) return withComponents(framework, [...framework.components, component]);
  const components = changeSiblings(framework.components, parentCode, (siblings, place) => {
    const parent = siblings[place];
    return parent?.kind === 'group'
      ? siblings.with(place, { ...parent, children: [...parent.children, component] })
      : siblings;
  });
  return withComponents(framework, components);
};

/** Moves a component before or behind its neighbour; at the end it stays. */
export const shiftComponent = (framework: Framework, code: string, by: -1 | 1): Framework =>
  withComponents(
    framework,
    changeSiblings(framework.components, code, (siblings, place) => {
      const [one, other] = [siblings[place], siblings[place + by]];
      return one && other ? siblings.with(place, other).with(place + by, one) : siblings;
    }),
  );

/** Moves a component into another group or to the top. Into itself or below itself it does not go. */
export const moveComponent = (framework: Framework, code: string, parentCode: string | null): Framework => {
  const component = listComponents(framework.components).find((one) => one.code === code);
  const isBelow =
    parentCode !== null &&
    component !== undefined &&
    listComponents([component]).some((one) => one.code === parentCode);
  if (!component || isBelow) return framework;
  return addComponent(removeComponent(framework, code), parentCode, component);
};

/** A code that is free below a component: `6.10` after `6.9`. */
export const nextCode = (framework: Framework, parentCode: string | null): string => {
  const codes = new Set(listComponents(framework.components).map(({ code }) => code));
  const prefix = parentCode === null ? '' : `${parentCode}.`;
  let number = 1;
  while (codes.has(`${prefix}${String(number)}`)) number += 1;
  return `${prefix}${String(number)}`;
};

const listItemsOfRules = ({ rule, alternatives }: ComponentIndicator): readonly string[] =>
  [rule, ...alternatives.map((one) => one.rule)].flatMap(listRuleItems).filter((code) => code !== '');

/**
 * An indicator whose rules have changed, with the data items that they now use: those that only the earlier rules used
 * go, those that are new come last, whatever else was declared stays.
 */
export const withItemsOfRules = (
  before: ComponentIndicator,
  after: ComponentIndicator,
): ComponentIndicator => {
  const [old, present] = [new Set(listItemsOfRules(before)), new Set(listItemsOfRules(after))];
  const kept = after.dataItems.filter((code) => !old.has(code) || present.has(code));
  return { ...after, dataItems: [...new Set([...kept, ...present])] };
};
