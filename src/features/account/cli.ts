import { InvalidArgumentError, Option, type Command } from 'commander';
import type { RoleHolding } from '#core/access/access.ts';
import { ROLES, type Role } from '#core/access/permissions.ts';
import { isPlainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import type { CliContext } from '#server/cli/cli-context.ts';
import { both, bothAbout } from '#server/cli/messages.ts';
import type { AccountChange } from './account-change.ts';
import { readPassword } from './read-password.ts';
import { addRole, removeRole, type HoldingSpan } from './roles.ts';
import { addAccount, changePassword, disableAccount, enableAccount } from './service.ts';
import { listAccounts, type AccountRow, type AccountWithHoldings } from './store.ts';
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
    .action(async (username: string, options: RoleOptions & { readonly name: string }) => {
      const holdings = [holdingOf(options)];
      const wanted = { username, displayName: options.name, holdings, password: await askPassword() };
      await change((accountChange) => addAccount(accountChange, wanted));
    });
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
    .action(async (username: string) => {
      const password = await askPassword();
      await change((accountChange) => changePassword(accountChange, username, password));
    });
};
