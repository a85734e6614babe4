import { shownCode } from '#core/task-progress/task-codes.ts';
import { usePickText } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import type { CheckedForm } from './check-form.ts';
import { RowLink } from './ErrorSummary.tsx';
import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';

/** What the appraiser sent back and why, before everything else. */
export const ReturnedItems = ({ checked }: { readonly checked: CheckedForm }) => {
  const { form, language } = useOpenForm();
  const { words, format } = language;
  const pick = usePickText();
  if (form.state !== 'returned') return null;
  const returned = checked.rows.filter(({ source }) => source.answer?.appraisal?.decision === 'returned');
  const changed = checked.rows.filter(({ source }) => source.answer?.isChanged === true);
  const step = form.steps.find(({ to }) => to === 'returned');
  const title = words.returned.title(format.number(returned.length));
  return (
    <Section
      title={changed.length === 0 ? title : words.returned.titleChanged(title, format.number(changed.length))}
      lead={words.returned.lead}
    >
      <ul className={styles.returned}>
        {step?.reason !== null && step?.reason !== undefined && (
          <li>
            <strong>{words.returned.whole}</strong>:{' '}
            {words.appraisal.reason(step.reason, step.by ?? words.appraisal.somebody)}
          </li>
        )}
        {[...returned, ...changed].map((row) => {
          const appraisal = row.source.answer?.appraisal;
          return (
            <li key={row.key}>
              <RowLink row={row}>
                {`${shownCode(row.source.item.code)} ${pick(row.source.item.name)}`.trim()}
              </RowLink>
              {': '}
              {appraisal ? (
                words.appraisal.reason(
                  appraisal.reason ?? words.returned.noReason,
                  appraisal.by ?? words.appraisal.somebody,
                )
              ) : (
                <StateBadge tone="warning">{words.changed}</StateBadge>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
};
