import type { SnapshotVerification } from '#features/score-snapshot/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { snapshotMessages } from './messages.ts';
import styles from './Snapshot.module.css';

const CHECKS = ['content', 'framework', 'score'] as const;

/** Whether a snapshot is still as it was taken: its content, its framework, and the points scored again. */
export const Verification = ({ verification }: { readonly verification: SnapshotVerification }) => {
  const { one: words } = useMessages(snapshotMessages);
  const { holds } = verification;
  return (
    <div role="status">
      <p className={styles.verdict}>{holds ? words.holds : words.altered}</p>
      <ul className={styles.checks}>
        {CHECKS.map((check) => (
          <li key={check}>
            <StateBadge tone={verification[check] ? 'good' : 'bad'}>
              {words.checks[check][verification[check] ? 'yes' : 'no']}
            </StateBadge>
          </li>
        ))}
      </ul>
      {!holds && <p>{words.alteredHelp}</p>}
    </div>
  );
};
