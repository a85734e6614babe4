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
import { findMeasure, hasUnknown, listNestedRules, listOwnItems, listRuleItems } from './rule-parts.ts';
import type { Rule } from './rule.ts';
import { readShare } from './share.ts';

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

const wantedKind = (rule: Rule, item: string): DataItem['kind'] => {
  if (rule.kind === 'boolean' || rule.kind === 'checklist') return 'yes-no';
  if (rule.kind === 'level') return 'level';
  return rule.kind === 'count-step' && item === rule.requires ? 'yes-no' : 'number';
};

const checkItems = (
  indicator: ComponentIndicator,
  items: ReadonlyMap<string, DataItem>,
): readonly FrameworkFinding[] => {
  const rules = [indicator.rule, ...indicator.alternatives.map((alternative) => alternative.rule)];
  const needed = new Set(rules.flatMap(listRuleItems));
  const missing = [...needed].filter((code) => !items.has(code) || !indicator.dataItems.includes(code));
  const unfit = rules.flatMap(listNestedRules).flatMap((rule) =>
    listOwnItems(rule).filter((code) => {
      const item = items.get(code);
      return item !== undefined && item.kind !== wantedKind(rule, code);
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
  const total = sum(shares.map(readShare));
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
      .filter((level) => level.share !== null && readShare(level.share).greaterThan(ONE))
      .map((level) => finding('error', 'share-above-one', about, { level: level.code })),
  ];
};

const checkEachShare = (about: string, shares: readonly string[]): readonly FrameworkFinding[] =>
  shares
    .filter((share) => readShare(share).greaterThan(ONE))
    .map((share) => finding('error', 'share-above-one', about, { sum: share }));

const isRising = (bounds: readonly string[]): boolean =>
  bounds.every((bound, place) => place === 0 || decimal(bound).greaterThan(bounds[place - 1] ?? bound));

/** Bounds that do not rise leave tiers that nothing can reach. */
const checkSteps = (
  about: string,
  bounds: readonly string[],
  shares: readonly string[],
): readonly FrameworkFinding[] => [
  ...(bounds.length === 0 ? [finding('error', 'rule-without-parts', about)] : []),
  ...(isRising(bounds) ? [] : [finding('error', 'tier-unreachable', about, { bounds: bounds.join('; ') })]),
  ...checkEachShare(about, shares),
];

const checkMeasure = (about: string, rule: Rule): readonly FrameworkFinding[] => {
  const measure = findMeasure(rule);
  if (!measure) return [];
  const reads = measure.fraction !== null || measure.rate !== null;
  return [
    ...checkThreshold(about, measure.multiplier),
    ...(reads ? [] : [finding('error', 'measure-without-items', about)]),
  ];
};

const checkShape = (
  about: string,
  rule: Rule,
  items: ReadonlyMap<string, DataItem>,
): readonly FrameworkFinding[] => {
  switch (rule.kind) {
    case 'level':
      return checkLevels(about, rule, items);
    case 'count-step':
      return checkEachShare(about, [rule.shareBelow]);
    case 'count-tiers':
      return checkSteps(
        about,
        rule.tiers.map(({ from }) => from),
        rule.tiers.map(({ share }) => share),
      );
    case 'count-capped':
      return checkThreshold(about, decimalText(readShare(rule.shareEach)));
    case 'ratio-to-threshold':
    case 'step-threshold':
      return checkThreshold(about, rule.threshold);
    case 'ratio-with-floor':
      return decimal(rule.floor).greaterThan(rule.measure.multiplier)
        ? [finding('warning', 'tier-unreachable', about, { bounds: rule.floor })]
        : [];
    case 'bands':
      return checkSteps(
        about,
        rule.bands.map(({ from }) => from),
        rule.bands.map(({ share }) => share),
      );
    case 'piecewise-linear':
      return checkSteps(
        about,
        rule.points.map(({ at }) => at),
        rule.points.map(({ share }) => share),
      );
    case 'checklist-share':
      return checkThreshold(about, rule.listLength);
    case 'survey':
    case 'external':
    case 'manual':
      return checkThreshold(about, rule.outOf);
    case 'derived-mean':
      return [
        ...checkThreshold(about, rule.outOf),
        ...(rule.items.length === 0 ? [finding('error', 'rule-without-parts', about)] : []),
      ];
    case 'checklist':
    case 'composite':
      return checkShares(
        about,
        rule.parts.map((part) => part.share),
      );
    case 'best-of':
      return [
        ...(rule.cases.length === 0 ? [finding('error', 'rule-without-parts', about)] : []),
        ...checkEachShare(
          about,
          rule.cases.map((one) => one.share),
        ),
      ];
    case 'adjusted':
      return checkEachShare(
        about,
        rule.adjustments.map((adjustment) => adjustment.cap),
      );
    case 'boolean':
    case 'ratio':
    case 'normalised-to-best':
    case 'unknown':
      return [];
  }
};

const checkRule = (
  about: string,
  rule: Rule,
  items: ReadonlyMap<string, DataItem>,
): readonly FrameworkFinding[] =>
  listNestedRules(rule).flatMap((nested) => [
    ...checkMeasure(about, nested),
    ...checkShape(about, nested, items),
  ]);

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
