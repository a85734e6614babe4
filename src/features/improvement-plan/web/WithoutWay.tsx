import { Link } from '@tanstack/react-router';
import type { OptionList } from '#features/improvement-plan/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { PointsRange } from '#web/ui/PointsRange.tsx';
import styles from './improvement.module.css';
import { improvementMessages } from './messages.ts';

/** The indicators on which nothing can surely be won, with the reason. */
export const WithoutWay = ({ known }: { readonly known: OptionList }) => {
  const words = useMessages(improvementMessages);
  const format = useFormat();
  const pick = usePickText();
  const { columns } = words;
  return (
    <details className={styles.fold}>
      <summary>{words.withoutWay}</summary>
      <FigureTable
        caption={words.withoutWay}
        rows={known.withoutWay}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'name',
            title: columns.name,
            cell: ({ code, name }) => (
              <Link to="/bo-chi-so/$code" params={{ code }}>
                {code} {pick(name)}
              </Link>
            ),
          },
          {
            key: 'points',
            title: columns.points,
            kind: 'figure',
            cell: ({ points, maximum }) => (
              <>
                <PointsRange {...points} /> / {format.number(maximum)}
              </>
            ),
          },
          { key: 'reason', title: columns.reason, cell: ({ reason }) => words.reasons[reason] },
        ]}
      />
    </details>
  );
};
