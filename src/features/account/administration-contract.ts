import { z } from 'zod';
import { ROLES } from '#core/access/permissions.ts';
import { ACCOUNT_LIST_PROBLEMS } from '#core/access/account-list.ts';
import { route } from '#contract/route.ts';
import { FileAnswer, Instant, PlainDateText } from '#contract/schemas.ts';
import { RoleHolding } from './contract.ts';

/** Where an account stands: without a way in yet, invited, in use, shut out, or emptied of personal data. */
const ACCOUNT_STATES = ['new', 'invited', 'active', 'disabled', 'erased'] as const;

const PlaceOfWork = z.object({ code: z.string(), name: z.string() }).nullable();

/** An account in the list of all. Passwords and secrets are in no answer. */
export const AccountRow = z
  .object({
    id: z.uuid(),
    username: z.string(),
    displayName: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    /** Where the person works; permits nothing. */
    organization: PlaceOfWork,
    state: z.enum(ACCOUNT_STATES),
    /** Roles held today. */
    holdings: z.array(RoleHolding),
    hasSecondFactor: z.boolean(),
    lastSignInAt: Instant.nullable(),
  })
  .meta({ id: 'AccountRow' });
export type AccountRow = z.infer<typeof AccountRow>;

/** A role that is, was or will be held. */
const HeldRole = RoleHolding.extend({
  endedAt: Instant.nullable(),
  /** Counts today. */
  isCurrent: z.boolean(),
}).meta({ id: 'HeldRole' });
export type HeldRole = z.infer<typeof HeldRole>;

/** Something that was done to the account or by signing in with it. */
const AccountEvent = z
  .object({
    id: z.uuid(),
    at: Instant,
    /** Name of the person, or of the process that acted without one. */
    actor: z.string(),
    action: z.string(),
    details: z.record(z.string(), z.unknown()),
    /** Address on the network from which it was done. */
    address: z.string().nullable(),
  })
  .meta({ id: 'AccountEvent' });
export type AccountEvent = z.infer<typeof AccountEvent>;

export const AccountView = AccountRow.extend({
  version: z.number().int(),
  roles: z.array(HeldRole),
  hasPassword: z.boolean(),
  /** Until when the invitation that is out can be used. */
  invitedUntil: Instant.nullable(),
  /** Providers of single sign-on that vouch for the person. */
  identityIssuers: z.array(z.string()),
  /** What the audit trail says of the account, the latest first, at most 200. */
  history: z.array(AccountEvent),
  mayWrite: z.boolean(),
  /** Invitations can be sent by e-mail. */
  sendsMail: z.boolean(),
}).meta({ id: 'AccountView' });
export type AccountView = z.infer<typeof AccountView>;

const Person = z.object({
  displayName: z.string().min(1).max(200),
  email: z.email().max(200).nullable(),
  phone: z
    .string()
    .regex(/^[\d +().-]{6,20}$/)
    .nullable(),
  organizationCode: z.string().min(1).max(40).nullable(),
});

const NewHolding = z.object({
  role: z.enum(ROLES),
  organizationCode: z.string().min(1).max(40).nullable(),
  validFrom: PlainDateText,
  validTo: PlainDateText.nullable(),
});

const Id = z.object({ id: z.uuid() });

export const listAccounts = route({
  method: 'GET',
  path: '/accounts',
  operationId: 'listAccounts',
  summary: 'All accounts with the roles held today',
  access: 'account.read',
  response: z.object({
    items: z.array(AccountRow),
    mayWrite: z.boolean(),
    /** Invitations can be sent by e-mail. */
    sendsMail: z.boolean(),
  }),
  since: '0.1.0',
});

export const getAccount = route({
  method: 'GET',
  path: '/accounts/:id',
  operationId: 'getAccount',
  summary: 'An account with all its roles and its history',
  access: 'account.read',
  params: Id,
  response: AccountView,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const addAccount = route({
  method: 'POST',
  path: '/accounts',
  operationId: 'addAccount',
  summary: 'Add a person, who then needs an invitation; the write id becomes the id of the account',
  access: 'account.write',
  body: Person.extend({
    username: z.string().min(2).max(63),
    holdings: z.array(NewHolding).max(20),
    writeId: z.uuid(),
  }),
  response: AccountView,
  refusals: [
    'account.username-taken',
    'account.malformed-username',
    'account.organization-required',
    'record.not-found',
  ],
  since: '0.1.0',
});

export const editAccount = route({
  method: 'PUT',
  path: '/accounts/:id',
  operationId: 'editAccount',
  summary: 'Change name and office contact',
  access: 'account.write',
  params: Id,
  body: Person.extend({ version: z.number().int().min(1) }),
  response: AccountView,
  refusals: ['record.not-found', 'edit.conflict'],
  since: '0.1.0',
});

export const grantRole = route({
  method: 'POST',
  path: '/accounts/:id/roles',
  operationId: 'grantRole',
  summary: 'Let a person hold one more role; the write id becomes the id of the holding',
  access: 'account.write',
  params: Id,
  body: NewHolding.extend({ writeId: z.uuid() }),
  response: AccountView,
  refusals: ['record.not-found', 'account.organization-required', 'value.out-of-range'],
  since: '0.1.0',
});

export const takeRoleBack = route({
  method: 'DELETE',
  path: '/accounts/:id/roles/:holdingId',
  operationId: 'takeRoleBack',
  summary: 'Take a role back, at once, with what was lent of it',
  access: 'account.write',
  params: z.object({ id: z.uuid(), holdingId: z.uuid() }),
  response: AccountView,
  refusals: ['record.not-found', 'account.last-administrator'],
  since: '0.1.0',
});

export const setAccountState = route({
  method: 'PUT',
  path: '/accounts/:id/state',
  operationId: 'setAccountState',
  summary: 'Shut an account out, also where it is signed in, or let it in again',
  access: 'account.write',
  params: Id,
  body: z.object({ isDisabled: z.boolean() }),
  response: AccountView,
  refusals: ['record.not-found', 'account.last-administrator'],
  since: '0.1.0',
});

export const resetSecondFactor = route({
  method: 'DELETE',
  path: '/accounts/:id/second-factor',
  operationId: 'resetSecondFactor',
  summary: 'Take the second factor of a person away who has lost it, and end the person’s sessions',
  access: 'account.write',
  params: Id,
  response: AccountView,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

/** The page on which a one-time code, behind `#` in its address, is used. */
export const INVITATION_PAGE = '/loi-moi';

/** An invitation as it is shown, once, to whoever hands it on. */
export const Invitation = z
  .object({
    accountId: z.uuid(),
    username: z.string(),
    displayName: z.string(),
    organization: z.string().nullable(),
    /** One-time code; only its hash is kept. */
    code: z.string(),
    expiresAt: Instant,
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

export const inviteAccounts = route({
  method: 'POST',
  path: '/accounts/invitations',
  operationId: 'inviteAccounts',
  summary: 'Make one-time codes with which people choose a password; earlier codes of theirs end',
  access: 'account.write',
  body: z.object({ accountIds: z.array(z.uuid()).min(1).max(500) }),
  response: z.object({ items: z.array(Invitation) }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});

/** A person invited by e-mail, and what became of the letter. */
export const MailedInvitation = z
  .object({
    accountId: z.uuid(),
    username: z.string(),
    displayName: z.string(),
    email: z.string().nullable(),
    /** `refused`: the address; `denied`: the mail server does not let the system send; `unreachable`: it does not answer. */
    outcome: z.enum(['sent', 'no-address', 'refused', 'denied', 'unreachable', 'uncertain']),
    /** To be printed, where no letter was sent. */
    invitation: Invitation.nullable(),
  })
  .meta({ id: 'MailedInvitation' });
export type MailedInvitation = z.infer<typeof MailedInvitation>;

export const mailInvitations = route({
  method: 'POST',
  path: '/accounts/invitation-mails',
  operationId: 'mailInvitations',
  summary:
    'Invite people by e-mail; earlier codes of theirs end, and what could not be sent comes back to be printed',
  access: 'account.write',
  body: z.object({ accountIds: z.array(z.uuid()).min(1).max(500) }),
  response: z.object({ items: z.array(MailedInvitation) }),
  refusals: ['record.not-found', 'mail.not-configured'],
  since: '0.1.0',
});

/** A cell of a list of people that is not as it must be. */
export const AccountListProblem = z
  .object({
    cell: z.string(),
    code: z.enum(ACCOUNT_LIST_PROBLEMS),
    value: z.string(),
  })
  .meta({ id: 'AccountListProblem' });

export const importAccounts = route({
  method: 'POST',
  path: '/accounts/import',
  operationId: 'importAccounts',
  summary: 'Add people and their roles from an .xlsx list, all or nothing; a dry run saves nothing',
  access: 'account.write',
  query: z.object({ dryRun: z.enum(['yes', 'no']) }),
  body: 'multipart',
  response: z
    .object({
      added: z.array(z.object({ id: z.uuid(), username: z.string(), displayName: z.string() })),
      /** People known before who get another role. */
      extended: z.number().int(),
      granted: z.number().int(),
      /** Rows that say what is so already. */
      unchanged: z.number().int(),
      isSaved: z.boolean(),
    })
    .meta({ id: 'AccountImport' }),
  refusals: ['account.import-invalid', 'file.missing', 'file.broken', 'file.empty', 'file.too-complex'],
  since: '0.1.0',
});

export const getAccountForm = route({
  method: 'GET',
  path: '/accounts/import-form',
  operationId: 'getAccountForm',
  summary: 'The .xlsx form for the list of people, with the organizations of the register',
  access: 'account.write',
  response: FileAnswer,
  answers: 'file',
  since: '0.1.0',
});
