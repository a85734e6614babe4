import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import type { PlainSearch } from '#web/search-params.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { PointsRange } from '#web/ui/PointsRange.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './improvement.module.css';
import { improvementMessages } from './messages.ts';
import { keptPlansQuery } from './queries.ts';

/** The plans that were kept, each a link to its draft targets. */
export const KeptPlans = ({ search }: { readonly search: PlainSearch }) => {
  const { kept: words } = useMessages(improvementMessages);
  const format = useFormat();
  const plans = useQuery(keptPlansQuery(search));
  if (plans.isPending) return <LoadingState lines={3} />;
  if (plans.isError) {
    return <ErrorState error={plans.error} where={words.title} onRetry={() => void plans.refetch()} />;
  }
  const { columns } = words;
  return (
    <Section title={words.title} {...(plans.data.total === 0 && { lead: words.none })}>
      {plans.data.total > 0 && (
        <FigureTable
          caption={words.title}
          rows={plans.data.items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              title: columns.name,
              cell: ({ id, name, revision }) => (
                <>
                  <Link to="/bo-chi-so/phuong-an-cai-thien/$id" params={{ id }}>
                    {name}
                  </Link>
                  <span className={styles.quiet}>{words.revision(String(revision))}</span>
                </>
              ),
            },
            {
              key: 'goal',
              title: columns.goal,
              kind: 'figure',
              cell: ({ goal }) => (goal === null ? '' : format.number(goal)),
            },
            {
              key: 'after',
              title: columns.after,
              kind: 'figure',
              cell: ({ after }) => <PointsRange {...after} />,
            },
            {
              key: 'effort',
              title: columns.effort,
              kind: 'figure',
              cell: ({ effort }) => format.points(effort),
            },
            {
              key: 'keptAt',
              title: columns.keptAt,
              cell: ({ keptAt, keptBy }) =>
                keptBy === null ? format.instant(keptAt) : words.by(keptBy, format.instant(keptAt)),
            },
          ]}
        />
      )}
    </Section>
  );
};
