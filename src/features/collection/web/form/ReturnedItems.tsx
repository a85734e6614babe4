import type { SubmissionState } from '#core/submission/submission-state.ts';
import { shownCode } from '#core/task-progress/task-codes.ts';
import { usePickText } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import type { CheckedForm, FormRow } from './check-form.ts';
import { RowLink } from './ErrorSummary.tsx';
import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';

const IN_ITS_HOUSE: readonly SubmissionState[] = ['draft', 'ready', 'returned'];

/** What an appraiser holds against a figure, or held against it before it was mended. */
const findObjection = ({ source: { answer } }: FormRow) => {
  const said = [...(answer?.appraisal ? [answer.appraisal] : []), ...(answer?.earlierAppraisals ?? [])];
  return said[0]?.decision === 'returned' ? said[0] : undefined;
};

/** What the appraiser sent back and why, before everything else. */
export const ReturnedItems = ({ checked }: { readonly checked: CheckedForm }) => {
  const { form, language } = useOpenForm();
  const { words, format } = language;
  const pick = usePickText();
  const step = form.steps.find(({ to }) => to === 'returned');
  // Also once its house has begun to send it again: until then what was said is still to be heeded.
  if (!step || !IN_ITS_HOUSE.includes(form.state)) return null;
  const returned = checked.rows.filter(({ source }) => source.answer?.appraisal?.decision === 'returned');
  const changed = checked.rows.filter(({ source }) => source.answer?.isChanged === true);
  // Those that are mended stay in the list with what was said of them.
  const rows = checked.rows.flatMap((row) => {
    const said = findObjection(row);
    return said ? [{ row, said }] : [];
  });
  const title = words.returned.title(format.number(returned.length));
  return (
    <Section
      title={changed.length === 0 ? title : words.returned.titleChanged(title, format.number(changed.length))}
      lead={words.returned.lead}
    >
      <ul className={styles.returned}>
        {step.reason !== null && (
          <li>
            <strong>{words.returned.whole}</strong>:{' '}
            {words.appraisal.reason(step.reason, step.by ?? words.appraisal.somebody)}
          </li>
        )}
        {rows.map(({ row, said }) => (
          <li key={row.key}>
            <RowLink row={row}>
              {`${shownCode(row.source.item.code)} ${pick(row.source.item.name)}`.trim()}
            </RowLink>
            {': '}
            {words.appraisal.reason(
              said.reason ?? words.returned.noReason,
              said.by ?? words.appraisal.somebody,
            )}{' '}
            {row.source.answer?.isChanged === true && <StateBadge tone="warning">{words.changed}</StateBadge>}
          </li>
        ))}
      </ul>
    </Section>
  );
};
