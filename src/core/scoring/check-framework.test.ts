import { expect, it } from 'vitest';
import framework2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import { checkFramework } from './check-framework.ts';
import type { Component, ComponentGroup, Framework } from './framework.ts';
import type { Rule } from './rule.ts';

const framework = framework2025 as unknown as Framework;

const withFirstGroup = (change: (group: ComponentGroup) => Component): Framework => {
  const [first, ...others] = framework.components;
  if (first?.kind !== 'group') throw new Error('no group');
  return { ...framework, components: [change(first), ...others] };
};

const withRule = (rule: Rule): Framework =>
  withFirstGroup((group) => ({
    ...group,
    children: group.children.map((child, place) =>
      place === 0 && child.kind === 'indicator' ? { ...child, rule } : child,
    ),
  }));

const errors = (broken: Framework): readonly string[] =>
  checkFramework(broken)
    .filter(({ severity }) => severity !== 'notice')
    .map(({ severity, code, about }) => `${severity} ${code} ${about}`);

it('finds maxima that do not add up', () => {
  expect(errors({ ...framework, maximumPoints: '999' })).toEqual([
    'error total-differs-from-components dti-province-2025',
  ]);
  expect(errors(withFirstGroup((group) => ({ ...group, maximumPoints: '60' })))).toEqual([
    'error total-differs-from-components dti-province-2025',
    'error maximum-differs-from-children 1',
  ]);
});

it('finds repeated codes', () => {
  const [item] = framework.dataItems;
  if (!item) throw new Error('no item');
  expect(errors({ ...framework, dataItems: [...framework.dataItems, item] })).toEqual([
    'error item-code-repeated 1.1.role',
  ]);
});

it('finds rules that do not fit their items', () => {
  expect(errors(withRule({ kind: 'boolean', item: '1.1.role' }))).toEqual(['error item-kind-unfit 1.1']);
  expect(errors(withRule({ kind: 'boolean', item: '9.9' }))).toEqual([
    'error item-missing 1.1',
    'warning item-not-used 1.1',
  ]);
});

it('finds levels without a share and shares above one', () => {
  const level = (levels: readonly { code: string; share: string | null }[]): Rule => ({
    kind: 'level',
    item: '1.1.role',
    levels,
  });
  expect(errors(withRule(level([{ code: 'head', share: '1.2' }])))).toEqual([
    'error level-without-share 1.1',
    'error level-without-share 1.1',
    'error share-above-one 1.1',
  ]);
});
