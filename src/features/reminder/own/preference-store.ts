import { sql } from 'kysely';
import { MESSAGE_CHANNELS, type MessageChannel } from '#core/reminder/ladder.ts';
import type { Db, Tx } from '#server/db/database.ts';

/** How a person wants to be told. */
export interface ReminderPreference {
  readonly language: 'vi' | 'en';
  /** The ways of what is not the own duty. */
  readonly copyChannels: readonly MessageChannel[];
  /** 0 before anything was chosen. */
  readonly version: number;
}

const NOTHING_CHOSEN: ReminderPreference = { language: 'vi', copyChannels: MESSAGE_CHANNELS, version: 0 };

const selectPreference = (db: Db | Tx, accountId: string) =>
  db
    .selectFrom('reminder_preference')
    .select(['language', 'copy_channels', 'version'])
    .where('account_id', '=', accountId);

type PreferenceRow = Awaited<ReturnType<ReturnType<typeof selectPreference>['executeTakeFirst']>>;

const preferenceOf = (row: PreferenceRow): ReminderPreference =>
  row
    ? {
        // Safe: the constraints of the columns admit no others.
        language: row.language as 'vi' | 'en',
        copyChannels: row.copy_channels as readonly MessageChannel[],
        version: row.version,
      }
    : NOTHING_CHOSEN;

export const findPreference = async (db: Db, accountId: string): Promise<ReminderPreference> =>
  preferenceOf(await selectPreference(db, accountId).executeTakeFirst());

/** A person's preference, so that nobody else changes it until the transaction ends. */
export const lockPreference = async (tx: Tx, accountId: string): Promise<ReminderPreference> => {
  await tx
    .selectFrom('account')
    .select('account_id')
    .where('account_id', '=', accountId)
    .forUpdate()
    .execute();
  return preferenceOf(await selectPreference(tx, accountId).executeTakeFirst());
};

/** Saves a preference under the version after the one that it was. */
export const savePreference = async (
  tx: Tx,
  accountId: string,
  { language, copyChannels, version }: ReminderPreference,
  at: string,
): Promise<void> => {
  await sql`
    insert into reminder_preference (account_id, language, copy_channels, version, updated_at)
    values (${accountId}, ${language}, ${[...copyChannels]}::text[], ${version + 1}, ${at})
    on conflict on constraint reminder_preference_pk do update set
      (language, copy_channels, version, updated_at) =
      (excluded.language, excluded.copy_channels, excluded.version, excluded.updated_at)`.execute(tx);
};

/** The person of an account that is not shut out. */
export const findReminded = async (
  db: Db,
  accountId: string,
): Promise<
  { readonly accountId: string; readonly displayName: string; readonly email: string | null } | undefined
> => {
  const row = await db
    .selectFrom('account')
    .select(['account_id', 'display_name', 'email'])
    .where(sql<boolean>`account_id::text = ${accountId}`)
    .where('is_disabled', '=', false)
    .executeTakeFirst();
  return row && { accountId: row.account_id, displayName: row.display_name, email: row.email };
};
