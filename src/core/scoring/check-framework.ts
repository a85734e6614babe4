import { decimal, type Decimal, decimalText, ONE, sum } from '#core/kernel/decimal.ts';
import type { DataItem } from './data-value.ts';
import {
  type Component,
  type ComponentIndicator,
  type Framework,
  listComponents,
  listIndicators,
} from './framework.ts';
import { checkIntegrity } from './check-integrity.ts';
import { finding, type FrameworkFinding } from './framework-finding.ts';
import { hasUnknown, listRuleItems, type Rule } from './rule.ts';

const repeated = (codes: readonly string[]): readonly string[] => [
  ...new Set(codes.filter((code, place) => codes.indexOf(code) !== place)),
];

const sumOfMaxima = (components: readonly Component[]): Decimal =>
  sum(components.map((component) => decimal(component.maximumPoints)));

const checkMaxima = (framework: Framework): readonly FrameworkFinding[] => {
  const total = sumOfMaxima(framework.components);
  const whole = total.equals(framework.maximumPoints)
    ? []
    : [
        finding('error', 'total-differs-from-components', framework.code, {
          stated: framework.maximumPoints,
          sum: decimalText(total),
        }),
      ];
  const groups = listComponents(framework.components).flatMap((component) => {
    if (component.kind === 'indicator') return [];
    const children = sumOfMaxima(component.children);
    if (children.equals(component.maximumPoints)) return [];
    return [
      finding('error', 'maximum-differs-from-children', component.code, {
        stated: component.maximumPoints,
        sum: decimalText(children),
      }),
    ];
  });
  return [...whole, ...groups];
};

const NUMBER_RULES: ReadonlySet<Rule['kind']> = new Set([
  'ratio',
  'ratio-to-threshold',
  'step-threshold',
  'checklist-share',
]);

const wantedKind = (rule: Rule, item: string): DataItem['kind'] | undefined => {
  if (rule.kind === 'boolean' || rule.kind === 'checklist') return 'yes-no';
  if (rule.kind === 'level') return 'level';
  if (rule.kind === 'count-step') return item === rule.requires ? 'yes-no' : 'number';
  return NUMBER_RULES.has(rule.kind) ? 'number' : undefined;
};

const nestedRules = (rule: Rule): readonly Rule[] => {
  if (rule.kind === 'composite') return rule.parts.flatMap((part) => nestedRules(part.rule));
  if (rule.kind === 'unknown') return rule.candidates.flatMap((candidate) => nestedRules(candidate.rule));
  return [rule];
};

const checkItems = (
  indicator: ComponentIndicator,
  items: ReadonlyMap<string, DataItem>,
): readonly FrameworkFinding[] => {
  const rules = [indicator.rule, ...indicator.alternatives.map((alternative) => alternative.rule)];
  const needed = new Set(rules.flatMap(listRuleItems));
  const missing = [...needed].filter((code) => !items.has(code) || !indicator.dataItems.includes(code));
  const unfit = rules.flatMap(nestedRules).flatMap((rule) =>
    listRuleItems(rule).filter((code) => {
      const item = items.get(code);
      const kind = wantedKind(rule, code);
      return item !== undefined && kind !== undefined && item.kind !== kind;
    }),
  );
  return [
    ...missing.map((item) => finding('error', 'item-missing', indicator.code, { item })),
    ...[...new Set(unfit)].map((item) => finding('error', 'item-kind-unfit', indicator.code, { item })),
    ...indicator.dataItems
      .filter((code) => !needed.has(code))
      .map((item) => finding('warning', 'item-not-used', indicator.code, { item })),
  ];
};

const checkShares = (about: string, shares: readonly string[]): readonly FrameworkFinding[] => {
  const total = sum(shares.map((share) => decimal(share)));
  if (total.greaterThan(ONE))
    return [finding('error', 'share-above-one', about, { sum: decimalText(total) })];
  if (total.lessThan(ONE))
    return [finding('warning', 'shares-below-one', about, { sum: decimalText(total) })];
  return [];
};

const checkThreshold = (about: string, threshold: string): readonly FrameworkFinding[] =>
  decimal(threshold).greaterThan(0) ? [] : [finding('error', 'threshold-not-positive', about, { threshold })];

const checkLevels = (
  about: string,
  rule: Extract<Rule, { kind: 'level' }>,
  items: ReadonlyMap<string, DataItem>,
): readonly FrameworkFinding[] => {
  const item = items.get(rule.item);
  const declared = item?.kind === 'level' ? item.levels.map((level) => level.code) : [];
  return [
    ...declared
      .filter((code) => !rule.levels.some((level) => level.code === code))
      .map((level) => finding('error', 'level-without-share', about, { level })),
    ...rule.levels
      .filter((level) => level.share !== null && decimal(level.share).greaterThan(ONE))
      .map((level) => finding('error', 'share-above-one', about, { level: level.code })),
  ];
};

const checkRule = (
  about: string,
  rule: Rule,
  items: ReadonlyMap<string, DataItem>,
): readonly FrameworkFinding[] => {
  switch (rule.kind) {
    case 'level':
      return checkLevels(about, rule, items);
    case 'count-step':
      return decimal(rule.shareBelow).greaterThan(ONE) ? [finding('error', 'share-above-one', about)] : [];
    case 'ratio':
      return checkThreshold(about, rule.measure.multiplier);
    case 'ratio-to-threshold':
    case 'step-threshold':
      return checkThreshold(about, rule.threshold);
    case 'checklist-share':
      return checkThreshold(about, rule.listLength);
    case 'checklist':
      return checkShares(
        about,
        rule.parts.map((part) => part.share),
      );
    case 'composite':
      return [
        ...checkShares(
          about,
          rule.parts.map((part) => part.share),
        ),
        ...rule.parts.flatMap((part) => checkRule(about, part.rule, items)),
      ];
    case 'unknown':
      return rule.candidates.flatMap((candidate) => checkRule(about, candidate.rule, items));
    case 'boolean':
      return [];
  }
};

/** Checks that a framework holds together: maxima add up, codes are unique, rules fit their data items. */
export const checkFramework = (framework: Framework): readonly FrameworkFinding[] => {
  const items = new Map(framework.dataItems.map((item) => [item.code, item]));
  const indicators = listIndicators(framework);
  const used = new Set(indicators.flatMap((indicator) => indicator.dataItems));
  return [
    ...repeated(listComponents(framework.components).map((component) => component.code)).map((code) =>
      finding('error', 'component-code-repeated', code),
    ),
    ...repeated(framework.dataItems.map((item) => item.code)).map((code) =>
      finding('error', 'item-code-repeated', code),
    ),
    ...checkMaxima(framework),
    ...indicators.flatMap((indicator) => [
      ...checkItems(indicator, items),
      ...checkRule(indicator.code, indicator.rule, items),
      ...indicator.alternatives.flatMap((alternative) => checkRule(indicator.code, alternative.rule, items)),
      ...(hasUnknown(indicator.rule) ? [finding('notice', 'rule-unknown', indicator.code)] : []),
    ]),
    ...framework.dataItems
      .filter((item) => !used.has(item.code))
      .map((item) => finding('warning', 'item-not-used', item.code)),
    ...checkIntegrity(framework),
  ];
};
