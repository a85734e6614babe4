import { Decimal, decimalText, publish, sum, ZERO } from '#core/kernel/decimal.ts';
import { listAgencyDuties } from '#core/improvement-plan/agency-duties.ts';
import { defaultEffortPerUnit } from '#core/improvement-plan/effort.ts';
import { alongLever, type ImprovementOption, type Lever } from '#core/improvement-plan/improvement-option.ts';
import { isAllOrNothing, type PlanStep, pointsWithin } from '#core/improvement-plan/improvement-plan.ts';
import { listPlanRemarks } from '#core/improvement-plan/plan-remarks.ts';
import { publishInterval } from '#core/scoring/evaluate.ts';
import { findComponent, findDataItem, type Framework, listIndicators } from '#core/scoring/framework.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import { NOTHING } from '#core/scoring/interval.ts';
import type {
  ImprovementOptionView,
  LeverValue,
  PlanStepView,
  PlanView,
} from '#contract/improvement-plan.ts';
import type { ProvenPlan } from './find-plans.ts';
import type { ResolvedAim } from './resolve-aim.ts';

const EFFORT_PLACES = 2;
const PER_UNIT_PLACES = 6;

const effortText = (effort: Decimal): string => decimalText(effort.toDecimalPlaces(EFFORT_PLACES));

/** A proof, rounded to the side on which it stays true: the least effort down, the most points up. */
export const boundText = (bound: Decimal, isEffort: boolean): string =>
  decimalText(bound.toDecimalPlaces(EFFORT_PLACES, isEffort ? Decimal.ROUND_DOWN : Decimal.ROUND_UP));

const pointsText = (points: Decimal, { policies }: Framework): string => publish(points, policies.rounding);

/** A position of a lever as it is reported. */
export const leverText = (lever: Lever, position: Decimal): string => {
  switch (lever.kind) {
    case 'number':
      return decimalText(alongLever(lever, position));
    case 'yes-no':
      return position.isZero() ? 'no' : 'yes';
    case 'level':
      return lever.levels[position.toNumber()] ?? '';
  }
};

/** A value of an item with the name of its level, where it has levels. */
export const leverValue = (framework: Framework, item: string, value: string): LeverValue => {
  const declared = findDataItem(framework, item);
  const level = declared?.kind === 'level' ? declared.levels.find(({ code }) => code === value) : undefined;
  return { value, name: level?.name ?? null };
};

/** What is moved, and by whom. */
export interface LeverReference {
  readonly option: string;
  readonly componentCode: string;
  readonly item: string;
  readonly leadAgencies: readonly string[];
}

const agencyOf = (framework: Framework, key: string): PlanStepView['leadAgencies'][number] => {
  const references = listIndicators(framework).flatMap(({ leadAgencies }) => leadAgencies);
  return (
    references.find((agency) => (agency.organizationCode ?? agency.nameAsWritten) === key) ?? {
      nameAsWritten: key,
      organizationCode: null,
      name: key,
    }
  );
};

/**
 * What a lever is called and who leads: the same for options, steps and kept targets. What a later version of the framework
 * dropped goes by its code.
 */
export const leverView = (
  framework: Framework,
  { option, componentCode, item, leadAgencies }: LeverReference,
) => {
  const byCode = (code: string): LocalizedText => ({ vi: code, en: code });
  const declared = findDataItem(framework, item);
  return {
    ...{ option, componentCode, item },
    componentName: findComponent(framework, componentCode)?.name ?? byCode(componentCode),
    itemName: declared?.name ?? byCode(item),
    leverKind: declared?.kind ?? 'number',
    unit: declared?.kind === 'number' ? declared.unit : null,
    leadAgencies: leadAgencies.map((agency) => agencyOf(framework, agency)),
  };
};

const optionLever = (framework: Framework, option: Omit<ImprovementOption, 'stretches'>) =>
  leverView(framework, {
    option: option.id,
    componentCode: option.componentCode,
    item: option.lever.item,
    leadAgencies: option.leadAgencies,
  });

/** One way to win points, for choosing efforts and limits. */
export const optionView = (framework: Framework, option: ImprovementOption): ImprovementOptionView[] => {
  const [first] = option.stretches;
  const last = option.stretches.at(-1);
  if (!first || !last) return [];
  const { item } = option.lever;
  const perUnit = defaultEffortPerUnit(option);
  const usedUp = sum(option.branches.map(({ entry }) => entry));
  const gain = Decimal.max(sum(option.stretches.map((stretch) => stretch.gain)).minus(usedUp), ZERO);
  return [
    {
      ...optionLever(framework, option),
      startIsBound: option.startIsBound,
      from: leverValue(framework, item, leverText(option.lever, first.from)),
      to: leverValue(framework, item, leverText(option.lever, last.to)),
      gain: pointsText(gain, framework),
      allOrNothing: isAllOrNothing({ option, to: last.to }),
      defaultEffortPerUnit: decimalText(perUnit.toDecimalPlaces(PER_UNIT_PLACES)),
      defaultEffort: effortText(last.to.minus(first.from).times(perUnit)),
    },
  ];
};

const stepView = (framework: Framework, step: PlanStep): PlanStepView => {
  const { option } = step;
  const { item } = option.lever;
  return {
    ...optionLever(framework, option),
    startIsBound: option.startIsBound,
    from: leverValue(framework, item, leverText(option.lever, step.from)),
    to: leverValue(framework, item, leverText(option.lever, step.to)),
    gain: pointsText(step.gain, framework),
    effort: effortText(step.effort),
    allOrNothing: isAllOrNothing(step),
  };
};

/** A plan for people: steps, agencies, remarks and proof, rounded once. */
export const planView = (
  framework: Framework,
  { plan, bound }: ProvenPlan,
  aim: ResolvedAim,
  place: number,
): PlanView => {
  const within = (score: typeof plan.before) =>
    publishInterval(pointsWithin(score, aim.component) ?? NOTHING, framework.policies.rounding);
  const proof = boundText(bound, aim.goal !== null);
  return {
    steps: plan.steps.map((step) => stepView(framework, step)),
    effort: effortText(plan.effort),
    before: within(plan.before),
    after: within(plan.after),
    agencies: listAgencyDuties(plan).map((duty) => ({
      agency: agencyOf(framework, duty.agency),
      effort: effortText(duty.effort),
      gain: pointsText(duty.gain, framework),
      steps: duty.steps.map(({ option }) => option.id),
    })),
    remarks: [...listPlanRemarks(plan, { ...aim, least: place === 0 ? proof : null })],
    bound: proof,
  };
};
