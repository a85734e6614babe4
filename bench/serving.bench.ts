import { statSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { signIn } from '#features/account/contract.ts';
import { demonstrationAccounts } from '#features/account/demonstration.ts';
import { putDataValue, type DataValueChange, type DataValueInput } from '#features/index-score/contract.ts';
import { projectRoot } from '#server/project-root.ts';
import { startJourney, type Journey, type Visit } from '#e2e/harness.ts';
import { againstBudget, percentile, type BenchRow } from './row.ts';

const WARM_UPS = 50;
const REPEATS = 200;
const VISITS = 5;

const openSession = async (address: string): Promise<string> => {
  const account = demonstrationAccounts.find(({ username }) => username === 'dieu-phoi');
  const answer = await fetch(`${address}/api/v1${signIn.path}`, {
    method: signIn.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: account?.username, password: account?.password }),
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
};

/** A change of one data item back and forth, each of which re-scores the province. */
const measureRescoring = async ({ address }: Journey): Promise<BenchRow> => {
  const cookie = await openSession(address);
  const url = `${address}/api/v1${putDataValue.path.replace(':item', '6.4.rate')}`;
  const times: number[] = [];
  let version = 1;
  for (let repeat = 0; repeat < WARM_UPS + REPEATS; repeat += 1) {
    const input: DataValueInput = {
      ...{
        framework: 'dti-province-2025',
        subject: 'DONG_THAP',
        year: 2025,
        state: 'value',
        comparator: '=',
      },
      ...{ value: repeat % 2 === 0 ? '60.1' : '57.6', reason: null, version, writeId: newId() },
    };
    const headers = { 'content-type': 'application/json', cookie };
    const from = performance.now();
    const answer = await fetch(url, { method: putDataValue.method, headers, body: JSON.stringify(input) });
    const text = await answer.text();
    times.push(performance.now() - from);
    if (!answer.ok) throw new Error(`Re-scoring: ${text}`);
    ({ version } = (JSON.parse(text) as DataValueChange).data);
  }
  return againstBudget(
    're-score after a change, over HTTP, p95',
    percentile(times.slice(WARM_UPS), 0.95),
    20,
    'ms',
  );
};

const sizeOfScript = (url: string): number => {
  const { pathname } = new URL(url);
  return pathname.endsWith('.js') ? statSync(join(projectRoot, 'dist', 'web', `${pathname}.gz`)).size : 0;
};

const readLargestPaint = (visit: Visit): Promise<number> =>
  visit.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );

const measureFirstPage = async (journey: Journey): Promise<readonly BenchRow[]> => {
  const paints: number[] = [];
  let scripts = 0;
  for (let count = 0; count < VISITS; count += 1) {
    const visit = await journey.visit('/', { as: 'viewer' });
    await visit.page.waitForLoadState('networkidle');
    paints.push(await readLargestPaint(visit));
    const urls = await visit.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    scripts = urls.map(sizeOfScript).reduce((total, size) => total + size, 0);
    await visit.close();
  }
  return [
    againstBudget('first page, largest contentful paint', percentile(paints, 0.5) / 1000, 1.5, 's'),
    againstBudget('first page, JavaScript (gzip)', scripts / 1000, 250, 'kB'),
  ];
};

/** The real server on the embedded database, before a real browser without a cache. */
export const measureServing = async (): Promise<readonly BenchRow[]> => {
  const journey = await startJourney();
  try {
    return [await measureRescoring(journey), ...(await measureFirstPage(journey))];
  } finally {
    await journey.close();
  }
};
