import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Paper } from '#features/official-document/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { MakePaperForm } from './MakePaperForm.tsx';
import { paperMessages } from './messages.ts';
import { choicesQuery, papersQuery } from './queries.ts';

const PaperTable = ({ items }: { readonly items: readonly Paper[] }) => {
  const words = useMessages(paperMessages);
  const format = useFormat();
  return (
    <FigureTable
      caption={words.table}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: words.name,
          cell: ({ id, title, simulated }) => (
            <>
              <Link to="/van-ban-hanh-chinh/$id" params={{ id }}>
                {title}
              </Link>{' '}
              {simulated && <CertaintyMark certainty="simulated" />}
            </>
          ),
        },
        { key: 'kind', title: words.kind, cell: ({ kind }) => words.kinds[kind] },
        {
          key: 'period',
          title: words.period,
          cell: ({ period }) => (period === null ? '' : format.period(period)),
        },
        { key: 'issuer', title: words.issuer, cell: ({ organization }) => organization.name },
        { key: 'madeAt', title: words.madeAt, width: '8.5rem', cell: ({ madeAt }) => format.instant(madeAt) },
        { key: 'madeBy', title: words.madeBy, cell: ({ madeBy }) => madeBy ?? words.madeByLadder },
      ]}
    />
  );
};

const MakeSection = ({ onStarted }: { readonly onStarted: () => void }) => {
  const words = useMessages(paperMessages);
  const navigate = useNavigate();
  const choices = useQuery(choicesQuery);
  return (
    <Section title={words.form.title}>
      {choices.isPending && <LoadingState lines={4} />}
      {choices.isError && (
        <ErrorState
          error={choices.error}
          where={words.form.choicesFailed}
          onRetry={() => void choices.refetch()}
        />
      )}
      {choices.isSuccess && (
        <MakePaperForm
          choices={choices.data}
          onStarted={onStarted}
          onMade={(id) => void navigate({ to: '/van-ban-hanh-chinh/$id', params: { id } })}
        />
      )}
    </Section>
  );
};

/** Official documents: making one, and all that have been made. */
const PapersPage = () => {
  const words = useMessages(paperMessages);
  const format = useFormat();
  const papers = useQuery(papersQuery);
  const [isMaking, setIsMaking] = useState(false);
  if (papers.isPending) {
    return (
      <Page title={words.title}>
        <LoadingState lines={8} />
      </Page>
    );
  }
  if (papers.isError) {
    return (
      <Page title={words.title}>
        <ErrorState error={papers.error} where={words.title} onRetry={() => void papers.refetch()} />
      </Page>
    );
  }
  const { items, total, actions } = papers.data;
  const none = isMaking ? words.findingFirst : words.findingNone;
  return (
    <Page
      title={total === 0 ? none : words.finding(format.number(total))}
      eyebrow={words.title}
      lead={words.lead}
      actions={
        actions.includes('official-document.write') && (
          <Button variant="default" renderRoot={(props) => <Link to="/van-ban-hanh-chinh/mau" {...props} />}>
            {words.templates}
          </Button>
        )
      }
    >
      {actions.includes('official-document.write') && (
        <MakeSection
          onStarted={() => {
            setIsMaking(true);
          }}
        />
      )}
      {items.length === 0 ? (
        !isMaking && <EmptyState title={words.findingNone}>{words.noneHelp}</EmptyState>
      ) : (
        <Section title={words.table} lead={words.tableLead}>
          <PaperTable items={items} />
        </Section>
      )}
    </Page>
  );
};

export default PapersPage;
