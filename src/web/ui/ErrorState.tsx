import { Button } from '@mantine/core';
import { toProblem } from '#web/api/problem-error.ts';
import { useSessionEnd } from '#web/api/session-end.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { describeProblem } from '#web/i18n/problem-sentences.ts';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import styles from './Notice.module.css';

interface ErrorStateProps {
  readonly error: unknown;
  /** What was being done or shown, in the reader's words. */
  readonly where?: string;
  readonly onRetry?: () => void;
}

/** Says what went wrong, where, and how to mend it. */
export const ErrorState = ({ error, where, onRetry }: ErrorStateProps) => {
  const { kit, problems } = useMessages(sharedMessages);
  const problem = toProblem(error);
  const sessionEnd = useSessionEnd();
  // Somebody has signed in again since: what is left to do stands on the page itself.
  if (problem.code === 'session.required' && sessionEnd === null) return null;
  const isFault = problem.code.startsWith('server.');
  const { what, mend } = describeProblem(problem, problems);
  return (
    <div role="alert" className={styles.notice} data-kind="error">
      <p className={styles.title}>{what}</p>
      <div className={styles.text}>
        {where !== undefined && <p>{kit.where(where)}</p>}
        <p>{mend}</p>
        {isFault && problem.requestId !== undefined && (
          <p className={styles.quiet}>{kit.requestId(problem.requestId)}</p>
        )}
      </div>
      {/* Who may not today may not on a second try either. */}
      {onRetry && problem.code !== 'access.denied' && (
        <div className={styles.action}>
          <Button variant="default" onClick={onRetry}>
            {kit.retry}
          </Button>
        </div>
      )}
    </div>
  );
};
