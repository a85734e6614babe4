import * as client from 'openid-client';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';

/** What the operator says of the provider. */
export interface SingleSignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button on the sign-in page calls the provider. */
  readonly name: string;
  /** Claim that holds our user name. */
  readonly usernameClaim: string;
  /** Claim that names the organization in any spelling of the register. */
  readonly organizationClaim: string | undefined;
  /** Authentication context that the provider must vouch for, such as one with two factors. */
  readonly requiredContext: string | undefined;
  /** Whether who has no account gets one without any role. */
  readonly createsAccounts: boolean;
  /** Address of this installation as browsers know it, without a slash at its end. */
  readonly publicUrl: string;
}

/** What must be remembered between going to the provider and coming back. It is secret: it never leaves sealed. */
export interface StartedSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Whom the provider vouches for. */
export interface ProvidedIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly username: string | undefined;
  readonly displayName: string | undefined;
  readonly email: string | undefined;
  readonly organization: string | undefined;
}

/** Sign-in by a provider of OpenID Connect: authorization code with PKCE, state and nonce. */
export interface SingleSignOn {
  readonly name: string;
  readonly createsAccounts: boolean;
  /** Where to send the browser, and what to remember. */
  readonly begin: () => Promise<{ readonly address: string; readonly started: StartedSignIn } | Refusal>;
  /** Whom the provider sent back, from the query with which the browser returned. */
  readonly complete: (query: string, started: StartedSignIn) => Promise<ProvidedIdentity | Refusal>;
  /** Where the browser ends the provider's own session; undefined where the provider has no such place. */
  readonly findSignOutAddress: () => Promise<string | undefined>;
}

/** The page to which the provider sends the browser back. */
const RETURN_PATH = '/dang-nhap/tro-ve';
const SCOPE = 'openid profile email';
const TIMEOUT_SECONDS = 10;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const failed = (reason: string): Refusal<'single-sign-on.failed'> =>
  refuse('single-sign-on.failed', { reason });

// What the provider answered stays out of our answers: it may quote codes and tokens.
const reasonOf = (error: unknown): string => {
  if (error instanceof client.AuthorizationResponseError) return 'refused-by-provider';
  const { code } = error as { readonly code?: unknown };
  const isNetwork = error instanceof TypeError || code === 'OAUTH_TIMEOUT';
  return isNetwork ? 'unreachable' : 'not-verified';
};

type Claims = Readonly<Record<string, unknown>>;

const textOf = (claims: Claims, name: string | undefined): string | undefined => {
  const value = name === undefined ? undefined : claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

const identityOf = (claims: Claims, subject: string, settings: SingleSignOnSettings): ProvidedIdentity => ({
  ...{ issuer: settings.issuer, subject },
  username: textOf(claims, settings.usernameClaim),
  displayName: textOf(claims, 'name'),
  email: textOf(claims, 'email'),
  organization: textOf(claims, settings.organizationClaim),
});

/** Speaks with one provider. It is asked for its metadata at the first sign-in: our start does not wait for it. */
export const openSingleSignOn = (settings: SingleSignOnSettings): SingleSignOn => {
  const { issuer, clientId, clientSecret, requiredContext, publicUrl } = settings;
  const redirectUri = `${publicUrl}${RETURN_PATH}`;
  let discovered: Promise<client.Configuration> | undefined;

  const discover = async (): Promise<client.Configuration> => {
    const server = new URL(issuer);
    const isLocal = server.protocol === 'http:' && LOOPBACK.has(server.hostname);
    const configuration = await client.discovery(server, clientId, clientSecret, undefined, {
      timeout: TIMEOUT_SECONDS,
      // Only on this very machine may a provider go without encryption.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so as a warning: see the line above
      execute: [client.enableNonRepudiationChecks, ...(isLocal ? [client.allowInsecureRequests] : [])],
    });
    return configuration;
  };
  const configurationOf = async (): Promise<client.Configuration> => {
    discovered ??= discover();
    try {
      return await discovered;
    } catch (error) {
      discovered = undefined;
      throw error;
    }
  };

  const begin: SingleSignOn['begin'] = async () => {
    try {
      const configuration = await configurationOf();
      const started = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        codeVerifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(configuration, {
        ...{ redirect_uri: redirectUri, scope: SCOPE, state: started.state, nonce: started.nonce },
        code_challenge: await client.calculatePKCECodeChallenge(started.codeVerifier),
        code_challenge_method: 'S256',
        ...(requiredContext !== undefined && { acr_values: requiredContext }),
      });
      return { address: address.href, started };
    } catch {
      return failed('unreachable');
    }
  };

  const complete: SingleSignOn['complete'] = async (query, started) => {
    try {
      const configuration = await configurationOf();
      const current = new URL(redirectUri);
      current.search = query;
      const tokens = await client.authorizationCodeGrant(configuration, current, {
        pkceCodeVerifier: started.codeVerifier,
        expectedState: started.state,
        expectedNonce: started.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) return failed('not-verified');
      if (requiredContext !== undefined && claims.acr !== requiredContext) return failed('not-verified');
      const more = configuration.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {};
      return identityOf({ ...more, ...claims }, claims.sub, settings);
    } catch (error) {
      return failed(reasonOf(error));
    }
  };

  return {
    ...{ name: settings.name, createsAccounts: settings.createsAccounts, begin, complete },
    findSignOutAddress: async () => {
      try {
        const configuration = await configurationOf();
        if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
        return client.buildEndSessionUrl(configuration, {
          post_logout_redirect_uri: `${publicUrl}/dang-nhap`,
        }).href;
      } catch {
        return undefined;
      }
    },
  };
};
