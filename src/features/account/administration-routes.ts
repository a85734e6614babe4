import { plainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { readAgencyDirectory } from '#server/registers/agency-directory.ts';
import type { AccountChange } from './account-change.ts';
import { buildAccountForm, importAccountList } from './account-import.ts';
import { addPerson, editPerson, resetFactor, setState } from './administration.ts';
import {
  addAccount,
  editAccount,
  getAccount,
  getAccountForm,
  grantRole,
  importAccounts,
  inviteAccounts,
  listAccounts,
  mailInvitations,
  resetSecondFactor,
  setAccountState,
  takeRoleBack,
  type AccountView,
  type Invitation,
} from './administration-contract.ts';
import { viewAccount, viewAccounts } from './administration-view.ts';
import { inviteAll, type MadeInvitation } from './invitation.ts';
import { mailInvitations as mailAll } from './mail-invitations.ts';
import { grantRoleTo, takeRoleBack as take, type SpannedHolding } from './roles.ts';

/** Who changes accounts by a request, and from where. */
const changeOf = ({ db, clock, caller }: RequestContext): AccountChange => ({ db, clock, caller });

const viewAfter = async (
  changed: object | Refusal,
  accountId: string,
  context: RequestContext,
): Promise<AccountView | Refusal> => (isRefusal(changed) ? changed : viewAccount(context, accountId));

type WrittenHolding = Omit<SpannedHolding, 'validFrom' | 'validTo'> & {
  readonly validFrom: string;
  readonly validTo: string | null;
};

const spanned = <Holding extends WrittenHolding>(holding: Holding) => ({
  ...holding,
  validFrom: plainDate(holding.validFrom),
  validTo: holding.validTo === null ? null : plainDate(holding.validTo),
});

/** Invitations as they are shown to whoever hands them on, with the organization by its name. */
const openSheets = async ({ db }: RequestContext): Promise<(made: MadeInvitation) => Invitation> => {
  const directory = await readAgencyDirectory(db);
  return ({ organizationCode: code, email: _, ...one }) => ({
    ...one,
    organization: code === null ? null : (directory.findByCode(code)?.name ?? code),
  });
};

/** Accounts as administrators and auditors see them. */
export const accountAdministrationRoutes: readonly HandledRoute[] = [
  handle(listAccounts, (_input, context) => viewAccounts(context)),
  handle(getAccountForm, (_input, { db, clock }) => buildAccountForm(db, clock)),
  handle(importAccounts, async ({ file, query }, context) => {
    if (!file) return refuse('file.missing');
    const isDryRun = query.dryRun === 'yes';
    const taken = await importAccountList(changeOf(context), file.content, isDryRun);
    return isRefusal(taken) ? taken : { ...taken, added: [...taken.added], isSaved: !isDryRun };
  }),
  handle(inviteAccounts, async ({ body }, context) => {
    const made = await inviteAll(changeOf(context), body.accountIds);
    if (isRefusal(made)) return made;
    const sheetOf = await openSheets(context);
    return { items: made.map(sheetOf) };
  }),
  handle(mailInvitations, async ({ body }, context) => {
    const sent = await mailAll(changeOf(context), context.mailer, body.accountIds);
    if (isRefusal(sent)) return sent;
    const sheetOf = await openSheets(context);
    return {
      items: sent.map(({ invitation, outcome }) => {
        const { accountId, username, displayName, email } = invitation;
        const sheet = outcome === 'sent' ? null : sheetOf(invitation);
        return { accountId, username, displayName, email, outcome, invitation: sheet };
      }),
    };
  }),
  handle(addAccount, async ({ body: { writeId, holdings, ...person } }, context) => {
    const wanted = { ...person, accountId: writeId };
    return viewAfter(await addPerson(changeOf(context), wanted, holdings.map(spanned)), writeId, context);
  }),
  handle(getAccount, ({ params }, context) => viewAccount(context, params.id)),
  handle(editAccount, async ({ params, body }, context) =>
    viewAfter(await editPerson(changeOf(context), params.id, body), params.id, context),
  ),
  handle(grantRole, async ({ params, body }, context) =>
    viewAfter(await grantRoleTo(changeOf(context), params.id, spanned(body)), params.id, context),
  ),
  handle(takeRoleBack, async ({ params }, context) =>
    viewAfter(await take(changeOf(context), params.id, params.holdingId), params.id, context),
  ),
  handle(setAccountState, async ({ params, body }, context) =>
    viewAfter(await setState(changeOf(context), params.id, body.isDisabled), params.id, context),
  ),
  handle(resetSecondFactor, async ({ params }, context) =>
    viewAfter(await resetFactor(changeOf(context), params.id), params.id, context),
  ),
];
