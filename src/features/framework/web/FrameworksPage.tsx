import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FrameworkRow } from '#features/framework/contract.ts';
import { choiceOf } from '#core/scoring/definition/wording/field-wording.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import styles from './framework.module.css';
import { CreateForm } from './CreateForm.tsx';
import { describeState, describeValidity, toneOf } from './framework-words.ts';
import { ImportSection } from './ImportSection.tsx';
import { frameworkMessages } from './messages.ts';
import { frameworksQuery } from './queries.ts';
import { useFieldWording } from './wordings.ts';

/** All frameworks with their versions: who owns them, what they assess, which one scores. */
const FrameworksPage = () => {
  const words = useMessages(frameworkMessages);
  const format = useFormat();
  const frameworks = useQuery(frameworksQuery);
  const eyebrow = <Link to="/bo-chi-so">{words.index}</Link>;
  if (frameworks.isPending) {
    return (
      <Page title={words.page} eyebrow={eyebrow}>
        <LoadingState lines={6} />
      </Page>
    );
  }
  if (frameworks.isError) {
    return (
      <Page title={words.page} eyebrow={eyebrow}>
        <ErrorState error={frameworks.error} where={words.page} onRetry={() => void frameworks.refetch()} />
      </Page>
    );
  }
  const { items, total, mayWrite } = frameworks.data;
  const count = (matches: (row: FrameworkRow) => boolean): string =>
    format.number(items.filter(matches).length);
  return (
    <Page
      wide
      eyebrow={eyebrow}
      title={
        total === 0
          ? words.list.none
          : words.list.finding(
              format.number(total),
              count(({ isScoring }) => isScoring),
              count(({ state }) => state === 'draft'),
            )
      }
      lead={words.list.lead}
    >
      {total === 0 ? (
        <EmptyState title={words.list.none}>{words.list.noneText}</EmptyState>
      ) : (
        <Section title={words.list.title}>
          <FrameworkTable rows={items} />
        </Section>
      )}
      {mayWrite && <CreateSection />}
      {mayWrite && <ImportSection />}
    </Page>
  );
};

const CreateSection = () => {
  const { create: words } = useMessages(frameworkMessages);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section title={words.heading} lead={words.lead}>
      {isOpen ? (
        <CreateForm
          onClose={() => {
            setIsOpen(false);
          }}
        />
      ) : (
        <div>
          <Button
            variant="default"
            onClick={() => {
              setIsOpen(true);
            }}
          >
            {words.open}
          </Button>
        </div>
      )}
    </Section>
  );
};

const FrameworkTable = ({ rows }: { readonly rows: readonly FrameworkRow[] }) => {
  const words = useMessages(frameworkMessages);
  const fields = useFieldWording();
  const format = useFormat();
  const pick = usePickText();
  const { columns, size, subjects } = words.list;
  return (
    <FigureTable
      caption={words.list.title}
      rows={rows}
      rowKey={({ code, version }) => `${code} ${String(version)}`}
      columns={[
        {
          key: 'name',
          title: columns.name,
          width: '24%',
          cell: (row) => (
            <>
              <Link
                to="/bo-chi-so/khung/$code/$version"
                params={{ code: row.code, version: String(row.version) }}
              >
                {pick(row.title)}
              </Link>
              <span className={styles.code}>
                {row.code}
                {row.owner !== null && ` · ${row.owner.name}`}
              </span>
            </>
          ),
        },
        {
          key: 'subject',
          title: columns.subject,
          width: '8rem',
          cell: ({ subjectKind }) => choiceOf('subjectKind', subjectKind, fields),
        },
        {
          key: 'year',
          title: columns.year,
          kind: 'figure',
          width: '4rem',
          cell: (row) => String(row.assessmentYear),
        },
        {
          key: 'version',
          title: columns.version,
          kind: 'figure',
          width: '6rem',
          cell: (row) => String(row.version),
        },
        {
          key: 'state',
          title: columns.state,
          width: '11rem',
          cell: (row) => <StateBadge tone={toneOf(row)}>{describeState(row, words)}</StateBadge>,
        },
        {
          key: 'status',
          title: columns.status,
          width: '8rem',
          cell: ({ status, decisionNumber }) =>
            decisionNumber === null ? words.statuses[status] : `${words.statuses[status]}: ${decisionNumber}`,
        },
        {
          key: 'validity',
          title: columns.validity,
          width: '8rem',
          cell: (row) => describeValidity(row, format, words),
        },
        {
          key: 'size',
          title: columns.size,
          width: '12rem',
          cell: (row) =>
            [
              size(
                format.number(row.mainIndicatorCount),
                format.number(row.indicatorCount),
                format.number(row.maximumPoints),
              ),
              ...(row.subjectCount > 0 ? [subjects(format.number(row.subjectCount))] : []),
            ].join('; '),
        },
      ]}
    />
  );
};

export default FrameworksPage;
