import { Accordion } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { getDocumentContents } from '#features/plan/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable, type FigureColumn } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { findFullMeasure } from '#web/widgets/plan-item/measure.ts';
import { mentionInWords } from './mention.ts';
import { documentContentsQuery } from './queries.ts';
import { useWording } from './wording.ts';

type Contents = z.infer<(typeof getDocumentContents)['response']>;
type Row<Part extends keyof Contents> = Contents[Part][number];

/** What a document says beside the four registers: printed scores, reporting duties, results, money, citations. */
export const FurtherContents = ({ documentId }: { readonly documentId: string }) => {
  const { plan } = useWording();
  const contents = useQuery(documentContentsQuery(documentId));
  if (contents.isError) {
    return <ErrorState error={contents.error} onRetry={() => void contents.refetch()} />;
  }
  if (!contents.data || Object.values(contents.data).every((part) => part.length === 0)) return null;
  const { indicatorScores, reportingDuties, results, resources, citedDocuments } = contents.data;
  return (
    <Section title={plan.document.further}>
      <Accordion multiple order={3}>
        <Scores rows={indicatorScores} />
        <Duties rows={reportingDuties} />
        <Results rows={results} />
        <Resources rows={resources} />
        <Cited rows={citedDocuments} />
      </Accordion>
    </Section>
  );
};

interface PartProps<Entry extends { readonly id: string }> {
  readonly title: string;
  readonly rows: readonly Entry[];
  readonly columns: readonly FigureColumn<Entry>[];
}

const Part = <Entry extends { readonly id: string }>({ title, rows, columns }: PartProps<Entry>) => {
  const { format } = useWording();
  if (rows.length === 0) return null;
  return (
    <Accordion.Item value={title}>
      <Accordion.Control>{`${title} (${format.number(rows.length)})`}</Accordion.Control>
      <Accordion.Panel>
        <FigureTable caption={title} rows={rows} rowKey={({ id }) => id} columns={columns} />
      </Accordion.Panel>
    </Accordion.Item>
  );
};

const Scores = ({ rows }: { readonly rows: readonly Row<'indicatorScores'>[] }) => {
  const { plan, format } = useWording();
  const labels = [...new Set(rows.flatMap(({ scores }) => scores.map(({ label }) => label)))];
  const scoreOf = (row: Row<'indicatorScores'>, label: string): string => {
    const value = row.scores.find((score) => score.label === label)?.value ?? null;
    return value === null ? '' : format.points(value);
  };
  return (
    <Part
      title={plan.document.scores}
      rows={rows}
      columns={[
        { key: 'name', title: plan.document.scoreName, cell: ({ name }) => name },
        {
          key: 'maximum',
          title: plan.document.scoreMaximum,
          kind: 'figure',
          cell: ({ maximumScore }) => (maximumScore === null ? '' : format.number(maximumScore)),
        },
        ...labels.map((label): FigureColumn<Row<'indicatorScores'>> => ({
          key: label,
          title: label,
          kind: 'figure',
          cell: (row) => scoreOf(row, label),
        })),
      ]}
    />
  );
};

const Duties = ({ rows }: { readonly rows: readonly Row<'reportingDuties'>[] }) => {
  const { plan } = useWording();
  const labels = plan.document;
  return (
    <Part
      title={labels.duties}
      rows={rows}
      columns={[
        { key: 'what', title: labels.dutyWhat, cell: ({ name }) => name },
        { key: 'when', title: labels.dutyWhen, cell: ({ dateRaw }) => dateRaw, width: '14rem' },
        {
          key: 'frequency',
          title: labels.dutyFrequency,
          cell: ({ frequency }) => labels.frequencies[frequency],
          width: '8rem',
        },
        { key: 'who', title: labels.dutyWho, cell: ({ reporterRaw }) => reporterRaw },
        { key: 'to', title: labels.dutyTo, cell: ({ recipientRaw }) => recipientRaw },
      ]}
    />
  );
};

const Results = ({ rows }: { readonly rows: readonly Row<'results'>[] }) => {
  const { plan, item: words, format } = useWording();
  return (
    <Part
      title={plan.document.results}
      rows={rows}
      columns={[
        { key: 'name', title: plan.document.resultName, cell: ({ name }) => name },
        {
          key: 'value',
          title: plan.document.resultValue,
          kind: 'figure',
          cell: (row) => findFullMeasure(row, format, words) ?? row.raw,
        },
        { key: 'asOf', title: plan.document.resultAsOf, cell: ({ asOf }) => asOf, width: '10rem' },
      ]}
    />
  );
};

const Resources = ({ rows }: { readonly rows: readonly Row<'resources'>[] }) => {
  const { plan, format } = useWording();
  const labels = plan.document;
  return (
    <Part
      title={labels.resources}
      rows={rows}
      columns={[
        { key: 'name', title: labels.resourceName, cell: ({ name }) => name },
        { key: 'period', title: labels.resourcePeriod, cell: ({ periodLabel }) => periodLabel },
        {
          key: 'total',
          title: labels.resourceTotal,
          kind: 'figure',
          cell: ({ total }) => (total === null ? '' : format.number(total)),
        },
        { key: 'unit', title: labels.resourceUnit, cell: ({ unit }) => unit, width: '8rem' },
      ]}
    />
  );
};

const Cited = ({ rows }: { readonly rows: readonly Row<'citedDocuments'>[] }) => {
  const { plan, format } = useWording();
  const labels = plan.document;
  return (
    <Part
      title={labels.cited}
      rows={rows}
      columns={[
        {
          key: 'name',
          title: labels.citedName,
          cell: (row) => mentionInWords(row, plan, format) || row.name,
        },
        { key: 'issuer', title: labels.citedIssuer, cell: ({ issuingAgency }) => issuingAgency },
        { key: 'role', title: labels.citedRole, cell: ({ role }) => labels.citedRoles[role], width: '9rem' },
        {
          key: 'line',
          title: labels.line,
          kind: 'figure',
          cell: ({ place }) => (place.line === null ? '' : String(place.line)),
          width: '5rem',
        },
      ]}
    />
  );
};
