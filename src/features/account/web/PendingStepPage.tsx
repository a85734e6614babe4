import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { sessionQuery, useSignOut } from '#web/session/session.ts';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { ownMessages } from './own-messages.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactorSetUp } from './SecondFactorSetUp.tsx';
import { Standalone } from './Standalone.tsx';

/** What a person must do with the account before anything else. */
const PendingStepPage = () => {
  const { step: words, factor } = useMessages(ownMessages);
  const session = useQuery(sessionQuery);
  const queries = useQueryClient();
  const signOut = useSignOut();
  if (session.isError) return <Navigate to="/dang-nhap" />;
  if (!session.data) return <LoadingState lines={4} />;
  const { pendingStep } = session.data;
  if (pendingStep === null) return <Navigate to="/" />;
  const goOn = (): void => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  const isPassword = pendingStep === 'change-password';
  return (
    <Standalone>
      <Page
        title={isPassword ? words.password : words.factor}
        lead={isPassword ? words.passwordLead : words.factorLead}
      >
        {isPassword ? (
          <PasswordForm onChanged={goOn} />
        ) : (
          <SecondFactorSetUp hasPassword label={factor.start} onDone={goOn} />
        )}
        <div>
          <Button
            variant="default"
            loading={signOut.isPending}
            onClick={() => {
              signOut.mutate();
            }}
          >
            {words.signOut}
          </Button>
        </div>
      </Page>
    </Standalone>
  );
};

export default PendingStepPage;
