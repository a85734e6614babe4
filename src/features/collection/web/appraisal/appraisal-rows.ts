import { decimal, decimalText, isDecimalText, type DecimalText } from '#core/kernel/decimal.ts';
import { BLANK } from '#core/scoring/data-value.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { DataValue } from '#contract/scoring.ts';
import type { SubmissionForm, SubmissionItem } from '#contract/submission.ts';
import type { AnswerChange } from '#features/collection/follow-up-contract.ts';

/** One figure with all that an appraiser looks at. */
export interface AppraisalRow {
  readonly key: string;
  readonly submissionId: string;
  readonly indicator: { readonly code: string; readonly name: LocalizedText };
  readonly asked: SubmissionItem;
  readonly declared: DataValue;
  /** The figure that counts: as corrected where it was, else as declared. */
  readonly final: DataValue;
  readonly findings: SubmissionForm['findings'];
  /** What it was when the report was sent the time before; null when nothing changed since. */
  readonly change: AnswerChange | null;
  /** By how much a number differs from the period before; null where either is none, or nothing changed. */
  readonly difference: DecimalText | null;
  readonly decision: 'accepted' | 'corrected' | 'returned' | null;
  /** Something was found, or changed since the report was sent the time before. */
  readonly needsAttention: boolean;
}

const keyOf = ({ subject, item }: { readonly subject: string; readonly item: string }): string =>
  `${subject}/${item}`;

const differenceOf = ({ item, previous }: SubmissionItem, declared: DataValue): DecimalText | null => {
  const before = previous?.value;
  if (item.kind !== 'number' || declared.state !== 'value' || before?.state !== 'value') return null;
  if (!isDecimalText(declared.value) || !isDecimalText(before.value)) return null;
  const difference = decimal(declared.value).minus(before.value);
  return difference.isZero() ? null : decimalText(difference);
};

/**
 * The figures of a report as its appraiser sees them: those that the person appraises, or, for who appraises none, all.
 */
export const buildRows = (
  form: SubmissionForm,
  changes: readonly AnswerChange[],
): readonly AppraisalRow[] => {
  const changed = new Map(changes.map((change) => [keyOf(change), change]));
  const rows = form.groups.flatMap(({ indicators }) =>
    indicators.flatMap(({ code, name, items }) =>
      items.map((asked): AppraisalRow => {
        const key = keyOf({ subject: asked.subject, item: asked.item.code });
        const declared = asked.answer?.value ?? BLANK;
        const appraisal = asked.answer?.appraisal ?? null;
        const findings = form.findings.filter((finding) => keyOf(finding) === key);
        const change = changed.get(key) ?? null;
        return {
          ...{ key, submissionId: form.id, indicator: { code, name }, asked, declared, findings, change },
          final: appraisal?.value ?? declared,
          difference: differenceOf(asked, declared),
          decision: appraisal?.decision ?? null,
          needsAttention: findings.length > 0 || change !== null,
        };
      }),
    ),
  );
  return rows.some(({ asked }) => asked.mayAppraise) ? rows.filter(({ asked }) => asked.mayAppraise) : rows;
};

/** Undecided figures in which nothing was found: what can be accepted in one act. */
export const listClear = (rows: readonly AppraisalRow[]): readonly AppraisalRow[] =>
  rows.filter(
    ({ asked, decision, findings }) => asked.mayAppraise && decision === null && findings.length === 0,
  );

export const VIEWS = ['all', 'attention', 'open'] as const;
export type View = (typeof VIEWS)[number];

/** The rows of a view, in the order of the form. */
export const selectRows = (rows: readonly AppraisalRow[], view: View): readonly AppraisalRow[] =>
  rows.filter((row) => {
    if (view === 'attention') return row.needsAttention;
    return view === 'all' || row.decision === null;
  });

/** Who passed the first of two appraisals since the report was last sent; null when nobody has, or it is a matter of one. */
export const findFirstAppraisal = ({
  round,
  state,
  steps,
}: Pick<SubmissionForm, 'round' | 'state' | 'steps'>): SubmissionForm['steps'][number] | null => {
  if (round.appraisalSteps < 2 || state !== 'under-appraisal') return null;
  const sent = steps.findIndex(({ action }) => action === 'submit');
  return (
    steps
      .slice(0, sent < 0 ? undefined : sent)
      .find(({ action, to }) => action === 'accept' && to === 'under-appraisal') ?? null
  );
};
