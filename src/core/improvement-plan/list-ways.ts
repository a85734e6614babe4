import type { Decimal } from '#core/kernel/decimal.ts';
import type { Rule } from '#core/scoring/rule.ts';
import { waysOfAdjusted, waysOfBest, waysOfChecklist, waysOfComposite, waysOfMean } from './composed-ways.ts';
import { waysOfCountStep, waysOfLevel, waysOfList, waysOnCurve, waysToBest, wayToYes } from './fact-ways.ts';
import type { Way } from './improvement-option.ts';
import type { RuleGround } from './rule-ground.ts';

/**
 * The ways to more points of a rule that is worth `points`. There are none without data, and none for a rule that is not known:
 * what nobody knows can't be turned around.
 */
export const listWays = (rule: Rule, points: Decimal, ground: RuleGround): readonly Way[] => {
  switch (rule.kind) {
    case 'boolean':
      return wayToYes(rule.item, points, ground);
    case 'level':
      return waysOfLevel(rule, points, ground);
    case 'count-step':
      return waysOfCountStep(rule, points, ground);
    case 'checklist':
      return waysOfChecklist(rule, points, ground);
    case 'checklist-share':
      return waysOfList(rule, points, ground);
    case 'composite':
      return waysOfComposite(rule, points, ground, listWays);
    case 'best-of':
      return waysOfBest(rule, points, ground, listWays);
    case 'adjusted':
      return waysOfAdjusted(rule, points, ground, listWays);
    case 'derived-mean':
      return waysOfMean(rule, points, ground);
    case 'normalised-to-best':
      return waysToBest(rule, points, ground);
    case 'ratio':
    case 'ratio-to-threshold':
    case 'step-threshold':
    case 'ratio-with-floor':
    case 'bands':
    case 'piecewise-linear':
    case 'count-tiers':
    case 'count-capped':
    case 'survey':
    case 'external':
    case 'manual':
      return waysOnCurve(rule, points, ground);
    case 'unknown':
      return [];
  }
};
