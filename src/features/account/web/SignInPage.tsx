import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
import { DemonstrationBanner } from '#web/layout/DemonstrationBanner.tsx';
import { LanguageSwitch } from '#web/layout/LanguageSwitch.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { validateSignInSearch } from '#web/search-params.ts';
import { useSignIn, type Credentials } from '#web/session/session.ts';
import { SignInForm } from '#web/session/SignInForm.tsx';
import { Page } from '#web/ui/Page.tsx';
import { DemonstrationAccounts } from './DemonstrationAccounts.tsx';
import { accountMessages } from './messages.ts';
import styles from './SignInPage.module.css';
import { SingleSignOnButton } from './SingleSignOnButton.tsx';

const NO_CREDENTIALS: Credentials = { username: '', password: '' };

/** Where a person comes in, and goes on to the address that asked for the session. */
const SignInPage = () => {
  const words = useMessages(accountMessages);
  const { productName, tagline } = useMessages(sharedMessages);
  const router = useRouter();
  // The router also hands on what the page's own rule has left out: the rule has the last word.
  const target = validateSignInSearch(useSearch({ from: '/dang-nhap' }))['tro-lai'] ?? '/';
  const [credentials, setCredentials] = useState(NO_CREDENTIALS);
  const entering = useSignIn(() => {
    router.history.push(target);
  });

  return (
    <>
      <header>
        <DemonstrationBanner />
      </header>
      <main className={styles.main}>
        <div className={styles.brand}>
          <img src="/lotus.svg" alt="" width={40} height={40} />
          <div>
            <div className={styles.name}>{productName}</div>
            <div className={styles.tagline}>{tagline}</div>
          </div>
          <LanguageSwitch />
        </div>
        <Page title={words.title} lead={words.lead}>
          <SignInForm
            credentials={credentials}
            onChange={setCredentials}
            onSubmit={entering.mutate}
            isPending={entering.isPending}
            error={entering.error}
          />
          <SingleSignOnButton target={target} />
          <DemonstrationAccounts onChoose={setCredentials} />
        </Page>
      </main>
    </>
  );
};

export default SignInPage;
