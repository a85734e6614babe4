import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { IndexOverview } from '#features/index-score/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable, type FigureColumn } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { indexOverviewQuery } from '#web/widgets/index-score/index-queries.ts';
import { useIndexSubject } from '#web/widgets/index-score/use-index-subject.ts';
import { indexMessages } from './messages.ts';

const ADDRESS = 'gia-dinh';

/** What the range of the index rests on, each with its effect on the total. */
export const Assumptions = ({ year }: { readonly year: string | undefined }) => {
  const words = useMessages(indexMessages);
  const index = useQuery(indexOverviewQuery(year, useIndexSubject()));
  const isAsked = useLocation({ select: ({ hash }) => hash === ADDRESS });
  const section = useRef<HTMLDivElement>(null);
  const isLoaded = index.isSuccess;

  // The address names a part of the page that exists only after its figures have arrived.
  useEffect(() => {
    if (isAsked && isLoaded) section.current?.scrollIntoView();
  }, [isAsked, isLoaded]);

  if (index.isSuccess && index.data.assumptions.length === 0) return null;
  return (
    <div ref={section}>
      <Section id={ADDRESS} title={words.assumptionsTitle} lead={words.assumptionsLead}>
        {index.isPending && <LoadingState lines={5} />}
        {index.isError && <ErrorState error={index.error} onRetry={() => void index.refetch()} />}
        {index.isSuccess && <AssumptionParts assumptions={index.data.assumptions} />}
      </Section>
    </div>
  );
};

type Assumption = IndexOverview['assumptions'][number];

const hasStake = ({ atStake }: Assumption): boolean => atStake !== null && /[1-9]/u.test(atStake);

/** Assumptions that the range allows for, those outside it, and, folded, those on which no points are known to hang. */
const AssumptionParts = ({ assumptions }: { readonly assumptions: readonly Assumption[] }) => {
  const words = useMessages(indexMessages);
  const format = useFormat();
  const staking = assumptions.filter(hasStake);
  const nothing = assumptions.filter((assumption) => !hasStake(assumption));
  const parts = [
    { title: words.assumptionParts.within, some: staking.filter(({ withinRange }) => withinRange === true) },
    { title: words.assumptionParts.outside, some: staking.filter(({ withinRange }) => withinRange !== true) },
  ];
  return (
    <>
      {parts
        .filter(({ some }) => some.length > 0)
        .map(({ title, some }) => (
          <AssumptionTable key={title} title={title} assumptions={some} />
        ))}
      {nothing.length > 0 && (
        <details>
          <summary>{words.assumptionParts.nothing(format.number(nothing.length))}</summary>
          <AssumptionTable assumptions={nothing} />
        </details>
      )}
    </>
  );
};

interface AssumptionTableProps {
  readonly assumptions: readonly Assumption[];
  /** Shown above the table when it says whether the range allows for its rows; otherwise each row says so. */
  readonly title?: string;
}

/** Assumptions as a table; used for the whole index and for one component. */
export const AssumptionTable = ({ assumptions, title }: AssumptionTableProps) => {
  const words = useMessages(indexMessages);
  const { kit } = useMessages(sharedMessages);
  const format = useFormat();
  const pick = usePickText();
  const columns: readonly FigureColumn<Assumption>[] = [
    {
      key: 'component',
      title: words.columns.name,
      width: '26%',
      cell: ({ componentCode, componentName }) => (
        <Link to="/bo-chi-so/$code" params={{ code: componentCode }}>
          {componentCode} {pick(componentName)}
        </Link>
      ),
    },
    {
      key: 'kind',
      title: words.assumption,
      cell: ({ kind, note }) => (
        <>
          <strong>{words.assumptionKinds[kind]}</strong>
          {note && `. ${pick(note)}`}
        </>
      ),
    },
    {
      key: 'points',
      title: words.usedPoints,
      kind: 'figure',
      cell: ({ points }) => format.pointsRange(points.low, points.high),
    },
    {
      key: 'otherwise',
      title: words.otherwise,
      kind: 'figure',
      cell: ({ otherwise }) => (otherwise ? format.pointsRange(otherwise.low, otherwise.high) : kit.blank),
    },
    {
      key: 'stake',
      title: words.atStake,
      kind: 'figure',
      cell: ({ atStake }) => (atStake === null ? kit.blank : format.points(atStake)),
    },
    {
      key: 'within',
      title: words.withinRange,
      cell: ({ withinRange }) => (withinRange === null ? kit.blank : words.isWithinRange(withinRange)),
    },
  ];
  return (
    <FigureTable
      caption={title ?? words.assumptionsTitle}
      captionVisible={title !== undefined}
      columns={title === undefined ? columns : columns.filter(({ key }) => key !== 'within')}
      rows={assumptions}
      rowKey={({ componentCode, kind }) => `${componentCode} ${kind}`}
    />
  );
};
