import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listDifficulties } from '#features/difficulty/contract.ts';
import { call } from '#web/api/call.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { Section } from '#web/ui/Section.tsx';
import { DifficultyStateBadge } from './DifficultyStateBadge.tsx';
import styles from './difficulty.module.css';
import { difficultyWords } from './messages.ts';

const MOST_SHOWN = 5;

interface DifficultySectionProps {
  /** A task, a target or a report. */
  readonly about: string;
  /** What it is, by its name in addresses. */
  readonly kind: 'nhiem-vu' | 'chi-tieu' | 'bao-cao';
}

/** What hinders a task, a target or a report, and where it stands; with the way to raise something. */
export const DifficultySection = ({ about, kind }: DifficultySectionProps) => {
  const words = useMessages(difficultyWords);
  const format = useFormat();
  const mayRead = usePermission('difficulty.read');
  const mayRaise = usePermission('difficulty.raise');
  const { data } = useQuery({
    queryKey: ['difficulties', 'about', about],
    queryFn: ({ signal }) => call(listDifficulties, { query: { about, limit: String(MOST_SHOWN) }, signal }),
    enabled: mayRead,
  });
  if (!data || (data.total === 0 && !mayRaise)) return null;
  return (
    <Section
      title={words.title(format.number(data.total))}
      onScreenOnly={data.total === 0}
      aside={
        mayRaise && (
          <Link to="/kho-khan/moi" search={{ [kind]: about }}>
            {words.raise}
          </Link>
        )
      }
    >
      {data.total === 0 ? (
        <p className={styles.quiet}>{words.none}</p>
      ) : (
        <ul className={styles.list}>
          {data.items.map((one) => (
            <li key={one.id}>
              <Link to="/kho-khan/$id" params={{ id: one.id }} className={styles.words}>
                {one.words}
              </Link>
              <div className={styles.facts}>
                <DifficultyStateBadge state={one.state} isOverdue={one.isOverdue} />
                <span className={styles.quiet}>
                  {[
                    words.kinds[one.kind],
                    words.by(one.organization.name, format.instant(one.raisedAt)),
                    ...(one.state === 'closed' ? [] : [words.due(format.day(one.dueDay))]),
                  ].join(' · ')}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {data.total > data.items.length && (
        <Link to="/kho-khan" search={{ ve: about }}>
          {words.all}
        </Link>
      )}
    </Section>
  );
};
