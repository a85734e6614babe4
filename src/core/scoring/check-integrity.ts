import { decimal } from '#core/kernel/decimal.ts';
import { isAfter } from '#core/kernel/plain-date.ts';
import { checkWorkedExample } from './check-worked-example.ts';
import type { DataItem } from './data-value.ts';
import { type ComponentIndicator, type Framework, listComponents, listIndicators } from './framework.ts';
import { finding, type FrameworkFinding } from './framework-finding.ts';
import type { LocalizedText } from './localized-text.ts';
import { findMeasure, listNestedRules, listRuleItems } from './rule-parts.ts';
import type { Rule } from './rule.ts';
import { readShare } from './share.ts';

// Codes stand in lists, addresses and cells: no space, no semicolon, no slash.
const CODE = /^[^\s;/\\"'|]{1,60}$/u;

const checkCodes = (framework: Framework): readonly FrameworkFinding[] =>
  [
    framework.code,
    ...listComponents(framework.components).map(({ code }) => code),
    ...framework.dataItems.map(({ code }) => code),
  ]
    .filter((code) => !CODE.test(code))
    .map((code) => finding('error', 'code-malformed', code));

const isBlank = ({ vi, en }: LocalizedText): boolean => vi.trim() === '' || en.trim() === '';

const checkComponents = (framework: Framework): readonly FrameworkFinding[] =>
  listComponents(framework.components).flatMap((component) => [
    ...(decimal(component.maximumPoints).greaterThan(0)
      ? []
      : [finding('error', 'maximum-not-positive', component.code, { maximum: component.maximumPoints })]),
    ...(component.kind === 'group' && component.children.length === 0
      ? [finding('error', 'group-empty', component.code)]
      : []),
    ...(isBlank(component.name) ? [finding('notice', 'text-missing', component.code)] : []),
  ]);

const checkItem = (item: DataItem): readonly FrameworkFinding[] => {
  if (item.kind !== 'number' || item.minimum === null || item.maximum === null) return [];
  const { minimum, maximum } = item;
  return decimal(minimum).greaterThan(maximum)
    ? [finding('error', 'item-range-empty', item.code, { minimum, maximum })]
    : [];
};

const checkLevels = (
  about: string,
  rule: Rule,
  items: ReadonlyMap<string, DataItem>,
): readonly FrameworkFinding[] => {
  if (rule.kind !== 'level') return [];
  const item = items.get(rule.item);
  const declared = item?.kind === 'level' ? item.levels.map(({ code }) => code) : [];
  const known = rule.levels.flatMap(({ share }) => (share === null ? [] : [readShare(share)]));
  const isDescending = known.every((share, place) => known[place + 1]?.greaterThan(share) !== true);
  return [
    ...rule.levels
      .filter(({ code }) => item?.kind === 'level' && !declared.includes(code))
      .map(({ code }) => finding('warning', 'level-unknown', about, { level: code })),
    ...(isDescending ? [] : [finding('warning', 'levels-out-of-order', about)]),
  ];
};

/** The bounds that a rule asks to be reached; none for a shape without. */
const listBounds = (rule: Rule): readonly string[] => {
  if (rule.kind === 'count-step') return [rule.fullFrom];
  if (rule.kind === 'count-tiers') return rule.tiers.map(({ from }) => from);
  if (rule.kind === 'bands') return rule.bands.map(({ from }) => from);
  return 'threshold' in rule ? [rule.threshold] : [];
};

/** The most that a measure or a count can come to, where its items or its nature bound it. */
const findHighest = (rule: Rule, items: ReadonlyMap<string, DataItem>): string | undefined => {
  const measure = findMeasure(rule);
  if (!measure) {
    const count = 'count' in rule ? items.get(rule.count) : undefined;
    return count?.kind === 'number' ? (count.maximum ?? undefined) : undefined;
  }
  if (measure.partOfWhole && measure.change !== true) return measure.multiplier;
  const rate = measure.rate === null ? undefined : items.get(measure.rate);
  return measure.fraction === null && rate?.kind === 'number' ? (rate.maximum ?? undefined) : undefined;
};

const checkReach = (
  about: string,
  rule: Rule,
  items: ReadonlyMap<string, DataItem>,
): readonly FrameworkFinding[] => {
  const highest = findHighest(rule, items);
  if (highest === undefined) return [];
  return listBounds(rule)
    .filter((bound) => decimal(bound).greaterThan(highest))
    .map((threshold) => finding('error', 'threshold-unreachable', about, { threshold, highest }));
};

const checkExamples = (framework: Framework, indicator: ComponentIndicator): readonly FrameworkFinding[] =>
  indicator.workedExamples.flatMap((example) => {
    const check = checkWorkedExample(framework, indicator, example);
    return check.verdict === 'not-given'
      ? [finding('notice', 'example-not-given', indicator.code, { printed: example.printedPoints })]
      : [];
  });

const checkIndicator = (
  framework: Framework,
  indicator: ComponentIndicator,
  items: ReadonlyMap<string, DataItem>,
): readonly FrameworkFinding[] => {
  const { code } = indicator;
  const rules = [indicator.rule, ...indicator.alternatives.map(({ rule }) => rule)].flatMap(listNestedRules);
  const isComplete = rules.flatMap(listRuleItems).every((item) => items.has(item));
  const examples = isComplete ? checkExamples(framework, indicator) : [];
  return [
    ...rules.flatMap((rule) => [...checkLevels(code, rule, items), ...checkReach(code, rule, items)]),
    ...(isBlank(indicator.evidence) ? [finding('warning', 'evidence-missing', code)] : []),
    // Agencies, communes and enterprises report about themselves; a province shares it out.
    ...(framework.subjectKind === 'province' && indicator.leadAgencies.length === 0
      ? [finding('warning', 'lead-agency-missing', code)]
      : []),
    ...examples,
  ];
};

/** What goes beyond adding up: codes, tiers that nobody reaches, evidence and agencies that are not named, printed scores. */
export const checkIntegrity = (framework: Framework): readonly FrameworkFinding[] => {
  const items = new Map(framework.dataItems.map((item) => [item.code, item]));
  const { validFrom, validTo } = framework;
  const isReversed = validFrom !== undefined && validTo !== undefined && isAfter(validFrom, validTo);
  return [
    ...checkCodes(framework),
    ...(isReversed ? [finding('error', 'validity-reversed', framework.code, { validFrom, validTo })] : []),
    ...checkComponents(framework),
    ...framework.dataItems.flatMap(checkItem),
    ...listIndicators(framework).flatMap((indicator) => checkIndicator(framework, indicator, items)),
  ];
};
