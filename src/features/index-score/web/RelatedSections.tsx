import { Link } from '@tanstack/react-router';
import type { ComponentExplanation } from '#features/index-score/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { AgencyLink } from '#web/ui/AgencyLink.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { SourcePlace } from '#web/ui/SourcePlace.tsx';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import styles from './ComponentPage.module.css';
import { indexMessages } from './messages.ts';

type RelatedItem = ComponentExplanation['related'][number];

/** What the plans say about an indicator: why it loses points, what is to be done, what must be reached. */
export const RelatedSections = ({ related }: { readonly related: readonly RelatedItem[] }) => {
  const { component: words } = useMessages(indexMessages);
  const ofKind = (kind: RelatedItem['kind']) => related.filter((item) => item.kind === kind);
  if (related.length === 0) {
    return (
      <Section title={words.relatedTitle}>
        <EmptyState title={words.relatedNone} />
      </Section>
    );
  }
  return (
    <>
      <RelatedList title={words.gapsTitle} items={ofKind('gap')} />
      <RelatedList title={words.targetsTitle} items={ofKind('target')} />
      <RelatedList title={words.tasksTitle} items={ofKind('task')} />
    </>
  );
};

interface RelatedListProps {
  readonly title: string;
  readonly items: readonly RelatedItem[];
}

const RelatedList = ({ title, items }: RelatedListProps) => {
  const { component: words } = useMessages(indexMessages);
  if (items.length === 0) return null;
  const areSomeInferred = items.some(({ certainty }) => certainty === 'inferred');
  return (
    <Section title={title} {...(areSomeInferred && { lead: words.inferredByNameLead })}>
      <ul className={styles.related}>
        {items.map((item) => (
          <RelatedEntry key={item.id} item={item} />
        ))}
      </ul>
    </Section>
  );
};

const RelatedEntry = ({ item }: { readonly item: RelatedItem }) => {
  const { component: words } = useMessages(indexMessages);
  const { id, kind, name, documentId, documentTitle, line, leadAgencies } = item;
  const facts = [
    item.rawTarget === null ? null : words.stated(item.rawTarget),
    item.expectedResult === null ? null : words.expected(item.expectedResult),
    item.dueRaw === null ? null : words.due(item.dueRaw),
  ].filter((fact) => fact !== null);
  return (
    <li>
      <Link {...itemLink(kind, id)} className={styles.relatedName}>
        {name}
      </Link>{' '}
      {item.certainty === 'inferred' && (
        <CertaintyMark certainty="inferred">{words.inferredByName}</CertaintyMark>
      )}
      {item.cause !== null && (
        <p className={styles.note}>
          <strong>{words.cause}:</strong> {item.cause}
        </p>
      )}
      {item.remedy !== null && (
        <p className={styles.note}>
          <strong>{words.remedy}:</strong> {item.remedy}
        </p>
      )}
      <div className={styles.quiet}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {leadAgencies.map((agency) => (
          <AgencyLink key={agency.nameAsWritten} {...agency} />
        ))}
        {documentTitle !== null && (
          <SourcePlace documentId={documentId} documentTitle={documentTitle} line={line} />
        )}
      </div>
    </li>
  );
};
