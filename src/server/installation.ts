import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '#core/kernel/clock.ts';
import type { Db } from './db/database.ts';
import { projectRoot } from './project-root.ts';
import { StartProblem } from './start-problem.ts';

type SettingKey = 'installation.profile' | 'demonstration.loaded';

const findSetting = async (db: Db, key: SettingKey): Promise<unknown> =>
  (await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())?.value;

const saveSetting = async (db: Db, key: SettingKey, value: string, clock: Clock): Promise<void> => {
  const row = { value: JSON.stringify(value), updated_at: clock.now() };
  await db
    .insertInto('setting')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
};

/**
 * Marks the database with its profile on first use, and refuses the other profile ever after:
 * demonstration data must not pass for real, and accounts with public passwords must not guard real data.
 */
export const claimProfile = async (db: Db, profile: string, clock: Clock): Promise<void> => {
  const claimed = await findSetting(db, 'installation.profile');
  if (claimed === undefined) return saveSetting(db, 'installation.profile', profile, clock);
  if (claimed !== profile) {
    throw new StartProblem(
      `This database was set up with the profile ${JSON.stringify(claimed)}, not ${profile}. ` +
        'Set SENSO_PROFILE back, or use another SENSO_DATA_DIR or DATABASE_URL.',
    );
  }
};

const fingerprintOfData = async (): Promise<string> => {
  const directory = join(projectRoot, 'data');
  const names = (await readdir(directory, { recursive: true }))
    .filter((name) => name.endsWith('.json'))
    .sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(await readFile(join(directory, name)));
  return hash.digest('hex');
};

/** Runs `load` unless this very demonstration data has been loaded before. Answers whether it ran. */
export const loadOnce = async (db: Db, clock: Clock, load: () => Promise<void>): Promise<boolean> => {
  const fingerprint = await fingerprintOfData();
  if ((await findSetting(db, 'demonstration.loaded')) === fingerprint) return false;
  await load();
  await saveSetting(db, 'demonstration.loaded', fingerprint, clock);
  return true;
};
