import { Link } from '@tanstack/react-router';
import type { IndexOverview } from '#features/index-score/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { AgencyLink } from '#web/ui/AgencyLink.tsx';
import { FigureTable, type FigureColumn } from '#web/ui/FigureTable.tsx';
import { RuleMark } from '#web/widgets/index-score/RuleMark.tsx';
import { RuleSentence } from '#web/widgets/index-score/RuleSentence.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './Lists.module.css';
import { overviewMessages } from './messages.ts';

type Loss = IndexOverview['largestLosses'][number];

interface LargestLossesProps {
  readonly losses: readonly Loss[];
}

/** Where most points are lost, by which rule, and who leads. */
export const LargestLosses = ({ losses }: LargestLossesProps) => {
  const words = useMessages(overviewMessages);
  const format = useFormat();
  const pick = usePickText();
  const columns: readonly FigureColumn<Loss>[] = [
    {
      key: 'name',
      title: words.component,
      width: '28%',
      cell: ({ code, name }) => (
        <Link to="/bo-chi-so/$code" params={{ code }} className={styles.link}>
          {code} {pick(name)}
        </Link>
      ),
    },
    {
      key: 'lost',
      title: words.lost,
      kind: 'figure',
      cell: ({ lost }) => <span className={styles.lost}>{format.pointsRange(lost.low, lost.high)}</span>,
    },
    {
      key: 'maximum',
      title: words.maximum,
      kind: 'figure',
      cell: ({ maximum }) => format.number(maximum),
    },
    {
      key: 'rule',
      title: words.rule,
      width: '36%',
      cell: ({ rule, dataItems, ruleProvenance }) => (
        <>
          <RuleSentence rule={rule} items={dataItems} /> <RuleMark provenance={ruleProvenance} />
        </>
      ),
    },
    {
      key: 'lead',
      title: words.lead,
      cell: ({ leadAgencies }) => (
        <span className={styles.separate}>
          {leadAgencies.map((agency) => (
            <AgencyLink key={agency.nameAsWritten} {...agency} />
          ))}
        </span>
      ),
    },
  ];
  return (
    <Section
      title={words.lossesTitle}
      lead={words.lossesOrder}
      aside={<Link to="/bo-chi-so">{words.allLosses}</Link>}
    >
      <FigureTable caption={words.lossesTitle} columns={columns} rows={losses} rowKey={({ code }) => code} />
    </Section>
  );
};
