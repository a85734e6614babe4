import type { ChangeProblem } from '#core/scenario/check-changes.ts';
import { findDataItem, type Framework } from '#core/scoring/framework.ts';
import { useFormat, useLocale, useMessages } from '#web/i18n/locale.tsx';
import { describeCellRefusal } from './describe-refusal.ts';
import { scenarioMessages } from './messages.ts';
import styles from './Notices.module.css';

interface UnusableNoticeProps {
  readonly framework: Framework;
  readonly problems: readonly ChangeProblem[];
  /** Parts of the address that say nothing understandable. */
  readonly unread: readonly string[];
}

/** Says which changes of a link or a kept scenario can't be used, and why; the others count. */
export const UnusableNotice = ({ framework, problems, unread }: UnusableNoticeProps) => {
  const words = useMessages(scenarioMessages);
  const format = useFormat();
  const { locale } = useLocale();
  const count = problems.length + unread.length;
  if (count === 0) return null;
  const sentenceOf = ({ item, problem }: ChangeProblem): string => {
    if (problem === 'unknown-item') return words.problems.unknownItem(item);
    const name = findDataItem(framework, item)?.name[locale] ?? item;
    return words.problems.ofItem(name, describeCellRefusal(problem, { framework, locale, format, words }));
  };
  return (
    <div role="alert" className={styles.notice}>
      <p className={styles.title}>{words.problems.unusable(format.number(count))}</p>
      <p>{words.problems.unusableMend}</p>
      <ul>
        {problems.map((problem) => (
          <li key={problem.item}>{sentenceOf(problem)}</li>
        ))}
        {unread.map((text) => (
          <li key={text}>{words.problems.unread(text)}</li>
        ))}
      </ul>
    </div>
  );
};
