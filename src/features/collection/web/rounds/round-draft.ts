import { saysSomething } from '#core/kernel/text.ts';
import type { z } from 'zod';
import { PERIOD_TEXT } from '#core/submission/reporting-period.ts';
import type { ValueKind } from '#core/submission/reporting-round.ts';
import type { RoundInput } from '#contract/reporting-round.ts';
import type { RoundProposal } from '#features/collection/contract.ts';

/** What a round is prepared from. */
export const BASES = ['duty', 'framework', 'ad-hoc'] as const;
export type Basis = (typeof BASES)[number];

/** A round as it has been filled in so far. */
export interface RoundDraft {
  readonly basis: Basis;
  readonly title: string;
  readonly dutyId: string | null;
  readonly framework: string;
  readonly period: string;
  readonly valueKind: ValueKind;
  readonly dueDay: string;
  readonly dueBefore: boolean;
  readonly lockDay: string;
  readonly appraisalSteps: 1 | 2;
  readonly requiresEvidence: boolean;
  /** Left out of those that the framework gives. */
  readonly withoutOrganizations: readonly string[];
  readonly withoutItems: readonly string[];
  /** Documents for whose open tasks it asks as well. */
  readonly plans: readonly string[];
}

export const EMPTY_DRAFT: RoundDraft = {
  ...{ basis: 'duty', title: '', dutyId: null, framework: '', period: '', valueKind: 'final' },
  ...{ dueDay: '', dueBefore: false, lockDay: '', appraisalSteps: 1, requiresEvidence: true },
  ...{ withoutOrganizations: [], withoutItems: [], plans: [] },
};

/** Whom and what the round could ask. */
export interface Preview {
  readonly organizations: readonly { readonly code: string }[];
  readonly items: readonly { readonly code: string }[];
  readonly plans: readonly {
    readonly id: string;
    readonly organizations: readonly { readonly code: string }[];
  }[];
}

/** Every organization that is asked: for figures by the framework, and for tasks by the plans that are chosen. */
export const listAskedCodes = (preview: Preview, plans: readonly string[]): readonly { code: string }[] => {
  const byTasks = preview.plans.filter(({ id }) => plans.includes(id)).flatMap((plan) => plan.organizations);
  return [...new Set([...preview.organizations, ...byTasks].map(({ code }) => code))].map((code) => ({
    code,
  }));
};

/**
 * The draft as a report of a plan fills it in: its day as the plan states it. A day before the period ends can only bring
 * an estimate.
 */
export const takeProposal = (draft: RoundDraft, proposal: RoundProposal, title: string): RoundDraft => ({
  ...draft,
  ...{ title, dutyId: proposal.dutyId, period: proposal.period },
  ...{ dueDay: proposal.dueDay, dueBefore: proposal.dueBefore },
  valueKind: proposal.dueDay.slice(0, 4) === proposal.period.slice(0, 4) ? 'estimate' : 'final',
});

/** Which fields cannot be sent as they are. */
export type DraftFault =
  'name-missing' | 'framework-missing' | 'period-malformed' | 'due-missing' | 'lock-before-due' | 'nobody';

const isLeft = (all: readonly { readonly code: string }[], without: readonly string[]): boolean =>
  all.some(({ code }) => !without.includes(code));

/** What is still to be mended before a draft can be sent, in the order of the form. */
export const listFaults = (draft: RoundDraft, preview: Preview | undefined): readonly DraftFault[] => [
  ...(!saysSomething(draft.title) ? (['name-missing'] as const) : []),
  ...(draft.framework === '' ? (['framework-missing'] as const) : []),
  ...(PERIOD_TEXT.test(draft.period) ? [] : (['period-malformed'] as const)),
  ...(draft.dueDay === '' ? (['due-missing'] as const) : []),
  ...(draft.lockDay !== '' && draft.lockDay < draft.dueDay ? (['lock-before-due'] as const) : []),
  ...(preview &&
  !(
    isLeft(listAskedCodes(preview, draft.plans), draft.withoutOrganizations) &&
    (draft.plans.length > 0 || isLeft(preview.items, draft.withoutItems))
  )
    ? (['nobody'] as const)
    : []),
];

const chosen = (all: readonly { readonly code: string }[], without: readonly string[]): string[] | null =>
  all.some(({ code }) => without.includes(code))
    ? all.map(({ code }) => code).filter((code) => !without.includes(code))
    : null;

/** The draft as it is sent. All that the framework gives is null, so that nobody is forgotten who comes later. */
export const inputOf = (
  draft: RoundDraft,
  preview: Preview,
  writeId: string,
): z.input<typeof RoundInput> => ({
  ...{ title: draft.title.trim(), dutyId: draft.basis === 'duty' ? draft.dutyId : null },
  ...{ framework: draft.framework, period: draft.period, valueKind: draft.valueKind },
  ...{ dueDay: draft.dueDay, dueBefore: draft.dueBefore },
  lockDay: draft.lockDay === '' ? null : draft.lockDay,
  ...{ appraisalSteps: draft.appraisalSteps, requiresEvidence: draft.requiresEvidence },
  organizations: chosen(listAskedCodes(preview, draft.plans), draft.withoutOrganizations),
  items: chosen(preview.items, draft.withoutItems),
  plans: [...draft.plans],
  writeId,
});
