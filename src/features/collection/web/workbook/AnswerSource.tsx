import type { SubmissionItem } from '#contract/submission.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { workbookMessages } from './messages.ts';
import styles from './workbook.module.css';

/** Where a figure comes from that nobody typed: a filled form, another system, or what was known already. */
export const AnswerSource = ({ answer }: Pick<SubmissionItem, 'answer'>) => {
  const { sources } = useMessages(workbookMessages);
  const source = answer?.source;
  if (!source) return null;
  return <span className={styles.source}>{sources[source.kind](source.name ?? '')}</span>;
};
