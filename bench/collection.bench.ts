import { v7 as newId } from 'uuid';
import { demonstrationAccounts } from '#features/account/demonstration.ts';
import { signIn } from '#features/account/contract.ts';
import type { SavedAnswers, SubmissionForm } from '#contract/submission.ts';
import { makeDataDirectory, startSystemProcess } from '#e2e/system.ts';
import { againstBudget, percentile, type BenchRow } from './row.ts';
import { type BenchReporter, fillRounds, makeReporters } from './collection-filling.ts';

const VISITS = 60;
const PEOPLE_PER_HOUSE = 3;
/** A person saves every five seconds; the hour of the deadline is played for this long. */
const SAVE_EVERY = 5000;
const HOUR = 40_000;

const send = async (
  address: string,
  cookie: string,
  path: string,
  init: RequestInit = {},
): Promise<{ readonly milliseconds: number; readonly status: number; readonly text: string }> => {
  const from = performance.now();
  const answer = await fetch(`${address}/api/v1${path}`, {
    ...init,
    headers: { cookie, ...(init.body !== undefined && { 'content-type': 'application/json' }) },
  });
  const text = await answer.text();
  return { milliseconds: performance.now() - from, status: answer.status, text };
};

const openSession = async (address: string, username: string): Promise<string> => {
  const account = demonstrationAccounts.find((candidate) => candidate.username === username);
  const answer = await fetch(`${address}/api/v1${signIn.path}`, {
    method: signIn.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: account?.password }),
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));

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

interface Typing {
  readonly address: string;
  readonly cookie: string;
  readonly submissionId: string;
  readonly form: SubmissionForm;
  /** Which of the people of the house it is: each types figures of their own. */
  readonly place: number;
  readonly until: number;
}

interface Typed {
  readonly times: readonly number[];
  readonly acknowledged: number;
  readonly failures: number;
}

const itemsOf = (form: SubmissionForm) =>
  form.groups.flatMap(({ indicators }) => indicators.flatMap(({ items }) => items));

/** One person who types one figure after the other and saves every five seconds. */
const type = async ({ address, cookie, submissionId, form, place, until }: Typing): Promise<Typed> => {
  const own = itemsOf(form).filter(
    ({ item }, index) => item.kind === 'number' && index % PEOPLE_PER_HOUSE === place,
  );
  const versions = new Map(own.map(({ item, answer }) => [item.code, answer?.version ?? 0]));
  const times: number[] = [];
  let failures = 0;
  // People do not begin in the same moment.
  let next = performance.now() + ((place * 7919 + submissionId.charCodeAt(35) * 613) % SAVE_EVERY);
  for (let turn = 0; next < until; turn += 1, next += SAVE_EVERY) {
    await pause(next - performance.now());
    const asked = own[turn % own.length];
    if (!asked) break;
    const { subject, item } = asked;
    const answer = {
      ...{ subject, item: item.code, state: 'value', value: String(turn + 1), note: null },
      ...{ explanation: 'đã kiểm tra', version: versions.get(item.code) ?? 0 },
    };
    const { milliseconds, status, text } = await send(
      address,
      cookie,
      `/submissions/${submissionId}/answers`,
      { method: 'PUT', body: JSON.stringify({ answers: [answer], writeId: newId() }) },
    );
    times.push(milliseconds);
    const saved = status === 200 ? (JSON.parse(text) as SavedAnswers).saved[0] : undefined;
    if (saved) versions.set(item.code, saved.version);
    else failures += 1;
  }
  return { times, acknowledged: times.length - failures, failures };
};

const playDeadline = async (address: string, reporters: readonly BenchReporter[]): Promise<Typed> => {
  const opened: (BenchReporter & { readonly form: SubmissionForm })[] = [];
  // Forms were opened during the day, not in the last minute.
  for (const reporter of reporters) {
    const { text } = await send(address, reporter.cookie, `/submissions/${reporter.submissionId}`);
    opened.push({ ...reporter, form: JSON.parse(text) as SubmissionForm });
  }
  const until = performance.now() + HOUR;
  const typed = await Promise.all(
    opened.map((reporter, place) => type({ address, ...reporter, place: place % PEOPLE_PER_HOUSE, until })),
  );
  return {
    times: typed.flatMap(({ times }) => times),
    acknowledged: typed.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    failures: typed.reduce((sum, { failures }) => sum + failures, 0),
  };
};

/** Reporting with five years behind it: the pages that everybody opens, and the last minutes before a deadline. */
export const measureCollection = async (): Promise<readonly BenchRow[]> => {
  const data = makeDataDirectory();
  const system = await startSystemProcess(data.path);
  try {
    const { address } = system;
    const filled = await fillRounds(data.path, newId);
    const coordinator = await openSession(address, 'dieu-phoi');
    const round = `/reporting-rounds/${filled.latestRound}`;
    const wall = await visitPages(address, coordinator, [round, `${round}/standing`]);
    const list = await visitPages(address, coordinator, ['/reporting-rounds', '/reporting-overview']);
    const work = await visitPages(address, await openSession(address, 'stp-can-bo'), ['/work', '/reminders']);
    const reporters = await makeReporters(data.path, filled.openRound, PEOPLE_PER_HOUSE);
    const deadline = await playDeadline(address, reporters);
    const stored = await filled.countRevisions(filled.openRound);
    const size = `${String(filled.answers)} answers of ${String(filled.rounds)} rounds`;
    return [
      againstBudget(`wall of a round, ${size}, p95`, percentile(wall, 0.95), 100, 'ms'),
      againstBudget(`list of rounds at a glance, ${size}, p95`, percentile(list, 0.95), 100, 'ms'),
      againstBudget(`my work, ${size}, p95`, percentile(work, 0.95), 100, 'ms'),
      againstBudget(
        `a save in the deadline hour, ${String(reporters.length)} people, ${String(deadline.times.length)} saves, p95`,
        percentile(deadline.times, 0.95),
        150,
        'ms',
      ),
      againstBudget('saves that were refused or not answered', deadline.failures, 0, 'saves'),
      againstBudget(
        'saves that were acknowledged and are not stored',
        Math.max(0, deadline.acknowledged - stored),
        0,
        'saves',
      ),
    ];
  } finally {
    await system.stop();
    data.remove();
  }
};
