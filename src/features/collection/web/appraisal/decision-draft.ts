import type { DataItem, DataValue } from '#contract/scoring.ts';
import type { DecisionInput } from '#contract/submission.ts';
import type { Locale } from '#web/i18n/messages.ts';
import { parseNumber, typedNumber } from '#web/i18n/parse-number.ts';
import type { AppraisalRow } from './appraisal-rows.ts';

/** A correction or a return as far as it has been typed. */
export interface DecisionDraft {
  readonly kind: 'corrected' | 'returned';
  readonly state: DataValue['state'];
  readonly typed: string;
  readonly reason: string;
}

export type DraftFault = 'reason-missing' | 'value-missing' | 'value-malformed';

/** Begins with the figure that counts now. */
export const draftOf = (
  { asked, final }: Pick<AppraisalRow, 'asked' | 'final'>,
  kind: DecisionDraft['kind'],
  locale: Locale,
): DecisionDraft => ({
  kind,
  state: final.state === 'blank' ? 'value' : final.state,
  typed:
    final.state !== 'value'
      ? ''
      : asked.item.kind === 'number'
        ? typedNumber(final.value, locale)
        : final.value,
  reason: asked.answer?.appraisal?.reason ?? '',
});

type Understood =
  | { readonly value: string | null; readonly fault?: undefined }
  | { readonly fault: 'value-missing' | 'value-malformed' };

const understand = (item: DataItem, { state, typed }: DecisionDraft, locale: Locale): Understood => {
  if (state !== 'value') return { value: null };
  if (typed.trim() === '') return { fault: 'value-missing' };
  if (item.kind !== 'number') return { value: typed };
  const value = parseNumber(typed, locale);
  return value === undefined ? { fault: 'value-malformed' } : { value };
};

/** What a decision is sent as; a plain acceptance says nothing of the value. */
export const plainDecision = (
  { asked }: Pick<AppraisalRow, 'asked'>,
  decision: 'accepted' | null,
): DecisionInput => ({
  ...{ subject: asked.subject, item: asked.item.code, decision },
  ...{ state: null, value: null, reason: null, version: asked.answer?.version ?? 0 },
});

/** A correction or return, ready to be sent, or all that is to be mended in it. The server decides what fits the item. */
export const readDecision = (
  row: Pick<AppraisalRow, 'asked'>,
  draft: DecisionDraft,
  locale: Locale,
): { readonly input: DecisionInput } | { readonly faults: readonly DraftFault[] } => {
  const reason = draft.reason.trim();
  const noReason: readonly DraftFault[] = reason === '' ? ['reason-missing'] : [];
  const base = { ...plainDecision(row, null), decision: draft.kind, reason };
  if (draft.kind === 'returned') return reason === '' ? { faults: noReason } : { input: base };
  const understood = understand(row.asked.item, draft, locale);
  if (understood.fault !== undefined) return { faults: [understood.fault, ...noReason] };
  return reason === ''
    ? { faults: noReason }
    : { input: { ...base, state: draft.state, value: understood.value } };
};
