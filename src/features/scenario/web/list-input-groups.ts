import { searchKey } from '#core/kernel/text.ts';
import type { ChangeSet } from '#core/scenario/change-set.ts';
import type { DataItem } from '#core/scoring/data-value.ts';
import {
  type ComponentIndicator,
  findDataItem,
  type Framework,
  listComponents,
} from '#core/scoring/framework.ts';

/** The inputs of one component indicator. */
export interface InputGroup {
  readonly indicator: ComponentIndicator;
  readonly items: readonly DataItem[];
}

/** Which inputs are shown. */
export interface InputFilter {
  /** Code of a main indicator, or of any group. */
  readonly group?: string | undefined;
  readonly leadAgency?: string | undefined;
  readonly text?: string | undefined;
  readonly onlyChanged?: boolean | undefined;
}

const isIndicator = (component: { readonly kind: string }): component is ComponentIndicator =>
  component.kind === 'indicator';

const listIn = (framework: Framework, group: string | undefined): readonly ComponentIndicator[] => {
  const components = listComponents(framework.components);
  if (group === undefined) return components.filter(isIndicator);
  const chosen = components.find(({ code }) => code === group);
  return chosen ? listComponents([chosen]).filter(isIndicator) : [];
};

const says = (indicator: ComponentIndicator, items: readonly DataItem[], key: string): boolean =>
  [indicator, ...items].some(({ code, name }) =>
    [code, name.vi, name.en].some((text) => searchKey(text).includes(key)),
  );

/** The inputs by component indicator, in the order of the framework; an input that several read stands at each. */
export const listInputGroups = (
  framework: Framework,
  changes: ChangeSet,
  filter: InputFilter,
): readonly InputGroup[] => {
  const key = searchKey(filter.text ?? '');
  return listIn(framework, filter.group)
    .filter(
      ({ leadAgencies }) =>
        filter.leadAgency === undefined ||
        leadAgencies.some(({ organizationCode }) => organizationCode === filter.leadAgency),
    )
    .map((indicator) => ({
      indicator,
      items: indicator.dataItems
        .flatMap((code) => findDataItem(framework, code) ?? [])
        .filter(({ code }) => filter.onlyChanged !== true || changes.has(code)),
    }))
    .filter(({ items }) => items.length > 0)
    .filter(({ indicator, items }) => key === '' || says(indicator, items, key));
};
