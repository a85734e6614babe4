import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { REGISTER_KINDS, type RegisterKind } from '#core/plan/plan-item.ts';
import type { DocumentRow } from '#features/plan/contract.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import type { RegisterColumn, RegisterFacet } from '#web/ui/register-table/register.ts';
import { RegisterTable } from '#web/ui/register-table/RegisterTable.tsx';
import { useRegisterState } from '#web/ui/register-table/use-register-state.ts';
import { documentSubject } from '#web/widgets/plan-item/document-title.ts';
import { documentsQuery } from './queries.ts';
import { useWording, type Wording } from './wording.ts';

const FACETS = ['toan-van'] as const;
const NO_DOCUMENTS: readonly never[] = [];

const countColumn = (kind: RegisterKind, { item, format }: Wording): RegisterColumn<DocumentRow> => ({
  id: kind,
  header: item.kinds[kind],
  width: 8,
  align: 'end',
  text: ({ counts }) => format.number(counts[kind]),
  sortKey: ({ counts }) => counts[kind],
});

const buildColumns = (wording: Wording): readonly RegisterColumn<DocumentRow>[] => {
  const { plan, item: words, format } = wording;
  return [
    {
      id: 'trich-yeu',
      header: plan.columns.document,
      width: 38,
      text: (document) => [document.docType, documentSubject(document, words)].filter(Boolean).join(' '),
      sortKey: (document) => documentSubject(document, words),
    },
    {
      id: 'so',
      header: plan.columns.docNumber,
      width: 13,
      text: ({ docNumber, isDraft }) => docNumber ?? (isDraft ? words.draft : ''),
      sortKey: ({ docNumber }) => docNumber,
    },
    {
      id: 'ngay',
      header: plan.columns.issueDate,
      width: 10,
      text: ({ issueDate, year }) => (issueDate === null ? String(year ?? '') : format.day(issueDate)),
      sortKey: ({ issueDate, year }) => issueDate ?? (year === null ? null : String(year)),
    },
    ...REGISTER_KINDS.map((kind) => countColumn(kind, wording)),
    {
      id: 'toan-van',
      header: plan.columns.text,
      width: 9,
      text: ({ hasText }) => (hasText ? plan.hasText : plan.noText),
      hiddenBelow: 800,
    },
  ];
};

const buildFacets = ({ plan }: Wording): readonly RegisterFacet<DocumentRow>[] => [
  {
    id: 'toan-van',
    label: plan.columns.text,
    groupable: true,
    values: ({ hasText }) => [
      hasText ? { key: 'co', label: plan.hasText } : { key: 'chua', label: plan.noText },
    ],
  },
];

const idOf = ({ id }: DocumentRow): string => id;
const linkOf = ({ id }: DocumentRow) => ({ to: '/van-ban/$id', params: { id } }) as const;

/** Documents with the number of items in each register. */
export const DocumentRegister = () => {
  const wording = useWording();
  const { data } = useQuery(documentsQuery);
  const [state, setState] = useRegisterState(FACETS);
  const columns = useMemo(() => buildColumns(wording), [wording]);
  const facets = useMemo(() => buildFacets(wording), [wording]);
  return (
    <RegisterTable
      label={wording.plan.tabs['van-ban']}
      columns={columns}
      facets={facets}
      rows={data?.items ?? NO_DOCUMENTS}
      rowId={idOf}
      rowLink={linkOf}
      state={state}
      onStateChange={setState}
      empty={<EmptyState title={wording.plan.findingEmpty}>{wording.plan.emptyHelp}</EmptyState>}
    />
  );
};
