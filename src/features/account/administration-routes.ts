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
  resetSecondFactor,
  setAccountState,
  takeRoleBack,
  type AccountView,
} from './administration-contract.ts';
import { viewAccount, viewAccounts } from './administration-view.ts';
import { inviteAll } from './invitation.ts';
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
    const directory = await readAgencyDirectory(context.db);
    const nameOf = (code: string | null) =>
      code === null ? null : (directory.findByCode(code)?.name ?? code);
    return {
      items: made.map(({ organizationCode, ...one }) => ({ ...one, organization: nameOf(organizationCode) })),
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
