import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { setSessionEnd, useSessionEnd } from '#web/api/session-end.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { sessionMessages } from './messages.ts';
import { useSession, useSignIn, type Credentials } from './session.ts';
import styles from './SessionEndDialog.module.css';

/** Asks to sign in again over the page whose session has ended, so that what stands on it stays. */
export const SessionEndDialog = () => {
  const words = useMessages(sessionMessages);
  const queries = useQueryClient();
  const end = useSessionEnd();
  if (!end?.isAsked) return null;
  return (
    <Dialog
      label={words.ended}
      onClose={() => {
        setSessionEnd(queries, { ...end, isAsked: false });
      }}
    >
      <div className={styles.dialog}>
        <h2 className={styles.title}>{words.ended}</h2>
        <p className={styles.lead}>{end.isUnsaved ? words.endedUnsaved : words.endedReading}</p>
        <SignInAgain />
      </div>
    </Dialog>
  );
};

const SignInAgain = () => {
  const words = useMessages(sessionMessages);
  const { account } = useSession();
  const [credentials, setCredentials] = useState<Credentials>({ username: account.username, password: '' });
  const queries = useQueryClient();
  const entering = useSignIn(() => {
    setSessionEnd(queries, null);
    void queries.invalidateQueries();
  });
  // Most visits never need the form: it is no part of the first page.
  const form = useQuery({
    queryKey: ['sign-in-form'],
    queryFn: () => import('./SignInForm.tsx'),
    staleTime: Infinity,
    structuralSharing: false,
    networkMode: 'always',
  });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLInputElement>('input[name="password"]')?.focus();
  }, [form.isSuccess]);
  if (form.isPending) return <LoadingState lines={3} />;
  if (form.isError) {
    return <ErrorState error={form.error} where={words.form} onRetry={() => void form.refetch()} />;
  }
  const { SignInForm } = form.data;
  return (
    <div ref={box}>
      <SignInForm
        credentials={credentials}
        onChange={setCredentials}
        onSubmit={entering.mutate}
        isPending={entering.isPending}
        error={entering.error}
      />
    </div>
  );
};
