import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { DocumentView } from '#features/plan/contract.ts';
import { usePermission } from '#web/session/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { isRegisterKind, itemLink } from '#web/widgets/plan-item/item-address.ts';
import { SourceText } from '#web/widgets/source-text/SourceText.tsx';
import { documentTextQuery } from './queries.ts';
import { useWording } from './wording.ts';

type OutlineItem = DocumentView['outline'][number];

/** The text of a document by lines, each item beside the line on which it stands. */
export const DocumentText = ({ document }: { readonly document: DocumentView }) => {
  const { plan } = useWording();
  return (
    <Section
      id="toan-van"
      title={plan.document.text}
      {...(document.hasText && { lead: plan.document.textLead })}
    >
      {document.hasText ? <ImportedText document={document} /> : <MissingText />}
    </Section>
  );
};

const MissingText = () => {
  const { plan } = useWording();
  const mayImport = usePermission('plan.import');
  return (
    <EmptyState
      title={plan.document.noTextTitle}
      action={
        mayImport && (
          <Button variant="default" renderRoot={(props) => <Link to="/nhap-van-ban" {...props} />}>
            {plan.importAction}
          </Button>
        )
      }
    >
      {plan.document.noText}
    </EmptyState>
  );
};

const HASH_OF_LINE = /^#?dong-(\d+)$/u;

/** The line that the address asks for: `?dong=375` or `#dong-375`. */
const useAskedLine = (): number | undefined => {
  const { dong } = useSearch({ from: '/shell/van-ban/$id' });
  const [, hashed] = HASH_OF_LINE.exec(window.location.hash) ?? [];
  return dong ?? (hashed === undefined ? undefined : Number(hashed));
};

const ImportedText = ({ document }: { readonly document: DocumentView }) => {
  const text = useQuery(documentTextQuery(document.id));
  const asked = useAskedLine();
  const marked = useMemo(() => new Set(document.outline.flatMap(({ lines }) => lines)), [document]);
  const itemsByLine = useMemo(() => groupByLine(document.outline), [document]);
  const shown = useMemo(() => (asked === undefined ? [] : [asked]), [asked]);

  if (text.isError) return <ErrorState error={text.error} onRetry={() => void text.refetch()} />;
  if (!text.data) return <LoadingState lines={20} />;
  return (
    <SourceText
      lines={text.data.lines}
      markedLines={marked}
      shownLines={shown}
      margin={(line) => <LineItems items={itemsByLine.get(line) ?? []} />}
    />
  );
};

const groupByLine = (outline: readonly OutlineItem[]): ReadonlyMap<number, readonly OutlineItem[]> => {
  const byLine = new Map<number, readonly OutlineItem[]>();
  for (const item of outline.filter(({ kind }) => isRegisterKind(kind))) {
    const line = item.place.line;
    if (line !== null) byLine.set(line, [...(byLine.get(line) ?? []), item]);
  }
  return byLine;
};

const LineItems = ({ items }: { readonly items: readonly OutlineItem[] }) => {
  const { item: words } = useWording();
  return items.map(
    ({ id, kind, name }) =>
      isRegisterKind(kind) && (
        <Link key={id} {...itemLink(kind, id)} title={name} aria-label={`${words.kinds[kind]}: ${name}`}>
          {words.kinds[kind]}{' '}
        </Link>
      ),
  );
};
