import { Option, type Command } from 'commander';
import { text } from 'node:stream/consumers';
import { ROLES, type Role } from '#core/access/access.ts';
import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import type { CliContext } from '#server/cli/cli-context.ts';
import { both, bothAbout } from '#server/cli/messages.ts';
import { addAccount, changePassword, disableAccount, enableAccount, type AccountChange } from './service.ts';
import { listAccounts, type AccountRow } from './store.ts';

// Not an option of the command: the list of processes and the shell's history would show it.
const readPassword = async (): Promise<string> => (await text(process.stdin)).split(/\r?\n/)[0] ?? '';

const viewOf = ({ accountId, username, displayName, role, isDisabled }: AccountRow) => ({
  ...{ id: accountId, username, displayName, role, isDisabled },
});

const lineOf = ({ username, displayName, role, isDisabled }: AccountRow): string =>
  [username, role, displayName, ...(isDisabled ? [both('disabled')] : [])].join('\t');

/** `senso user …` */
export const register = (program: Command, context: CliContext): void => {
  const change = async (
    act: (accountChange: AccountChange) => Promise<AccountRow | Refusal>,
  ): Promise<void> => {
    const db = await context.openDatabase();
    const account = await act({ db, clock: context.clock, by: 'command line' });
    if (isRefusal(account)) return context.refuse(account);
    const { username } = account;
    context.print({ username }, () => bothAbout('done', username));
  };

  const user = program.command('user').description(both('user'));
  user
    .command('add <username>')
    .description(both('userAdd'))
    .requiredOption('--name <display name>')
    .addOption(new Option('--role <role>').choices(ROLES).makeOptionMandatory())
    .action((username: string, options: { readonly name: string; readonly role: Role }) =>
      change(async (accountChange) => {
        const password = await readPassword();
        return addAccount(accountChange, {
          username,
          displayName: options.name,
          role: options.role,
          password,
        });
      }),
    );
  user
    .command('list')
    .description(both('userList'))
    .action(async () => {
      const accounts = await listAccounts(await context.openDatabase());
      context.print({ items: accounts.map(viewOf) }, () => accounts.map(lineOf));
    });
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
    .action((username: string) =>
      change(async (accountChange) => changePassword(accountChange, username, await readPassword())),
    );
};
