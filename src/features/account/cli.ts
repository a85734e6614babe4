import { Option, type Command } from 'commander';
import { ROLES, type Role } from '#core/access/access.ts';
import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import type { CliContext } from '#server/cli/cli-context.ts';
import { both, bothAbout } from '#server/cli/messages.ts';
import { readPassword } from './read-password.ts';
import { addAccount, changePassword, disableAccount, enableAccount, type AccountChange } from './service.ts';
import { listAccounts, type AccountRow } from './store.ts';

const askPassword = (): Promise<string> =>
  readPassword(process.stdin, both('askPassword'), (text) => void process.stderr.write(text));

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
    .action(async (username: string, { name, role }: { readonly name: string; readonly role: Role }) => {
      const wanted = { username, displayName: name, role, password: await askPassword() };
      await change((accountChange) => addAccount(accountChange, wanted));
    });
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
    .action(async (username: string) => {
      const password = await askPassword();
      await change((accountChange) => changePassword(accountChange, username, password));
    });
};
