import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PlanItemView } from '#features/plan/contract.ts';
import { usePermission } from '#web/session/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { describePlace } from '#web/widgets/plan-item/place-words.ts';
import { findQuoteSpans } from '#web/widgets/source-text/find-quote.ts';
import { SourceText } from '#web/widgets/source-text/SourceText.tsx';
import classes from './plan.module.css';
import { useWording } from './wording.ts';

/** The words of the document around an item, or its place while the document itself has not been imported. */
export const ItemSource = ({ view }: { readonly view: PlanItemView }) => {
  const { plan } = useWording();
  const { quote, excerpt, item } = view;
  const line = view.wordedBy?.line ?? item.place.line;
  if (quote === null) return <PlaceOnly view={view} />;
  return (
    <Section
      title={plan.item.source}
      lead={plan.item.sourceLead}
      aside={
        line !== null && (
          <Link
            to="/van-ban/$id"
            params={{ id: (view.wordedBy?.document ?? item.document).id }}
            search={{ dong: line }}
          >
            {plan.item.openInText}
          </Link>
        )
      }
    >
      {excerpt === null ? <blockquote>{quote}</blockquote> : <Excerpt view={view} excerpt={excerpt} />}
      {view.continuation.map(({ line, quote: words }) => (
        <div key={`${String(line)} ${words}`}>
          {line !== null && <p className={classes.quiet}>{plan.item.continued(String(line))}</p>}
          <blockquote>{words}</blockquote>
        </div>
      ))}
    </Section>
  );
};

interface ExcerptProps {
  readonly view: PlanItemView;
  readonly excerpt: NonNullable<PlanItemView['excerpt']>;
}

const Excerpt = ({ view: { quote, item, wordedBy }, excerpt }: ExcerptProps) => {
  const { firstLine, lines } = excerpt;
  const line = wordedBy?.line ?? item.place.line;
  const spans = useMemo(
    () => findQuoteSpans(lines, quote ?? '', line === null ? 0 : line - firstLine),
    [lines, quote, line, firstLine],
  );
  return <SourceText lines={lines} firstLine={firstLine} spans={spans} />;
};

const PlaceOnly = ({ view: { item } }: { readonly view: PlanItemView }) => {
  const { plan, item: words } = useWording();
  const mayImport = usePermission('plan.import');
  const place = describePlace(item.place, words) || plan.item.noPlace;
  return (
    <Section title={plan.item.source}>
      <EmptyState
        title={plan.item.noQuoteTitle}
        action={
          mayImport && (
            <Button variant="default" renderRoot={(props) => <Link to="/nhap-van-ban" {...props} />}>
              {plan.importAction}
            </Button>
          )
        }
      >
        <p>{plan.item.noQuote(place)}</p>
        <p>{mayImport ? plan.item.noQuoteAction : plan.item.noQuoteViewer}</p>
      </EmptyState>
    </Section>
  );
};
