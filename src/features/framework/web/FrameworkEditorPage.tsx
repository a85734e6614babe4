import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { FrameworkView } from '#features/framework/contract.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { DraftEditor } from './editor/DraftEditor.tsx';
import { frameworkMessages } from './messages.ts';
import { frameworkQuery } from './queries.ts';

/** Edits a draft; any other version says why it can't be edited and what to do. */
const FrameworkEditorPage = () => {
  const words = useMessages(frameworkMessages);
  const params = useParams({ from: '/shell/bo-chi-so/khung/$code/$version/sua' });
  const framework = useQuery({
    ...frameworkQuery({ code: params.code, version: Number(params.version) }),
    // What is being edited must not change under the editor: the server tells of a conflict when it is saved.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const eyebrow = (
    <>
      <Link to="/bo-chi-so/khung">{words.page}</Link> ·{' '}
      <Link to="/bo-chi-so/khung/$code/$version" params={params}>
        {words.versionName(params.code, params.version)}
      </Link>
    </>
  );
  if (framework.data?.actions.includes('edit')) {
    return <DraftEditor key={loadedKey(framework.data)} view={framework.data} eyebrow={eyebrow} />;
  }
  return (
    <Page title={framework.data ? words.editor.notDraft : words.editor.loading} eyebrow={eyebrow}>
      {framework.isPending && <LoadingState lines={14} />}
      {framework.isError && (
        <ErrorState error={toProblem(framework.error)} onRetry={() => void framework.refetch()} />
      )}
      {framework.data && (
        <EmptyState
          title={words.editor.notDraft}
          action={
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/bo-chi-so/khung/$code/$version" params={params} {...props} />}
            >
              {words.comparison.back}
            </Button>
          }
        >
          {words.editor.notDraftText}
        </EmptyState>
      )}
    </Page>
  );
};

const loadedKey = ({ row }: FrameworkView): string => `${row.code} ${String(row.version)}`;

export default FrameworkEditorPage;
