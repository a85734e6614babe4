import { InvalidArgumentError, Option, type Command } from 'commander';
import type { RoleHolding } from '#core/access/access.ts';
import { ROLES, type Role } from '#core/access/permissions.ts';
import { isPlainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { CliContext } from '#server/cli/cli-context.ts';
import { both, bothAbout } from '#server/cli/messages.ts';
import type { AccountChange } from './account-change.ts';
import { resetFactor } from './administration.ts';
import { inviteAll } from './invitation.ts';
import { eraseAccount, exportPersonalData } from './personal-data.ts';
import { readPassword } from './read-password.ts';
import { addRole, removeRole, type HoldingSpan } from './roles.ts';
import { addAccount, changePassword, disableAccount, enableAccount } from './service.ts';
import { normalizeUsername } from './session.ts';
import { findAccount, listAccounts, type AccountRow, type AccountWithHoldings } from './store.ts';
import { processCaller } from '#server/db/audit.ts';

const askPassword = (): Promise<string> =>
  readPassword(process.stdin, both('askPassword'), (text) => void process.stderr.write(text));

const viewOf = ({ accountId, username, displayName, isDisabled, holdings }: AccountWithHoldings) => ({
  ...{ id: accountId, username, displayName, isDisabled },
  holdings: holdings.map(({ role, organizationCode }) => ({ role, organizationCode })),
});

const lineOf = ({ username, displayName, isDisabled, holdings }: AccountWithHoldings): string =>
  [
    username,
    holdings
      .map(({ role, organizationCode }) => [role, organizationCode].filter(Boolean).join('@'))
      .join(','),
    displayName,
    ...(isDisabled ? [both('disabled')] : []),
  ].join('\t');

interface RoleOptions {
  readonly role: Role;
  readonly organization?: string;
}

const holdingOf = ({ role, organization }: RoleOptions): RoleHolding => ({
  role,
  organizationCode: organization ?? null,
});

interface SpanOptions {
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

interface AddOptions extends RoleOptions {
  readonly name: string;
  readonly temporary?: boolean;
}

const spanOf = ({ from, to }: SpanOptions): Partial<HoldingSpan> => ({
  ...(from && { validFrom: from }),
  ...(to && { validTo: to }),
});

const parseDay = (text: string): PlainDate => {
  if (!isPlainDate(text)) throw new InvalidArgumentError(text);
  return text;
};

const roleOption = (): Option => new Option('--role <role>').choices(ROLES).makeOptionMandatory();

/** `senso user …` */
export const register = (program: Command, context: CliContext): void => {
  const change = async (
    act: (accountChange: AccountChange) => Promise<AccountRow | Refusal>,
  ): Promise<void> => {
    const db = await context.openDatabase();
    const account = await act({ db, clock: context.clock, caller: processCaller('command line') });
    if (isRefusal(account)) return context.refuse(account);
    const { username } = account;
    context.print({ username }, () => bothAbout('done', username));
  };

  const user = program.command('user').description(both('user'));
  user
    .command('add <username>')
    .description(both('userAdd'))
    .requiredOption('--name <display name>')
    .addOption(roleOption())
    .option('--organization <code>', both('userOrganization'))
    .option('--temporary', both('userTemporary'))
    .action(async (username: string, options: AddOptions) => {
      const person = { username, displayName: options.name, holdings: [holdingOf(options)] };
      const isTemporary = options.temporary ?? false;
      const wanted = { ...person, password: await askPassword(), isTemporary };
      await change((accountChange) => addAccount(accountChange, wanted));
    });
  user
    .command('invite <username>')
    .description(both('userInvite'))
    .action(async (username: string) => {
      const db = await context.openDatabase();
      const account = await findAccount(db, normalizeUsername(username));
      const invited = account
        ? await inviteAll({ db, clock: context.clock, caller: processCaller('command line') }, [
            account.accountId,
          ])
        : refuse('record.not-found', { username });
      if (isRefusal(invited)) return context.refuse(invited);
      const [invitation] = invited;
      context.print({ code: invitation?.code, expiresAt: invitation?.expiresAt }, () =>
        bothAbout('invited', `/loi-moi#${invitation?.code ?? ''}`),
      );
    });
  user
    .command('export <username>')
    .description(both('userExport'))
    .action(async (username: string) => {
      const db = await context.openDatabase();
      const data = await exportPersonalData(
        { db, clock: context.clock, caller: processCaller('command line') },
        username,
      );
      if (isRefusal(data)) return context.refuse(data);
      context.print(data, () => [JSON.stringify(data, null, 2)]);
    });
  user
    .command('erase <username>')
    .description(both('userErase'))
    .action((username: string) => change((accountChange) => eraseAccount(accountChange, username)));
  user
    .command('reset-second-factor <username>')
    .description(both('userResetSecondFactor'))
    .action((username: string) =>
      change(async (accountChange) => {
        const account = await findAccount(accountChange.db, normalizeUsername(username));
        return account
          ? resetFactor(accountChange, account.accountId)
          : refuse('record.not-found', { username });
      }),
    );
  user
    .command('list')
    .description(both('userList'))
    .action(async () => {
      const accounts = await listAccounts(await context.openDatabase(), context.clock.today());
      context.print({ items: accounts.map(viewOf) }, () => accounts.map(lineOf));
    });
  user
    .command('grant <username>')
    .description(both('userGrant'))
    .addOption(roleOption())
    .option('--organization <code>', both('userOrganization'))
    .option('--from <day>', both('userFrom'), parseDay)
    .option('--to <day>', both('userTo'), parseDay)
    .action((username: string, options: RoleOptions & SpanOptions) =>
      change((accountChange) => addRole(accountChange, username, holdingOf(options), spanOf(options))),
    );
  user
    .command('revoke <username>')
    .description(both('userRevoke'))
    .addOption(roleOption())
    .option('--organization <code>', both('userOrganization'))
    .action((username: string, options: RoleOptions) =>
      change((accountChange) => removeRole(accountChange, username, holdingOf(options))),
    );
  user
    .command('disable <username>')
    .description(both('userDisable'))
    .action((username: string) => change((accountChange) => disableAccount(accountChange, username)));
  user
    .command('enable <username>')
    .description(both('userEnable'))
    .action((username: string) => change((accountChange) => enableAccount(accountChange, username)));
  user
    .command('password <username>')
    .description(both('userPassword'))
    .option('--temporary', both('userTemporary'))
    .action(async (username: string, { temporary = false }: { readonly temporary?: boolean }) => {
      const password = await askPassword();
      await change((accountChange) => changePassword(accountChange, username, password, temporary));
    });
};
