import { Link } from '@tanstack/react-router';
import type { SubmissionItem } from '#contract/submission.ts';
import { usePickText } from '#web/i18n/locale.tsx';
import { ITEM_SEGMENTS } from '#web/widgets/plan-item/item-address.ts';
import type { FormRow } from './check-form.ts';
import { enterTaskWords } from './enter-answer.ts';
import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';

/** In which part the organization is asked about a task, and what the plan says of it. */
export const TaskFacts = ({ task }: { readonly task: NonNullable<SubmissionItem['task']> }) => {
  const { words } = useOpenForm().language;
  const facts = [
    words.task.roles[task.role],
    ...(task.due === null ? [] : [words.task.due(task.due)]),
    ...(task.isSpan ? [words.task.ofWholeSpan] : []),
    ...(task.expectedResult === null ? [] : [words.task.expected(task.expectedResult)]),
  ];
  return (
    <span className={styles.source}>
      {facts.join(' · ')}
      {' · '}
      <Link to="/ke-hoach/$kind/$id" params={{ kind: ITEM_SEGMENTS.task, id: task.id }}>
        {words.task.open}
      </Link>
    </span>
  );
};

const WORDS = ['difficulties', 'result'] as const;

/** What hinders a task and what has been achieved, below its percentage. */
export const TaskWordsRow = ({ row }: { readonly row: FormRow }) => {
  const { form, saver, cellLanguage, language } = useOpenForm();
  const { words } = language;
  const pick = usePickText();
  const name = pick(row.source.item.name);
  if (!form.mayWrite && row.difficulties === '' && row.result === '') return null;
  return (
    <tr className={styles.taskWords}>
      <td colSpan={6}>
        <div>
          {WORDS.map((part) =>
            form.mayWrite ? (
              <label key={part} className={styles.explanation}>
                <span className={styles.quiet}>{words.task[part]}</span>
                <textarea
                  aria-label={words.task.wordsOf(words.task[part], name)}
                  rows={2}
                  maxLength={2000}
                  value={row[part]}
                  onChange={({ currentTarget }) => {
                    saver.enter([enterTaskWords(row, { [part]: currentTarget.value }, cellLanguage)]);
                  }}
                  onBlur={saver.sendNow}
                />
              </label>
            ) : (
              row[part] !== '' && (
                <p key={part} className={styles.words}>
                  {words.task[part]}: {row[part]}
                </p>
              )
            ),
          )}
        </div>
      </td>
    </tr>
  );
};
