import { isPlanIndicator } from '#core/task-progress/task-codes.ts';
import { TASK_GROUP } from '#core/task-progress/task-form.ts';
import { usePickText } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import { RuleSentence } from '#web/widgets/index-score/RuleSentence.tsx';
import { AnswerRow } from './AnswerRow.tsx';
import { answerKey } from './outbox.ts';
import type { CheckedForm, FormIndicator } from './check-form.ts';
import { useOpenForm } from './form-context.ts';
import { findPoints } from './find-points.ts';
import styles from './Form.module.css';
import { PastedNotice } from './PastedNotice.tsx';
import { useGrid } from './use-grid.ts';

/** Every figure that the form asks for, grouped as the framework is, as one grid for keys and pasting. */
export const AnswerGrid = ({ checked }: { readonly checked: CheckedForm }) => {
  const { form, language } = useOpenForm();
  const { words } = language;
  const pick = usePickText();
  const { grid, pasted, forgetPasted, events } = useGrid(checked);
  const places = new Map(checked.rows.map(({ key }, index) => [key, index]));
  return (
    // The keys are those of the cells inside: the frame itself takes none.
    <div ref={grid} className={styles.grid} {...(form.mayWrite && events)}>
      {form.mayWrite && <p className={styles.hint}>{words.keys}</p>}
      <div role="status">{pasted && <PastedNotice pasted={pasted} onClose={forgetPasted} />}</div>
      {form.groups.map((group) => (
        <Section
          key={group.code}
          title={
            group.code === TASK_GROUP ? pick(group.name) : words.groupTitle(group.code, pick(group.name))
          }
        >
          <table className={styles.table}>
            <caption className={styles.caption}>{pick(group.name)}</caption>
            <thead>
              <tr>
                {Object.entries(group.code === TASK_GROUP ? words.taskColumns : words.columns).map(
                  ([name, title]) => (
                    <th key={name} scope="col" className={styles[`column-${name}`]}>
                      {title}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            {group.indicators.map((indicator) => (
              <tbody key={indicator.code}>
                <IndicatorRow indicator={indicator} checked={checked} />
                {indicator.items.map(({ subject, item }) => {
                  const key = answerKey({ subject, item: item.code });
                  const row = checked.byKey.get(key);
                  return row && <AnswerRow key={key} row={row} index={places.get(key) ?? 0} />;
                })}
              </tbody>
            ))}
          </table>
        </Section>
      ))}
    </div>
  );
};

interface IndicatorRowProps {
  readonly indicator: FormIndicator;
  readonly checked: CheckedForm;
}

const IndicatorRow = ({ indicator, checked }: IndicatorRowProps) => {
  const { form, language } = useOpenForm();
  const { words, format } = language;
  const pick = usePickText();
  const evidence = pick(indicator.evidence);
  const points = findPoints(form, indicator, checked);
  if (isPlanIndicator(indicator.code)) {
    return (
      <tr className={styles.indicator}>
        <th scope="rowgroup" colSpan={6}>
          {pick(indicator.name)}
        </th>
      </tr>
    );
  }
  return (
    <tr className={styles.indicator}>
      <th scope="rowgroup" colSpan={6}>
        {indicator.code} {pick(indicator.name)}{' '}
        <span className={styles.quiet}>
          {words.maximum(format.number(indicator.maximumPoints))}
          {points && `, ${words.points(format.pointsRange(points.low, points.high))}`}
        </span>
        <details className={styles.rule}>
          <summary>{words.rule}</summary>
          <p>
            <RuleSentence rule={indicator.rule} items={indicator.ruleItems} />
          </p>
        </details>
        {form.round.requiresEvidence && evidence !== '' && (
          <p className={styles.rule}>{words.asksEvidence(evidence)}</p>
        )}
      </th>
    </tr>
  );
};
