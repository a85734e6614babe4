import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { EntryForm } from './EntryForm.tsx';
import { registerQuery } from './queries.ts';
import { useWording } from './use-wording.ts';

/** Adds an entry to a register. */
const NewEntryPage = () => {
  const { words, pick } = useWording();
  const { kind } = useParams({ from: '/shell/so-dang-ky/$kind/them' });
  const navigate = useNavigate();
  // One id for each opened form: a retry must not add twice.
  const [id] = useState(() => newId());
  const content = useQuery(registerQuery(kind, undefined));
  if (content.isError) {
    return (
      <Page title={words.add}>
        <ErrorState error={content.error} where={words.eyebrow} onRetry={() => void content.refetch()} />
      </Page>
    );
  }
  if (!content.data) {
    return (
      <Page title={words.add}>
        <LoadingState lines={12} />
      </Page>
    );
  }
  const { register, day, mayAddFor } = content.data;
  return (
    <Page
      title={words.addTitle(pick(register.counted))}
      eyebrow={
        <>
          <Link to="/so-dang-ky">{words.eyebrow}</Link>
          {' › '}
          <Link to="/so-dang-ky/$kind" params={{ kind }}>
            {pick(register.title)}
          </Link>
        </>
      }
    >
      {mayAddFor.length === 0 ? (
        <EmptyState title={words.notAllowed}>{words.notAllowedHelp}</EmptyState>
      ) : (
        <EntryForm
          {...{ register, day, id }}
          entry={undefined}
          owners={mayAddFor}
          onDone={() => void navigate({ to: '/so-dang-ky/$kind/$id', params: { kind, id } })}
          onCancel={() => void navigate({ to: '/so-dang-ky/$kind', params: { kind } })}
        />
      )}
    </Page>
  );
};

export default NewEntryPage;
