import pg from 'pg';
import { isAlive } from './server-process.ts';
import { setTimeout as delay } from 'node:timers/promises';

// Any number would do; it must never change, or two versions would not see each other.
const OWNER_LOCK = 730_040_501;

/** How to reach a server's maintenance database. */
export type MaintenanceAddress = Readonly<pg.ClientConfig>;

/** Says that this process is the one that started the server and will stop it. */
export interface Ownership {
  readonly release: () => Promise<void>;
}

/** Another process owns the server. */
export interface OwnedByAnother {
  readonly owner: string;
  /** A killed owner holds its lock until PostgreSQL notices. */
  readonly isAlive: boolean;
}

const connect = async (address: MaintenanceAddress): Promise<pg.Client> => {
  const client = new pg.Client({ ...address, application_name: `senso process ${String(process.pid)}` });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

const tryLock = async (client: pg.Client): Promise<boolean> => {
  const answer = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
    OWNER_LOCK,
  ]);
  return answer.rows[0]?.locked ?? false;
};

const nameOwner = async (client: pg.Client): Promise<string> => {
  const answer = await client.query<{ name: string }>(
    `select activity.application_name as name
       from pg_locks as lock join pg_stat_activity as activity using (pid)
      where lock.locktype = 'advisory' and lock.classid = 0 and lock.objid = $1`,
    [OWNER_LOCK],
  );
  return answer.rows[0]?.name ?? 'another process';
};

/**
 * Takes the server's owner lock, or tells who holds it. PostgreSQL drops the lock with the connection,
 * so a process that was killed never blocks the next start. The lock is taken again when the connection breaks.
 */
export const takeOwnership = async (address: MaintenanceAddress): Promise<Ownership | OwnedByAnother> => {
  let client = await connect(address);
  if (!(await tryLock(client))) {
    const owner = await nameOwner(client);
    await client.end();
    return { owner, isAlive: isAlive(Number(/\d+$/.exec(owner)?.[0])) };
  }
  let isReleased = false;
  const retake = async (): Promise<void> => {
    while (!isReleased) {
      try {
        client = await connect(address);
        await tryLock(client);
        client.once('end', () => void retake());
        return;
      } catch {
        await delay(1000, undefined, { ref: false });
      }
    }
  };
  client.once('end', () => void retake());
  return {
    release: async () => {
      isReleased = true;
      await client.end().catch(() => undefined);
    },
  };
};
