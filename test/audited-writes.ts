import { sql } from 'kysely';
import type { Route } from '#contract/route.ts';
import type { Db } from '#server/db/database.ts';

/** Routes that change nothing which others see, and so leave nothing in the audit trail, each with its reason. */
const LEAVES_NOTHING: Readonly<Record<string, string>> = {
  'POST /invitations/find': 'looks an invitation up; the code travels in the body so that no log holds it',
  'POST /reminder-stop-links': 'looks a link up, for the same reason',
  'POST /single-sign-on': 'begins a sign-in that the provider has yet to confirm',
  'POST /own-account/second-factor': 'offers a secret; nothing is kept before its first code confirms it',
  'POST /index/improvement-plans/solve': 'computes; keeping a plan is another route',
  'POST /own-reminders/readings': 'marks what one has read oneself',
  'POST /reminders/readings': 'marks what one has read oneself',
  'POST /tasks/:id/readings': 'marks what one has read oneself',
};

// Members of requests and answers that hold what nobody else may know; a name that ends with Id names it only.
const SECRET = /^(?:.*password|.*token|secret|ticket|link|recoveryCodes)$/i;
const SHORTEST_SECRET = 8;
// Codes of invitations stand under a name that organizations and refusals have too, and are known by their form.
const ONE_TIME_CODE = /^[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){3}$/;

const listSecrets = (value: unknown, isSecret = false): readonly string[] => {
  if (typeof value === 'string') {
    const isKept = (isSecret && value.length >= SHORTEST_SECRET) || ONE_TIME_CODE.test(value);
    return isKept ? [value] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([name, member]) =>
    listSecrets(member, isList ? isSecret : SECRET.test(name)),
  );
};

/** A write that was answered. */
interface AnsweredWrite {
  readonly route: Route;
  readonly status: number;
  readonly requestId: unknown;
  /** What was sent and what came back. */
  readonly bodies: readonly unknown[];
}

/** Remembers the writes of a test that were answered, and what was secret in them. */
export interface WriteLog {
  readonly note: (write: AnsweredWrite) => void;
  /** What the audit trail lacks and what it holds too much, in words; empty where all is well. */
  readonly findFaults: (db: Db) => Promise<readonly string[]>;
}

/**
 * Opens a log of writes. A retry and what changes nothing leave no event, so a route is silent only where none of its answered
 * writes has left one.
 */
export const openWriteLog = (): WriteLog => {
  const writes = new Map<string, string[]>();
  const secrets = new Set<string>();
  const listSilent = async (db: Db): Promise<readonly string[]> => {
    const ids = [...writes.values()].flat();
    const { rows } = await sql<{ id: string }>`
      select distinct request_id as id from audit_event where request_id = any(${ids})`.execute(db);
    const told = new Set(rows.map(({ id }) => id));
    return [...writes].filter(([, own]) => !own.some((id) => told.has(id))).map(([name]) => name);
  };
  const listTold = async (db: Db): Promise<readonly string[]> => {
    const { rows } = await sql<{ action: string }>`
      select distinct action from audit_event, unnest(${[...secrets]}::text[]) as secret
      where strpos(details::text || subject, secret) > 0`.execute(db);
    return rows.map(({ action }) => action);
  };
  return {
    note: ({ route: { method, path }, status, requestId, bodies }) => {
      if (method === 'GET') return;
      for (const secret of bodies.flatMap((body) => listSecrets(body))) secrets.add(secret);
      const name = `${method} ${path}`;
      if (status !== 200 || name in LEAVES_NOTHING) return;
      writes.set(name, [...(writes.get(name) ?? []), String(requestId)]);
    },
    findFaults: async (db) => [
      ...(await listSilent(db)).map((name) => `${name} left nothing in the audit trail`),
      ...(await listTold(db)).map((action) => `${action} holds a secret`),
    ],
  };
};
