import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { REGISTER_KINDS } from '#core/plan/plan-item.ts';
import type { DocumentView } from '#features/plan/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { documentSubject } from '#web/widgets/plan-item/document-title.ts';
import { DocumentContents } from './DocumentContents.tsx';
import { DocumentHead } from './DocumentHead.tsx';
import { DocumentRelations } from './DocumentRelations.tsx';
import { DocumentText } from './DocumentText.tsx';
import { FurtherContents } from './FurtherContents.tsx';
import { mentionInWords } from './mention.ts';
import classes from './plan.module.css';
import { documentQuery } from './queries.ts';
import { useWording, type Wording } from './wording.ts';

const findingOf = (document: DocumentView, { plan, item: words, format }: Wording): string => {
  const subject = documentSubject(document, words);
  const parts = REGISTER_KINDS.filter((kind) => document.counts[kind] > 0).map((kind) =>
    words.counted[kind](format.number(document.counts[kind])),
  );
  return parts.length === 0
    ? plan.document.findingNothing(subject)
    : plan.document.finding(subject, format.list(parts));
};

/** One document: its head, what it holds by register, its legal bases and its text. */
const DocumentPage = () => {
  const { plan } = useWording();
  const { id } = useParams({ from: '/shell/van-ban/$id' });
  const document = useQuery(documentQuery(id));
  if (document.isError) {
    return (
      <Page title={plan.document.eyebrow}>
        <ErrorState
          error={document.error}
          where={plan.document.eyebrow}
          onRetry={() => void document.refetch()}
        />
      </Page>
    );
  }
  if (!document.data) {
    return (
      <Page title={plan.document.eyebrow}>
        <LoadingState lines={12} />
      </Page>
    );
  }
  return <LoadedDocument key={id} document={document.data} />;
};

const LoadedDocument = ({ document }: { readonly document: DocumentView }) => {
  const wording = useWording();
  const { plan } = wording;
  return (
    <Page
      title={findingOf(document, wording)}
      eyebrow={
        <Link to="/ke-hoach" search={{ tab: 'van-ban' }}>
          {plan.tabs['van-ban']}
        </Link>
      }
    >
      <Section title={plan.document.head}>
        <DocumentHead document={document} />
      </Section>
      <DocumentRelations documentId={document.id} />
      <DocumentContents document={document} />
      <FurtherContents documentId={document.id} />
      <LegalBases document={document} />
      <DocumentText document={document} />
    </Page>
  );
};

const LegalBases = ({ document: { legalBasis } }: { readonly document: DocumentView }) => {
  const { plan, format } = useWording();
  return (
    <Section title={plan.document.legalBases(format.number(legalBasis.length))}>
      {legalBasis.length === 0 ? (
        <p className={classes.quiet}>{plan.document.noLegalBases}</p>
      ) : (
        <ul className={classes.links}>
          {legalBasis.map((mention, index) => (
            <li key={index}>{mentionInWords(mention, plan, format)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
};

export default DocumentPage;
