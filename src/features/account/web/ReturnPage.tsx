import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { completeSingleSignOn } from '#features/account/own-account-contract.ts';
import { call } from '#web/api/call.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { ownMessages } from './own-messages.ts';
import { useKeepSession } from './own-queries.ts';
import { takeSignInTarget } from './sign-in-target.ts';
import { Standalone } from './Standalone.tsx';

/** Where the provider of single sign-on sends the browser back: finishes the sign-in and goes on. */
const ReturnPage = () => {
  const { sso: words } = useMessages(ownMessages);
  const router = useRouter();
  const keep = useKeepSession();
  // What the provider sent counts once, and the router tidies addresses.
  const [query] = useState(() => window.location.search);
  const returning = useQuery({
    queryKey: ['single-sign-on', query],
    queryFn: () => call(completeSingleSignOn, { body: { query } }),
    staleTime: Infinity,
    retry: false,
  });
  const session = returning.data;
  useEffect(() => {
    if (!session) return;
    keep(session);
    router.history.replace(takeSignInTarget());
    // The session comes once; the functions are new each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session]);
  return (
    <Standalone>
      {returning.isError ? (
        <Page title={words.failed}>
          <ErrorState error={returning.error} />
          <div>
            <Button variant="default" renderRoot={(props) => <Link to="/dang-nhap" {...props} />}>
              {words.back}
            </Button>
          </div>
        </Page>
      ) : (
        <Page title={words.returning}>
          <LoadingState lines={3} />
        </Page>
      )}
    </Standalone>
  );
};

export default ReturnPage;
