import { z } from 'zod';

/** The variables that say where reminders are posted to. */
export const WebhookEnvironment = z.object({
  SENSO_WEBHOOK_URL: z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
      error: 'must be an address that begins with https://',
    })
    .optional(),
  SENSO_WEBHOOK_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SENSO_WEBHOOK_NETWORK: z.enum(['public', 'any'], { error: 'must be public or any' }).default('public'),
});
type Found = z.output<typeof WebhookEnvironment>;

/** Says what is wrong with the address, and what is needed beside it. */
export const reportWebhook = (found: Found, context: z.RefinementCtx): void => {
  if (found.SENSO_WEBHOOK_URL === undefined) return;
  if (found.SENSO_WEBHOOK_SECRET === undefined) {
    context.addIssue({
      ...{ code: 'custom', path: ['SENSO_WEBHOOK_SECRET'] },
      message: 'is needed beside SENSO_WEBHOOK_URL',
    });
  }
  if (found.SENSO_WEBHOOK_NETWORK === 'public' && new URL(found.SENSO_WEBHOOK_URL).protocol !== 'https:') {
    context.addIssue({
      ...{ code: 'custom', path: ['SENSO_WEBHOOK_URL'] },
      message: 'must begin with https:// unless SENSO_WEBHOOK_NETWORK=any',
    });
  }
};

/** Where reminders are posted to, as the operator wants it. */
export interface WebhookSettings {
  readonly address: string;
  /** Signs what is posted. */
  readonly secret: string;
  /** Whether addresses of inner networks, and plain HTTP, are allowed. */
  readonly allowsAnyNetwork: boolean;
}

/** Reads what the variables say; undefined without an address. */
export const readWebhook = (found: Found): WebhookSettings | undefined =>
  found.SENSO_WEBHOOK_URL === undefined
    ? undefined
    : {
        address: found.SENSO_WEBHOOK_URL,
        secret: found.SENSO_WEBHOOK_SECRET ?? '',
        allowsAnyNetwork: found.SENSO_WEBHOOK_NETWORK === 'any',
      };
