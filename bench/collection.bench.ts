import pg from 'pg';
import { v7 as newId } from 'uuid';
import { demonstrationAccounts } from '#features/account/demonstration.ts';
import { signIn } from '#features/account/contract.ts';
import { makeDataDirectory, startSystemProcess } from '#e2e/system.ts';
import { completeForms, fillRounds, makeHouses, type Place } from './collection-filling.ts';
import { playDeadline } from './deadline-hour.ts';
import { againstBudget, percentile, type BenchRow } from './row.ts';
import { send } from './send.ts';

const VISITS = 60;
const REPORTERS_PER_HOUSE = 3;
/** More sign in these two minutes than of 142 houses that sign within ten. */
const SENDING = 30;

export const openSession = async (address: string, username: string): Promise<string> => {
  const account = demonstrationAccounts.find((candidate) => candidate.username === username);
  const answer = await fetch(`${address}/api/v1${signIn.path}`, {
    method: signIn.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: account?.password }),
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
};

/** What a page asks for, one request after the other: the slower way to load it. */
const visitPages = async (
  address: string,
  cookie: string,
  paths: readonly string[],
): Promise<readonly number[]> => {
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    let total = 0;
    for (const path of paths) {
      const { milliseconds, status, text } = await send(address, cookie, path);
      if (status !== 200) throw new Error(`${path}: ${text}`);
      total += milliseconds;
    }
    times.push(total);
  }
  return times.slice(VISITS / 6);
};

const measureAt = async (address: string, place: Place, label: string): Promise<readonly BenchRow[]> => {
  const filled = await fillRounds(place, newId);
  const coordinator = await openSession(address, 'dieu-phoi');
  const round = `/reporting-rounds/${filled.openRound}`;
  const wall = await visitPages(address, coordinator, [round, `${round}/standing`]);
  const list = await visitPages(address, coordinator, ['/reporting-rounds', '/reporting-overview']);
  const work = await visitPages(address, await openSession(address, 'stp-can-bo'), ['/work', '/reminders']);
  const houses = await makeHouses(place, filled.openRound, REPORTERS_PER_HOUSE);
  await completeForms(
    place,
    houses.slice(0, SENDING).map(({ submissionId }) => submissionId),
  );
  const played = await playDeadline(address, houses, SENDING);
  const stored = await filled.countRevisions(filled.openRound);
  const sent = await filled.countSent(filled.openRound);
  const size = `${String(filled.values)} values, ${String(filled.rounds)} rounds`;
  const people = `${String(houses.length * REPORTERS_PER_HOUSE)} people`;
  const [acknowledged, acknowledgedSendings] = [
    played.saves.length - played.failedSaves,
    played.sendings.length - played.failedSendings,
  ];
  return [
    againstBudget(`${label}: wall of a round, ${size}, p95`, percentile(wall, 0.95), 100, 'ms'),
    againstBudget(`${label}: list of rounds at a glance, p95`, percentile(list, 0.95), 100, 'ms'),
    againstBudget(`${label}: my work, p95`, percentile(work, 0.95), 100, 'ms'),
    againstBudget(
      `${label}: a save in the deadline hour, ${people}, ${String(played.saves.length)} saves, p95`,
      ...[percentile(played.saves, 0.95), 150, 'ms' as const],
    ),
    againstBudget(
      `${label}: signing and sending in it, ${String(played.sendings.length)} times, p95`,
      ...[percentile(played.sendings, 0.95), 1000, 'ms' as const],
    ),
    againstBudget(
      `${label}: saves and sendings refused or not answered`,
      ...[played.failedSaves + played.failedSendings, 0, 'of them' as const],
    ),
    againstBudget(
      `${label}: acknowledged and not stored`,
      ...[
        Math.max(0, acknowledged - stored) + Math.max(0, acknowledgedSendings - sent),
        0,
        'of them' as const,
      ],
    ),
  ];
};

const measureEmbedded = async (): Promise<readonly BenchRow[]> => {
  const data = makeDataDirectory();
  const system = await startSystemProcess(data.path);
  try {
    return await measureAt(system.address, { kind: 'embedded', dataDirectory: data.path }, 'embedded');
  } finally {
    await system.stop();
    data.remove();
  }
};

/** On the server that TEST_DATABASE_URL names, in a database of its own. */
const measureOutside = async (server: string): Promise<readonly BenchRow[]> => {
  const name = `senso_bench_${newId().slice(-12)}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const data = makeDataDirectory();
  const system = await startSystemProcess(data.path, { DATABASE_URL: url });
  try {
    return await measureAt(system.address, { kind: 'outside', url }, 'outside');
  } finally {
    await system.stop();
    await client.query(`drop database ${name} with (force)`);
    await client.end();
    data.remove();
  }
};

/**
 * Reporting with five years behind it: the pages that everybody opens, and the last minutes before a deadline. On the
 * embedded database, and outside too where TEST_DATABASE_URL names a server.
 */
export const measureCollection = async (): Promise<readonly BenchRow[]> => {
  const outside = process.env.TEST_DATABASE_URL;
  return [...(await measureEmbedded()), ...(outside ? await measureOutside(outside) : [])];
};
