import { z } from 'zod';

const isMailAddress = (text: string): boolean =>
  URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';

const LOOPBACK_HOSTS = ['127.0.0.1', '[::1]', 'localhost'];

/** The variables that say how letters are sent. */
export const MailEnvironment = z.object({
  SENSO_SMTP_URL: z
    .string()
    .refine(isMailAddress, { error: 'must be smtp://user:password@host:port or smtps://…' })
    .optional(),
  SENSO_SMTP_FROM: z
    .string()
    .refine((text) => z.email().safeParse(text).success, { error: 'must be an e-mail address' })
    .optional(),
  SENSO_SMTP_TLS: z.enum(['required', 'optional'], { error: 'must be required or optional' }).optional(),
});
type Found = z.output<typeof MailEnvironment> & { readonly SENSO_PUBLIC_URL?: string | undefined };

/** Says which variables are needed beside the address of the mail server. */
export const reportMail = (found: Found, context: z.RefinementCtx): void => {
  if (found.SENSO_SMTP_URL === undefined) return;
  for (const name of ['SENSO_SMTP_FROM', 'SENSO_PUBLIC_URL'] as const) {
    if (found[name] !== undefined) continue;
    context.addIssue({ code: 'custom', path: [name], message: 'is needed beside SENSO_SMTP_URL' });
  }
};

/** How letters are sent, as the operator wants it. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** The connection is encrypted from its first byte. */
  readonly isImplicitTls: boolean;
  /** A connection that the server does not encrypt is given up. */
  readonly requiresTls: boolean;
  readonly login: { readonly user: string; readonly password: string } | undefined;
  /** The address that letters come from. */
  readonly from: string;
  readonly publicUrl: string;
}

/** Reads what the variables say; undefined without a mail server. Letters hold one-time links: they travel encrypted. */
export const readMail = (found: Found): MailSettings | undefined => {
  if (found.SENSO_SMTP_URL === undefined) return undefined;
  const { protocol, hostname, port, username, password } = new URL(found.SENSO_SMTP_URL);
  const isImplicitTls = protocol === 'smtps:';
  const standard = LOOPBACK_HOSTS.includes(hostname) ? 'optional' : 'required';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isImplicitTls ? 465 : 587) : Number(port),
    isImplicitTls,
    requiresTls: !isImplicitTls && (found.SENSO_SMTP_TLS ?? standard) === 'required',
    login:
      username === ''
        ? undefined
        : { user: decodeURIComponent(username), password: decodeURIComponent(password) },
    from: found.SENSO_SMTP_FROM ?? '',
    publicUrl: found.SENSO_PUBLIC_URL ?? '',
  };
};
