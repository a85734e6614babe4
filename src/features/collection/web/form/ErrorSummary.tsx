import { useEffect, useRef } from 'react';
import { shownCode } from '#core/task-progress/task-codes.ts';
import { usePickText } from '#web/i18n/locale.tsx';
import type { FormRow, Hindrance } from './check-form.ts';
import { describeAnswerProblem, describeFinding } from './describe-answer.ts';
import { focusRow } from './focus-row.ts';
import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';

interface RowLinkProps {
  readonly row: FormRow;
  readonly part?: 'value' | 'explanation';
  readonly children: string;
}

/** A link that puts the cursor into the cell of a figure. */
export const RowLink = ({ row, part = 'value', children }: RowLinkProps) => (
  <a
    href={`#${row.key}`}
    onClick={(event) => {
      event.preventDefault();
      focusRow(row.key, part);
    }}
  >
    {children}
  </a>
);

const isMissing = (one: Hindrance): boolean =>
  one.kind === 'unreasoned' && one.finding.code === 'answer-missing';

const MOST_MISSING = 8;

// What is wrong comes before what is only missing, of which a form that was just begun has a page full.
const listShown = (hindrances: readonly Hindrance[]): readonly Hindrance[] => [
  ...hindrances.filter((one) => !isMissing(one)),
  ...hindrances.filter(isMissing).slice(0, MOST_MISSING),
];

/** Everything that keeps the form from being sent, each with the way to its cell. It takes the focus when it appears. */
export const ErrorSummary = ({ hindrances }: { readonly hindrances: readonly Hindrance[] }) => {
  const { language } = useOpenForm();
  const { words, format } = language;
  const pick = usePickText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'start' });
  }, []);
  const shown = listShown(hindrances);
  const rest = hindrances.length - shown.length;
  const sentenceOf = (hindrance: Hindrance): string => {
    if (hindrance.kind === 'problem') return describeAnswerProblem(hindrance.problem, language);
    const sentence = describeFinding(hindrance.finding, language);
    return hindrance.kind === 'hard' ? sentence : words.summary.unreasoned(sentence);
  };
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.summary}>
      <h2>{words.summary.title(format.number(hindrances.length))}</h2>
      <p>{words.summary.lead}</p>
      <ul>
        {shown.map((hindrance) => {
          const { row, kind } = hindrance;
          const code = kind === 'problem' ? hindrance.problem.code : hindrance.finding.code;
          const { item } = row.source;
          return (
            <li key={`${row.key} ${code}`}>
              <RowLink row={row} part={kind === 'unreasoned' ? 'explanation' : 'value'}>
                {words.summary.entry(shownCode(item.code), pick(item.name), sentenceOf(hindrance))}
              </RowLink>
            </li>
          );
        })}
        {rest > 0 && <li>{words.summary.more(format.number(rest))}</li>}
      </ul>
    </div>
  );
};
