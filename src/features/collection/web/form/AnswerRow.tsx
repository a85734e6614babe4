import { useId } from 'react';
import { readCode } from '#core/task-progress/task-codes.ts';
import { usePickText } from '#web/i18n/locale.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import { CheckCell } from './CheckCell.tsx';
import type { FormRow } from './check-form.ts';
import { enterWords } from './enter-answer.ts';
import { EvidenceCell } from '#features/collection/web/evidence/EvidenceCell.tsx';
import { AnswerSource } from '#features/collection/web/workbook/AnswerSource.tsx';
import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';
import { PreviousCell } from './PreviousCell.tsx';
import { RaiseDifficulty } from './RaiseDifficulty.tsx';
import { TaskFacts, TaskWordsRow } from './TaskWords.tsx';
import { ValueCell } from './ValueCell.tsx';

interface AnswerRowProps {
  readonly row: FormRow;
  readonly index: number;
}

/** One figure: what it is, what it was, what it is now, its note, its evidence, what the checks say. */
export const AnswerRow = ({ row, index }: AnswerRowProps) => {
  const { form, language } = useOpenForm();
  const { words, locale } = language;
  const pick = usePickText();
  const checkId = useId();
  const { source } = row;
  const { item, subject, share, evidence, task } = source;
  const columns = task ? words.taskColumns : words.columns;
  const isWrong = row.problem !== null || row.findings.some(({ severity }) => severity === 'hard');
  const figure = (
    <tr data-key={row.key} data-wrong={isWrong ? '' : undefined}>
      <th scope="row" className={styles.item}>
        {pick(item.name)} <span className={styles.code}>{readCode(item.code)}</span>
        {task && <TaskFacts task={task} />}
        <RaiseDifficulty row={row} />
        {share === 'part' && <span className={styles.source}>{words.part(form.organization.name)}</span>}
      </th>
      <td data-label={columns.previous}>
        <PreviousCell row={row} />
      </td>
      <td data-label={columns.present} className={styles.cell}>
        {form.mayWrite ? (
          <ValueCell row={row} index={index} describedBy={checkId} />
        ) : (
          describeValue(item, row.value, locale)
        )}
        {!row.entry && <AnswerSource answer={source.answer} />}
      </td>
      <td data-label={columns.note} className={styles.noteCell}>
        {form.mayWrite ? <NoteField row={row} index={index} /> : row.note}
      </td>
      <td data-label={columns.evidence}>
        <EvidenceCell
          submissionId={form.id}
          subject={subject}
          item={item.code}
          name={pick(item.name)}
          evidenceIds={evidence}
          mayWrite={form.mayWrite}
        />
      </td>
      <td data-label={columns.check}>
        <CheckCell row={row} id={checkId} />
      </td>
    </tr>
  );
  if (!task) return figure;
  return (
    <>
      {figure}
      <TaskWordsRow row={row} />
    </>
  );
};

const NoteField = ({ row, index }: AnswerRowProps) => {
  const { saver, cellLanguage, language } = useOpenForm();
  const pick = usePickText();
  return (
    <input
      type="text"
      data-row={index}
      data-column={1}
      className={styles.note}
      aria-label={language.words.noteOf(pick(row.source.item.name))}
      maxLength={2000}
      value={row.note}
      onChange={({ currentTarget }) => {
        saver.enter([enterWords(row, { note: currentTarget.value }, cellLanguage)]);
      }}
      onBlur={saver.sendNow}
    />
  );
};
