import { useEffect, useRef, useState } from 'react';
import { usePickText } from '#web/i18n/locale.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import type { FormRow } from './check-form.ts';
import { ConflictChoice } from './ConflictChoice.tsx';
import { describeAnswerProblem, describeFinding } from './describe-answer.ts';
import { enterWords } from './enter-answer.ts';
import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';

interface CheckCellProps {
  readonly row: FormRow;
  /** What the cell of the figure is described by. */
  readonly id: string;
}

/** What the checks find at a figure, how it is saved and appraised, and the explanation that it needs. */
export const CheckCell = ({ row, id }: CheckCellProps) => {
  const { form, language } = useOpenForm();
  const { words } = language;
  const { problem, findings, entry } = row;
  const isConflict = problem?.code === 'edit.conflict';
  // What stands in the cell and can not be read is not missing as well.
  const shown = problem ? findings.filter(({ code }) => code !== 'answer-missing') : findings;
  return (
    <div className={styles.check}>
      <div id={id}>
        {problem && !isConflict && (
          <p className={styles.problem} data-severity="hard">
            {describeAnswerProblem(problem, language)}
          </p>
        )}
        {shown.map((finding) => (
          <p
            key={finding.code}
            className={finding.code === 'answer-missing' ? styles.quiet : styles.problem}
            data-severity={finding.severity}
          >
            {describeFinding(finding, language)}
          </p>
        ))}
        {findings.length === 0 && !problem && row.value.state !== 'blank' && (
          <p className={styles.fine}>{words.fine}</p>
        )}
        {entry && !problem && <p className={styles.quiet}>{words.waiting}</p>}
      </div>
      {isConflict && <ConflictChoice row={row} />}
      <AppraisalNote row={row} />
      {form.mayWrite && <Explanation row={row} />}
      {!form.mayWrite && row.explanation !== '' && (
        <p className={styles.words}>
          {words.explanation}: {row.explanation}
        </p>
      )}
    </div>
  );
};

type Answer = NonNullable<FormRow['source']['answer']>;

/** What an appraiser decided about a figure and why. */
const useAppraisalWords = (item: FormRow['source']['item']) => {
  const { words, locale } = useOpenForm().language;
  return ({ decision, value, reason, by }: NonNullable<Answer['appraisal']>): string => {
    const decided =
      decision === 'corrected'
        ? words.appraisal.corrected(value ? describeValue(item, value, locale) : words.blank)
        : words.appraisal[decision];
    return reason === null
      ? decided
      : `${decided}: ${words.appraisal.reason(reason, by ?? words.appraisal.somebody)}`;
  };
};

const AppraisalNote = ({ row }: { readonly row: FormRow }) => {
  const { words, format } = useOpenForm().language;
  const { answer, item } = row.source;
  const describe = useAppraisalWords(item);
  const appraisal = answer?.appraisal;
  return (
    <>
      {answer?.isChanged === true && (
        <p>
          <StateBadge tone="warning">{words.changed}</StateBadge>
        </p>
      )}
      {appraisal && (
        <p className={styles.words} data-decision={appraisal.decision}>
          {describe(appraisal)}
        </p>
      )}
      {answer?.earlierAppraisals.map((earlier) => (
        <p key={earlier.at} className={styles.words}>
          {words.appraisal.earlier(describe(earlier), format.instant(earlier.at))}
        </p>
      ))}
    </>
  );
};

/** The place for an explanation where a soft finding asks for one; for a figure that is just missing, behind a click. */
const Explanation = ({ row }: { readonly row: FormRow }) => {
  const { saver, cellLanguage, language } = useOpenForm();
  const { words } = language;
  const pick = usePickText();
  const [isOpen, setOpen] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  const soft = row.findings.filter(({ severity }) => severity === 'soft');
  const isOnlyMissing = soft.every(({ code }) => code === 'answer-missing');
  if (soft.length === 0 && row.explanation === '') return null;
  const name = pick(row.source.item.name);
  if (isOnlyMissing && row.explanation === '' && !isOpen) {
    return (
      <button
        type="button"
        className={styles.take}
        aria-label={`${words.explain}: ${name}`}
        onClick={() => {
          setOpen(true);
        }}
      >
        {words.explain}
      </button>
    );
  }
  return (
    <label className={styles.explanation}>
      <span className={styles.quiet}>{words.explanation}</span>
      <textarea
        ref={field}
        aria-label={words.explanationOf(name)}
        data-explanation={row.key}
        rows={2}
        maxLength={2000}
        value={row.explanation}
        onChange={({ currentTarget }) => {
          saver.enter([enterWords(row, { explanation: currentTarget.value }, cellLanguage)]);
        }}
        onBlur={saver.sendNow}
      />
    </label>
  );
};
