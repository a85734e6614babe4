import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type {
  ChangedItem,
  DocumentChanges,
} from '#features/plan-import/amendment/document-changes-contract.ts';
import classes from '#features/plan-import/web/plan-import.module.css';
import { Differences } from '#features/plan-import/web/Differences.tsx';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { isRegisterKind, itemLink } from '#web/widgets/plan-item/item-address.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { registerChangeMessages } from './messages.ts';
import { documentChangesQuery } from './queries.ts';

/** Two registered documents beside each other: what the later one changed, added and ended in the earlier one. */
const DocumentChangesPage = () => {
  const words = useMessages(registerChangeMessages).changes;
  const { id } = useParams({ from: '/shell/van-ban/$id/thay-doi' });
  const { 'so-voi': earlier = '' } = useSearch({ from: '/shell/van-ban/$id/thay-doi' });
  const changes = useQuery(documentChangesQuery(id, earlier));
  if (changes.isError) {
    return (
      <Page title={words.loading}>
        <ErrorState error={changes.error} where={words.loading} onRetry={() => void changes.refetch()} />
      </Page>
    );
  }
  if (!changes.data) {
    return (
      <Page title={words.loading}>
        <LoadingState lines={10} />
      </Page>
    );
  }
  return <LoadedChanges changes={changes.data} />;
};

const PARTS = ['changed', 'added', 'ended'] as const;

const LoadedChanges = ({ changes }: { readonly changes: DocumentChanges }) => {
  const words = useMessages(registerChangeMessages).changes;
  const itemWords = useMessages(planItemMessages);
  const format = useFormat();
  const { document, earlier, relation, kept, same } = changes;
  const [laterTitle, earlierTitle] = [document, earlier].map((one) => documentShortTitle(one, itemWords));
  // Nothing changed is said once, not three times.
  const said = PARTS.filter((part) => part === 'changed' || changes[part].length > 0);
  const parts = said.map((part) => words.counted[part](format.number(changes[part].length)));
  return (
    <Page
      title={words.title[relation](laterTitle ?? '', earlierTitle ?? '', format.list(parts))}
      eyebrow={
        <Link to="/ke-hoach" search={{ tab: 'van-ban' }}>
          {words.eyebrow}
        </Link>
      }
      lead={words.same(format.number(same))}
      actions={
        <>
          <DocumentButton id={document.id}>{words.openLater}</DocumentButton>
          <DocumentButton id={earlier.id}>{words.openEarlier}</DocumentButton>
        </>
      }
    >
      {PARTS.map((part) => (
        <Section key={part} title={`${words[part]} (${format.number(changes[part].length)})`}>
          <ChangedItems items={changes[part]} />
        </Section>
      ))}
      {kept.length > 0 && (
        <Section title={`${words.kept} (${format.number(kept.length)})`}>
          <ChangedItems items={kept} />
        </Section>
      )}
    </Page>
  );
};

const DocumentButton = ({ id, children }: { readonly id: string; readonly children: string }) => (
  <Button variant="default" renderRoot={(props) => <Link to="/van-ban/$id" params={{ id }} {...props} />}>
    {children}
  </Button>
);

const ChangedItems = ({ items }: { readonly items: readonly ChangedItem[] }) => {
  const words = useMessages(registerChangeMessages);
  const { kinds } = useMessages(planItemMessages);
  if (items.length === 0) return <p className={classes.quiet}>{words.changes.none}</p>;
  return items.map((item) => (
    <div key={item.itemId}>
      <h3>
        <span className={classes.quiet}>{kinds[item.kind]} </span>
        {isRegisterKind(item.kind) ? (
          <Link {...itemLink(item.kind, item.itemId)}>{item.name}</Link>
        ) : (
          item.name
        )}
      </h3>
      {item.differences.length > 0 && (
        <Differences item={item} sides={[words.changes.before, words.changes.after]} />
      )}
      {item.quoteBefore !== null && (
        <p className={classes.quiet}>{`${words.amendment.quoteBefore}: “${item.quoteBefore}”`}</p>
      )}
      {item.quote !== null && (
        <p className={classes.quiet}>{`${words.amendment.quoteAfter}: “${item.quote}”`}</p>
      )}
    </div>
  ));
};

export default DocumentChangesPage;
