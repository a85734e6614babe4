import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RelatedDocument } from '#features/plan-import/amendment/document-changes-contract.ts';
import { Section } from '#web/ui/Section.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import classes from './plan.module.css';
import { documentRelationsQuery } from './queries.ts';
import { useWording } from './wording.ts';

/** What a document amends or replaces, and what amends or replaces it, each with what changed. */
export const DocumentRelations = ({ documentId }: { readonly documentId: string }) => {
  const { plan } = useWording();
  const { data } = useQuery(documentRelationsQuery(documentId));
  if (!data || data.changes.length + data.changedBy.length === 0) return null;
  const words = plan.document.relations;
  return (
    <Section title={words.title}>
      <ul className={classes.links}>
        {data.changedBy.map((other) => (
          <Relation
            key={other.document.id}
            says={words.changedBy[other.relation]}
            other={other}
            pair={{ later: other.document.id, earlier: documentId }}
          />
        ))}
        {data.changes.map((other) => (
          <Relation
            key={other.document.id}
            says={words.changes[other.relation]}
            other={other}
            pair={{ later: documentId, earlier: other.document.id }}
          />
        ))}
      </ul>
    </Section>
  );
};

interface RelationProps {
  readonly says: string;
  readonly other: RelatedDocument;
  readonly pair: { readonly later: string; readonly earlier: string };
}

const Relation = ({ says, other: { document }, pair: { later, earlier } }: RelationProps) => {
  const { plan, item } = useWording();
  return (
    <li>
      {says}{' '}
      <Link to="/van-ban/$id" params={{ id: document.id }}>
        {documentShortTitle(document, item)}
      </Link>
      {' · '}
      <Link to="/van-ban/$id/thay-doi" params={{ id: later }} search={{ 'so-voi': earlier }}>
        {plan.document.relations.open}
      </Link>
    </li>
  );
};
