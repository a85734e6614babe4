import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { AMENDMENT_RELATIONS, type AmendmentRelation } from '#core/plan/amended-document.ts';
import type { AmendmentComparison } from '#features/plan-import/amendment/amendment-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { planImportMessages } from '#features/plan-import/web/messages.ts';
import { AmendmentBasis } from './AmendmentBasis.tsx';
import { AmendmentDifferences } from './AmendmentDifferences.tsx';
import { registerChangeMessages } from './messages.ts';
import { amendmentQuery } from './queries.ts';

const isRelation = (text: string | undefined): text is AmendmentRelation =>
  AMENDMENT_RELATIONS.some((relation) => relation === text);

/** A file beside the document that it amends or replaces: what it changes, adds and drops, applied item by item. */
const AmendmentPage = () => {
  const words = useMessages(registerChangeMessages).amendment;
  const denied = useMessages(planImportMessages).denied;
  const mayImport = usePermission('plan.import');
  const { id } = useParams({ from: '/shell/nhap-van-ban/$id/doi-chieu' });
  const { 'so-voi': document, 'quan-he': relation } = useSearch({
    from: '/shell/nhap-van-ban/$id/doi-chieu',
  });
  const query = {
    ...(document !== undefined && { document }),
    ...(isRelation(relation) && { relation }),
  };
  const compared = useQuery({ ...amendmentQuery(id, query), enabled: mayImport });
  if (!mayImport) {
    return (
      <Page title={denied.finding} eyebrow={words.eyebrow}>
        <EmptyState title={denied.title}>{denied.text}</EmptyState>
      </Page>
    );
  }
  if (compared.isError) {
    return (
      <Page title={words.title} eyebrow={<Link to="/nhap-van-ban">{words.eyebrow}</Link>}>
        <ErrorState error={compared.error} where={words.where} onRetry={() => void compared.refetch()} />
      </Page>
    );
  }
  if (!compared.data) {
    return (
      <Page title={words.title} eyebrow={words.eyebrow}>
        <LoadingState lines={10} />
      </Page>
    );
  }
  return <LoadedAmendment compared={compared.data} />;
};

const LoadedAmendment = ({ compared }: { readonly compared: AmendmentComparison }) => {
  const words = useMessages(registerChangeMessages).amendment;
  const item = useMessages(planItemMessages);
  const format = useFormat();
  const { comparison } = compared;
  const { id } = compared.import;
  const titleOf = ({
    changed,
    added,
    dropped,
    document,
    relation,
  }: NonNullable<typeof comparison>): string => {
    const [changes, additions] = [format.number(changed.length), format.number(added.length)];
    const name = documentShortTitle(document, item);
    // What an amending document does not repeat stays as it is: nothing of it is missing.
    return relation === 'amends'
      ? words.titleAmending(changes, additions, name)
      : words.titleReplacing(changes, additions, format.number(dropped.length), name);
  };
  return (
    <Page
      title={comparison ? titleOf(comparison) : words.title}
      eyebrow={<Link to="/nhap-van-ban">{words.eyebrow}</Link>}
      lead={words.lead}
      actions={
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/nhap-van-ban/$id" params={{ id }} {...props} />}
        >
          {words.back}
        </Button>
      }
    >
      <AmendmentBasis compared={compared} />
      {comparison && (
        <AmendmentDifferences
          key={`${comparison.document.id} ${comparison.relation}`}
          compared={compared}
          comparison={comparison}
        />
      )}
    </Page>
  );
};

export default AmendmentPage;
