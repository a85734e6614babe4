import { z } from 'zod';
import type { Authentication } from './authentication.ts';
import { loadSecretKey, openSecretBox } from './secret-box.ts';
import { openSingleSignOn, type SingleSignOnSettings } from './single-sign-on.ts';

const isSecureOrLocal = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
};

const SecureAddress = z
  .string()
  .refine(isSecureOrLocal, { error: 'must be an address that begins with https://' });

const YesOrNo = z.enum(['yes', 'no'], { error: 'must be yes or no' });

/** The variables that say how people prove who they are. */
export const AuthenticationEnvironment = z.object({
  SENSO_SECOND_FACTOR: z.enum(['required', 'optional'], { error: 'must be required or optional' }).optional(),
  SENSO_SECRET_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, { error: 'must be 32 bytes in base 64' })
    .optional(),
  SENSO_PUBLIC_URL: SecureAddress.transform((text) => text.replace(/\/+$/, '')).optional(),
  SENSO_OIDC_ISSUER: SecureAddress.optional(),
  SENSO_OIDC_CLIENT_ID: z.string().optional(),
  SENSO_OIDC_CLIENT_SECRET: z.string().optional(),
  SENSO_OIDC_NAME: z.string().default('OpenID Connect'),
  SENSO_OIDC_USERNAME_CLAIM: z.string().default('preferred_username'),
  SENSO_OIDC_ORGANIZATION_CLAIM: z.string().optional(),
  SENSO_OIDC_ACR: z.string().optional(),
  SENSO_OIDC_CREATE_ACCOUNTS: YesOrNo.default('no'),
});
type Found = z.output<typeof AuthenticationEnvironment>;

const NEEDED_WITH_ISSUER = [
  'SENSO_PUBLIC_URL',
  'SENSO_OIDC_CLIENT_ID',
  'SENSO_OIDC_CLIENT_SECRET',
] as const satisfies readonly (keyof Found)[];

/** Says which variables a provider needs beside its address. */
export const reportAuthentication = (found: Found, context: z.RefinementCtx): void => {
  if (found.SENSO_OIDC_ISSUER === undefined) return;
  for (const name of NEEDED_WITH_ISSUER) {
    if (found[name] !== undefined) continue;
    context.addIssue({ code: 'custom', path: [name], message: 'is needed beside SENSO_OIDC_ISSUER' });
  }
};

/** How people prove who they are, as the operator wants it. */
export interface AuthenticationConfig {
  readonly requiresSecondFactor: boolean;
  /** Key of 256 bits in base 64; that of the data directory when not given. */
  readonly secretKey: string | undefined;
  readonly singleSignOn: SingleSignOnSettings | undefined;
}

/** Reads what the variables say; the demonstration asks nobody for a second factor unless told to. */
export const readAuthentication = (found: Found, profile: string): AuthenticationConfig => ({
  requiresSecondFactor:
    (found.SENSO_SECOND_FACTOR ?? (profile === 'production' ? 'required' : 'optional')) === 'required',
  secretKey: found.SENSO_SECRET_KEY,
  singleSignOn:
    found.SENSO_OIDC_ISSUER === undefined
      ? undefined
      : {
          issuer: found.SENSO_OIDC_ISSUER,
          clientId: found.SENSO_OIDC_CLIENT_ID ?? '',
          clientSecret: found.SENSO_OIDC_CLIENT_SECRET ?? '',
          name: found.SENSO_OIDC_NAME,
          usernameClaim: found.SENSO_OIDC_USERNAME_CLAIM,
          organizationClaim: found.SENSO_OIDC_ORGANIZATION_CLAIM,
          requiredContext: found.SENSO_OIDC_ACR,
          createsAccounts: found.SENSO_OIDC_CREATE_ACCOUNTS === 'yes',
          publicUrl: found.SENSO_PUBLIC_URL ?? '',
        },
});

/** Opens what the configuration asks for; makes the key of the data directory if there is none. */
export const openAuthentication = (config: AuthenticationConfig, dataDirectory: string): Authentication => ({
  requiresSecondFactor: config.requiresSecondFactor,
  secretBox: openSecretBox(loadSecretKey(config.secretKey, dataDirectory)),
  singleSignOn: config.singleSignOn && openSingleSignOn(config.singleSignOn),
});
