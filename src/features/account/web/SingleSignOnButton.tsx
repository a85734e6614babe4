import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { beginSingleSignOn } from '#features/account/own-account-contract.ts';
import { call } from '#web/api/call.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { systemQuery } from '#web/session/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './account.module.css';
import { ownMessages } from './own-messages.ts';
import { keepSignInTarget } from './sign-in-target.ts';

/** Leads to the provider of single sign-on, where one is configured. */
export const SingleSignOnButton = ({ target }: { readonly target: string }) => {
  const { sso: words } = useMessages(ownMessages);
  const { data: system } = useQuery(systemQuery);
  const leaving = useMutation({
    mutationFn: () => call(beginSingleSignOn),
    onSuccess: ({ address }) => {
      keepSignInTarget(target);
      window.location.assign(address);
    },
  });
  if (!system?.singleSignOn) return null;
  return (
    <div className={styles.form}>
      {leaving.isError && <ErrorState error={leaving.error} />}
      <div>
        <Button
          variant="default"
          loading={leaving.isPending || leaving.isSuccess}
          onClick={() => {
            leaving.mutate();
          }}
        >
          {words.signIn(system.singleSignOn.name)}
        </Button>
      </div>
    </div>
  );
};
