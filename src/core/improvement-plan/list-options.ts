import { type Decimal, ZERO } from '#core/kernel/decimal.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import type { IndexScore } from '#core/scoring/evaluate.ts';
import type { Component, ComponentIndicator, Framework } from '#core/scoring/framework.ts';
import type { League } from '#core/scoring/rule-outcome.ts';
import type { ImprovementOption, Way } from './improvement-option.ts';
import { listWays } from './list-ways.ts';
import type { RuleGround } from './rule-ground.ts';

const agenciesOf = (indicator: ComponentIndicator): readonly string[] =>
  indicator.leadAgencies.map((agency) => agency.organizationCode ?? agency.nameAsWritten);

/** The component's code, with the item where there are several ways, and numbered where an item is in several of them. */
const nameWay = (code: string, ways: readonly Way[], place: number): string => {
  if (ways.length === 1) return code;
  const item = ways[place]?.lever.item ?? '';
  const before = ways.slice(0, place).filter(({ lever }) => lever.item === item).length;
  return before === 0 ? `${code}/${item}` : `${code}/${item}/${String(before + 1)}`;
};

const optionsOf = (
  indicator: ComponentIndicator,
  points: Decimal,
  within: ReadonlySet<string>,
  ground: Omit<RuleGround, 'place'>,
): readonly ImprovementOption[] => {
  const ways = listWays(indicator.rule, points, { ...ground, place: indicator.code });
  return ways.map((way, place) => ({
    ...way,
    id: nameWay(indicator.code, ways, place),
    componentCode: indicator.code,
    within,
    leadAgencies: agenciesOf(indicator),
  }));
};

const directionOf = ({ lever }: Way): string => (lever.kind === 'number' ? lever.direction : 'rising');

/** One item can't go up for one rule and down for another: a plan chooses. */
const chooseDirections = (options: readonly ImprovementOption[]): readonly ImprovementOption[] =>
  options.map((option) => {
    const { item } = option.lever;
    const hasBoth = options.some(
      (other) => other.lever.item === item && directionOf(other) !== directionOf(option),
    );
    const branch = { choice: `item ${item}`, case: directionOf(option), entry: ZERO };
    return hasBoth ? { ...option, branches: [branch, ...option.branches] } : option;
  });

/**
 * Lists what can be improved, item by item: for each rule that is known, the way from the present value to full points.
 * A component whose rule or value is not known, or that does not apply, has no way that surely wins points. Rules that compare
 * with others need the league; the best of it is taken to stay where it is.
 */
export const listImprovementOptions = (
  framework: Framework,
  values: DataValues,
  score: IndexScore,
  league?: League,
): readonly ImprovementOption[] => {
  const items = new Map(framework.dataItems.map((item) => [item.code, item]));
  const ground = { values, items, policies: framework.policies, league };
  const within = (component: Component, above: ReadonlySet<string>): readonly ImprovementOption[] => {
    const codes = new Set([...above, component.code]);
    if (component.kind === 'group') return component.children.flatMap((child) => within(child, codes));
    const scored = score.byCode.get(component.code);
    if (!scored || scored.state === 'not-applicable') return [];
    return optionsOf(component, scored.maximum, codes, ground);
  };
  return chooseDirections(framework.components.flatMap((component) => within(component, new Set())));
};
