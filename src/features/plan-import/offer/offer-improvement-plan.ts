import { decimal, publish } from '#core/kernel/decimal.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import {
  type DraftTarget,
  type ImprovementDraft,
  writeImprovementDraft,
} from '#core/plan/improvement-draft.ts';
import { findComponent, findDataItem, type Framework, listIndicators } from '#core/scoring/framework.ts';
import { type NumberStyle, withUnit, writeNumber } from '#core/scoring/wording/number-wording.ts';
import { findFrameworkVersion } from '#server/scoring/load-index.ts';
import type { ImportContext } from '#features/plan-import/import-context.ts';
import { findKeptPlan, type KeptPlanRows } from './improvement-plan-reads.ts';
import { type Offered, offerText } from './offer-plan.ts';

const VIETNAMESE: NumberStyle = {
  decimalMark: ',',
  groupMark: '.',
  over: (text) => `từ ${text} trở lên`,
  between: (low, high) => `${low} đến ${high}`,
};
const MOST_PLACES = 9;

const ANSWERS: Readonly<Record<string, string>> = { yes: 'có', no: 'không' };

/** A value as the document writes it: a number with its unit, yes or no, or the name of a level. */
const textOf = (framework: Framework, item: string, value: string): string => {
  const declared = findDataItem(framework, item);
  if (declared?.kind === 'number')
    return withUnit(writeNumber(value, VIETNAMESE, MOST_PLACES), declared.unit.vi);
  if (declared?.kind === 'level') return declared.levels.find(({ code }) => code === value)?.name.vi ?? value;
  return ANSWERS[value] ?? value;
};

const nameOfAgency = (framework: Framework, key: string): string =>
  listIndicators(framework)
    .flatMap(({ leadAgencies }) => leadAgencies)
    .find((agency) => (agency.organizationCode ?? agency.nameAsWritten) === key)?.name ?? key;

const targetOf = (framework: Framework, row: KeptPlanRows['targets'][number]): DraftTarget => {
  const declared = findDataItem(framework, row.item_code);
  const isNumber = declared?.kind === 'number';
  return {
    componentCode: row.component_code,
    componentName: findComponent(framework, row.component_code)?.name.vi ?? row.component_code,
    itemName: declared?.name.vi ?? row.item_code,
    unit: isNumber ? declared.unit.vi : null,
    fromText: textOf(framework, row.item_code, row.from_value),
    targetText: textOf(framework, row.item_code, row.target_value),
    from: isNumber ? row.from_value : null,
    target: isNumber ? row.target_value : null,
    isFalling: isNumber && decimal(row.target_value).lessThan(row.from_value),
    // Safe: only the keeping of a plan writes this column.
    leadAgencies: (row.lead_agencies as readonly string[]).map((agency) => nameOfAgency(framework, agency)),
  };
};

const draftOf = (
  framework: Framework,
  { plan, targets }: KeptPlanRows,
  targetYear: number,
): ImprovementDraft => {
  const points = (text: string): string =>
    writeNumber(publish(decimal(text), framework.policies.rounding), VIETNAMESE, MOST_PLACES);
  return {
    planId: plan.plan_id,
    revision: plan.revision,
    name: plan.name,
    subjectName: plan.subject_name,
    frameworkTitle: framework.title.vi,
    baseYear: plan.year,
    targetYear,
    pointsBefore: points(plan.points_before_low),
    pointsAfter: points(plan.points_after_low),
    statesIndicators: framework.subjectKind === 'province',
    targets: targets.map((target) => targetOf(framework, target)),
  };
};

/** Which kept plan is offered, and the year at whose end its targets are to be reached. */
export interface ImprovementOffer {
  readonly id: string;
  readonly revision: number;
  readonly targetYear: number;
}

/**
 * Offers the draft targets of a kept plan to the registers: a draft that changes nothing until it has been reviewed and accepted.
 * The same revision for the same year is offered once.
 */
export const offerImprovementPlan = async (
  context: ImportContext,
  { id, revision, targetYear }: ImprovementOffer,
): Promise<Offered | Refusal> => {
  const kept = await findKeptPlan(context.db, id, revision);
  if (!kept) return refuse('record.not-found', { kind: 'improvement-plan', code: id });
  if (targetYear <= kept.plan.year) {
    return refuse('plan-import.year-not-later', { field: 'targetYear', year: kept.plan.year });
  }
  const { framework_code: code, framework_version: version } = kept.plan;
  const framework = await findFrameworkVersion(context.db, code, version);
  if (!framework) return refuse('record.not-found', { kind: 'framework', code });
  const { text, reading } = writeImprovementDraft(draftOf(framework, kept, targetYear));
  const fileName = `phuong-an-${id.slice(-12)}-ban-${String(revision)}.txt`;
  return offerText(context, { fileName, text, reading, improvementPlan: { id, revision } });
};
