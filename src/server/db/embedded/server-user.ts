import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The operating-system user under which the database server runs. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

// PostgreSQL refuses to run as root. The first of these that exists takes its place.
const PREFERRED_NAMES = ['senso', 'postgres', 'nobody'] as const;

const listUsers = (): readonly ServerUser[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));

/**
 * The user that the server must run as when this process is root, or undefined when it runs as ourselves.
 * An existing data directory keeps the user who owns it.
 */
export const findServerUser = (existingData: string | undefined): ServerUser | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const users = listUsers().filter((user) => user.uid !== 0);
  const owner = existingData === undefined ? undefined : statSync(existingData).uid;
  const byOwner = users.find((user) => user.uid === owner);
  if (byOwner) return byOwner;
  const preferred = PREFERRED_NAMES.map((name) => users.find((user) => user.name === name));
  return preferred.find((user) => user !== undefined) ?? { name: 'nobody', uid: 65534, gid: 65534 };
};

const mayEnter = (directory: string, user: ServerUser): boolean => {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (!found) return true;
  if (found.uid === user.uid) return (found.mode & 0o100) !== 0;
  if (found.gid === user.gid) return (found.mode & 0o010) !== 0;
  return (found.mode & 0o001) !== 0;
};

/** Whether the user may pass through every existing folder on the way to the path, itself included. */
export const canReach = (directory: string, user: ServerUser): boolean => {
  const parent = dirname(directory);
  return mayEnter(directory, user) && (parent === directory || canReach(parent, user));
};
