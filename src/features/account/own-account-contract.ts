import { z } from 'zod';
import { ROLES } from '#core/access/permissions.ts';
import { route } from '#contract/route.ts';
import { Instant, Nothing, PlainDateText } from '#contract/schemas.ts';
import { RoleHolding, SessionView } from './contract.ts';

const Password = z.string().min(1).max(256);
const Code = z.string().min(1).max(32);

/** A role that the person lends for an absence, or has lent. */
const Delegation = z
  .object({
    id: z.uuid(),
    role: z.enum(ROLES),
    organization: z.object({ code: z.string(), name: z.string() }).nullable(),
    to: z.string(),
    validFrom: PlainDateText,
    validTo: PlainDateText,
  })
  .meta({ id: 'Delegation' });
export type Delegation = z.infer<typeof Delegation>;

/** A person to whom a role can be lent. */
const Colleague = z.object({ id: z.uuid(), displayName: z.string() });

export const OwnAccount = z
  .object({
    username: z.string(),
    displayName: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    hasPassword: z.boolean(),
    secondFactor: z.object({
      isOn: z.boolean(),
      isRequired: z.boolean(),
      recoveryCodesLeft: z.number().int(),
    }),
    /** Own roles that can be lent today, each with the people of its organization. */
    lendable: z.array(z.object({ holding: RoleHolding, colleagues: z.array(Colleague) })),
    /** What is lent, today or later. */
    delegations: z.array(Delegation),
  })
  .meta({ id: 'OwnAccount' });
export type OwnAccount = z.infer<typeof OwnAccount>;

export const getOwnAccount = route({
  method: 'GET',
  path: '/own-account',
  operationId: 'getOwnAccount',
  summary: 'The account of the signed-in person',
  access: 'session.read',
  response: OwnAccount,
  since: '0.1.0',
});

export const changeOwnPassword = route({
  method: 'PUT',
  path: '/own-account/password',
  operationId: 'changeOwnPassword',
  summary: 'Choose another password; other sessions of the person end',
  access: 'session.read',
  body: z.object({ currentPassword: Password.nullable(), newPassword: Password }),
  response: Nothing,
  refusals: ['account.wrong-password', 'account.weak-password', 'session.too-many-attempts'],
  since: '0.1.0',
});

export const OwnSession = z
  .object({
    id: z.uuid(),
    isThis: z.boolean(),
    method: z.enum(['password', 'invitation', 'single-sign-on']),
    /** What the browser says of itself. */
    userAgent: z.string().nullable(),
    address: z.string().nullable(),
    createdAt: Instant,
    lastSeenAt: Instant,
  })
  .meta({ id: 'OwnSession' });
export type OwnSession = z.infer<typeof OwnSession>;

export const listOwnSessions = route({
  method: 'GET',
  path: '/own-account/sessions',
  operationId: 'listOwnSessions',
  summary: 'Where the person is signed in',
  access: 'session.read',
  response: z.object({ items: z.array(OwnSession) }),
  since: '0.1.0',
});

export const endOwnSession = route({
  method: 'DELETE',
  path: '/own-account/sessions/:id',
  operationId: 'endOwnSession',
  summary: 'End one session of the person',
  access: 'session.read',
  params: z.object({ id: z.uuid() }),
  response: Nothing,
  since: '0.1.0',
});

export const endOtherSessions = route({
  method: 'DELETE',
  path: '/own-account/sessions',
  operationId: 'endOtherSessions',
  summary: 'End all sessions of the person but this one',
  access: 'session.read',
  response: z.object({ ended: z.number().int() }),
  since: '0.1.0',
});

export const beginSecondFactor = route({
  method: 'POST',
  path: '/own-account/second-factor',
  operationId: 'beginSecondFactor',
  summary: 'Make a secret for an authenticator; it asks for nothing until a first code confirms it',
  access: 'session.read',
  body: z.object({ password: Password.nullable() }),
  response: z.object({
    /** For an authenticator that can't read the QR code. */
    secret: z.string(),
    /** What the QR code says. */
    address: z.string(),
    /** Comes back with the first code. */
    ticket: z.string(),
  }),
  refusals: ['account.wrong-password', 'session.too-many-attempts'],
  since: '0.1.0',
});

const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

export const confirmSecondFactor = route({
  method: 'PUT',
  path: '/own-account/second-factor',
  operationId: 'confirmSecondFactor',
  summary: 'Put the secret in force by its first code; answers the recovery codes, once',
  access: 'session.read',
  body: z.object({ ticket: z.string().min(1).max(500), code: Code }),
  response: RecoveryCodes,
  refusals: ['session.wrong-code', 'session.too-many-attempts'],
  since: '0.1.0',
});

export const renewRecoveryCodes = route({
  method: 'POST',
  path: '/own-account/recovery-codes',
  operationId: 'renewRecoveryCodes',
  summary: 'Make ten new recovery codes in place of those before',
  access: 'session.read',
  body: z.object({ code: Code }),
  response: RecoveryCodes,
  refusals: ['session.wrong-code', 'session.too-many-attempts'],
  since: '0.1.0',
});

export const removeSecondFactor = route({
  method: 'POST',
  path: '/own-account/second-factor/remove',
  operationId: 'removeSecondFactor',
  summary: 'Sign in without codes again, where no role of the person requires them',
  access: 'session.read',
  body: z.object({ code: Code }),
  response: Nothing,
  refusals: ['session.wrong-code', 'account.second-factor-required', 'session.too-many-attempts'],
  since: '0.1.0',
});

export const delegateRole = route({
  method: 'POST',
  path: '/own-account/delegations',
  operationId: 'delegateRole',
  summary: 'Lend a role of one’s own for an absence; the write id becomes the id of the delegation',
  access: 'session.read',
  body: z.object({
    holdingId: z.uuid(),
    toAccountId: z.uuid(),
    validFrom: PlainDateText,
    validTo: PlainDateText,
    writeId: z.uuid(),
  }),
  response: OwnAccount,
  refusals: ['account.not-delegable'],
  since: '0.1.0',
});

export const takeDelegationBack = route({
  method: 'DELETE',
  path: '/own-account/delegations/:id',
  operationId: 'takeDelegationBack',
  summary: 'Take a lent role back, at once',
  access: 'session.read',
  params: z.object({ id: z.uuid() }),
  response: OwnAccount,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const findInvitation = route({
  method: 'POST',
  path: '/invitations/find',
  operationId: 'findInvitation',
  summary: 'Whom a one-time code invites; the code travels in the body and so in no log',
  access: 'public',
  body: z.object({ code: Code }),
  response: z.object({ username: z.string(), displayName: z.string(), expiresAt: Instant }),
  refusals: ['invitation.unusable', 'session.too-many-attempts'],
  since: '0.1.0',
});

export const acceptInvitation = route({
  method: 'POST',
  path: '/invitations/accept',
  operationId: 'acceptInvitation',
  summary: 'Choose a password with a one-time code and sign in',
  access: 'public',
  body: z.object({
    code: Code,
    password: Password,
    /** One-time code of the second factor, or a recovery code; asked for by a refusal. */
    secondFactorCode: Code.optional(),
  }),
  response: SessionView,
  refusals: [
    'invitation.unusable',
    'account.weak-password',
    'session.code-required',
    'session.wrong-code',
    'session.no-role',
    'session.too-many-attempts',
  ],
  since: '0.1.0',
});

export const beginSingleSignOn = route({
  method: 'POST',
  path: '/single-sign-on',
  operationId: 'beginSingleSignOn',
  summary: 'Where to send the browser for single sign-on',
  access: 'public',
  response: z.object({ address: z.url() }),
  refusals: ['single-sign-on.failed', 'record.not-found'],
  since: '0.1.0',
});

export const completeSingleSignOn = route({
  method: 'POST',
  path: '/single-sign-on/return',
  operationId: 'completeSingleSignOn',
  summary: 'Sign in with what the provider sent back',
  access: 'public',
  body: z.object({ query: z.string().min(1).max(8000) }),
  response: SessionView,
  refusals: ['single-sign-on.failed', 'session.no-role', 'record.not-found'],
  since: '0.1.0',
});
