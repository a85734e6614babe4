/*
 * Kills the server again and again while people save figures, send evidence and sign submissions, and counts what was
 * acknowledged against what is stored: `node --import tsx bench/kill-bench.ts [kills]`, after `node scripts/build.mjs server`.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { makeDataDirectory, startSystemProcess, type SystemProcess } from '#e2e/system.ts';
import { seenAnswersVersion, type SubmissionForm, type SubmissionItem } from '#contract/submission.ts';
import { openEmbeddedPostgres } from '#server/db/embedded-postgres.ts';

const write = (line: string): void => void process.stdout.write(`${line}\n`);

const KILLS = Number(process.argv[2] ?? 200);
// Every so many times the database server is killed too, as by a power cut.
const DATABASE_KILL_EVERY = 5;
const LONGEST_WRITING_MILLISECONDS = 6000;

/** What the server has said yes to. */
const acknowledged = {
  answers: [] as { writeId: string; item: string; version: number }[],
  evidence: [] as { writeId: string; id: string; sha256: string }[],
  steps: [] as { writeId: string }[],
};
let address = '';
let refused = 0;
let repeated = 0;
const refusals = new Map<string, number>();

/** One person, with a session that outlives kills. */
interface Person {
  readonly cookie: string;
}

interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
}

/** Undefined when the server went away before it answered. */
const request = async <Body>(
  person: Person | undefined,
  method: string,
  path: string,
  content?: object | FormData,
): Promise<Answered<Body> | undefined> => {
  const isForm = content instanceof FormData;
  try {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: {
        ...(person && { cookie: person.cookie }),
        ...(content && !isForm && { 'content-type': 'application/json' }),
      },
      ...(content && { body: isForm ? content : JSON.stringify(content) }),
    });
    return { status: answer.status, body: (await answer.json()) as Body };
  } catch {
    return undefined;
  }
};

const signIn = async (username: string): Promise<Person> => {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: `sen-so-${username}` }),
  });
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
};

const must = async <Body>(...call: Parameters<typeof request>): Promise<Body> => {
  const answer = await request<Body>(...call);
  if (answer?.status !== 200) throw new Error(`${call[1]} ${call[2]}: ${JSON.stringify(answer)}`);
  return answer.body;
};

const openRound = async (coordinator: Person, framework: string, organizations: readonly string[]) => {
  const { id } = await must<{ id: string }>(coordinator, 'POST', '/reporting-rounds', {
    ...{ title: `Thử ${framework}`, dutyId: null, framework, period: '2025', valueKind: 'final' },
    ...{ dueDay: '2099-12-20', dueBefore: false, lockDay: null, appraisalSteps: 1, requiresEvidence: false },
    ...{ organizations, items: null, writeId: randomUUID() },
  });
  const open = { action: 'open', version: 1, writeId: randomUUID() };
  const round = await must<{
    members: { organization: { code: string }; submissionId: string }[];
  }>(coordinator, 'POST', `/reporting-rounds/${id}/actions`, open);
  return (code: string): string =>
    round.members.find(({ organization }) => organization.code === code)?.submissionId ?? '';
};

const itemsOf = (form: SubmissionForm): readonly SubmissionItem[] =>
  form.groups.flatMap(({ indicators }) => indicators.flatMap(({ items }) => items));

const valueFor = ({ item }: SubmissionItem): string =>
  item.kind === 'yes-no'
    ? 'no'
    : item.kind === 'level'
      ? (item.levels[0]?.code ?? '')
      : (item.minimum ?? '0');

const answerFor = (one: SubmissionItem) => ({
  ...{ subject: one.subject, item: one.item.code, state: 'value', value: valueFor(one) },
  ...{ note: null, explanation: randomUUID(), version: one.answer?.version ?? 0 },
});

const formOf = async (person: Person, id: string): Promise<SubmissionForm | undefined> => {
  const answer = await request<SubmissionForm>(person, 'GET', `/submissions/${id}`);
  return answer?.status === 200 ? answer.body : undefined;
};

const note = (status: number, body: { readonly code?: string }): void => {
  refused += 1;
  const code = body.code ?? String(status);
  refusals.set(code, (refusals.get(code) ?? 0) + 1);
};

interface SavedAnswers {
  saved: { item: string; version: number }[];
  refused: { item: string; code: string; details: { version?: number } }[];
  code?: string;
}

/** The versions of items that their writer knows, so that a save needs no reading before it. */
const versions = new Map<string, number>();

const draftOf = (id: string, items: readonly SubmissionItem[]) => {
  const chosen = items.toSorted(() => Math.random() - 0.5).slice(0, 3);
  const answers = chosen.map((one) => ({
    ...answerFor(one),
    version: versions.get(`${id} ${one.item.code}`) ?? one.answer?.version ?? 0,
  }));
  return { answers, writeId: randomUUID() };
};

/** Saves three figures at a time; what got no answer is sent again with the same write id after the server is back. */
const saveFigures = async (
  person: Person,
  id: string,
  items: readonly SubmissionItem[],
  isOver: () => boolean,
): Promise<void> => {
  while (!isOver()) {
    const content = draftOf(id, items);
    const path = `/submissions/${id}/answers`;
    const answer = await request<SavedAnswers>(person, 'PUT', path, content);
    if (!answer) {
      unanswered.push({ person, id, path, content });
      return;
    }
    if (answer.status !== 200) note(answer.status, answer.body);
    else keepAnswers(id, content.writeId, answer.body);
  }
};

const keepAnswers = (id: string, writeId: string, { saved, refused: no }: SavedAnswers): void => {
  for (const { item, version } of saved) {
    acknowledged.answers.push({ writeId, item, version });
    versions.set(`${id} ${item}`, version);
  }
  for (const { item, details } of no)
    if (details.version !== undefined) versions.set(`${id} ${item}`, details.version);
};

const unanswered: { person: Person; id: string; path: string; content: { writeId: string } & object }[] = [];

/** Sends again what got no answer, as a browser does when the connection is back: it must be stored once. */
const sendAgain = async (): Promise<void> => {
  for (const { person, id, path, content } of unanswered.splice(0)) {
    const answer = await request<SavedAnswers>(person, 'PUT', path, content);
    repeated += 1;
    if (answer?.status === 200) keepAnswers(id, content.writeId, answer.body);
  }
};

const pdfOf = (words: string): Buffer =>
  Buffer.from(`%PDF-1.7\n% ${words}\n${'0'.repeat(20_000)}\ntrailer\n<<>>\n%%EOF\n`);

const sendEvidence = async (person: Person, id: string, isOver: () => boolean): Promise<void> => {
  while (!isOver()) {
    const writeId = randomUUID();
    const content = pdfOf(writeId);
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)]), 'minh-chung.pdf');
    const path = `/submissions/${id}/evidence-files?writeId=${writeId}`;
    const answer = await request<{ id: string; code?: string }>(person, 'POST', path, form);
    if (!answer) return;
    if (answer.status !== 200) note(answer.status, answer.body);
    else {
      const sha256 = createHash('sha256').update(content).digest('hex');
      acknowledged.evidence.push({ writeId, id: answer.body.id, sha256 });
    }
  }
};

/** Signs a submission and withdraws it again. */
const signAndWithdraw = async (person: Person, id: string, isOver: () => boolean): Promise<void> => {
  let form = await formOf(person, id);
  while (form && !isOver()) {
    const action = form.state === 'submitted' ? 'withdraw' : 'submit';
    const step = {
      action,
      reason: 'thử',
      version: form.version,
      answersVersion: seenAnswersVersion(form),
      writeId: randomUUID(),
    };
    const path = `/submissions/${id}/actions`;
    const answer = await request<SubmissionForm & { code?: string }>(person, 'POST', path, step);
    if (!answer) return;
    if (answer.status === 200) acknowledged.steps.push({ writeId: step.writeId });
    else note(answer.status, answer.body);
    form = answer.status === 200 ? answer.body : undefined;
  }
};

/** How much has been acknowledged so far. */
const countAcknowledged = (): number =>
  acknowledged.answers.length / 3 + acknowledged.evidence.length + acknowledged.steps.length;

/** Lets people write until some of it was acknowledged, so that the kill falls into writing. */
const letWrite = async (): Promise<void> => {
  const goal = countAcknowledged() + 4 + Math.floor(Math.random() * 12);
  for (let waited = 0; countAcknowledged() < goal && waited < LONGEST_WRITING_MILLISECONDS; waited += 20) {
    await delay(20);
  }
  await delay(Math.random() * 60);
};

const killDatabase = (dataDirectory: string): void => {
  const file = join(dataDirectory, 'database', 'cluster', 'postmaster.pid');
  process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL');
};

// Processes of a killed database server need a moment to go; an operator would start again too.
const startAgain = async (dataDirectory: string): Promise<SystemProcess> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startSystemProcess(dataDirectory);
    } catch (error) {
      if (tries === 5) throw error;
      await delay(1000);
    }
  }
};

const count = async (client: pg.Client, text: string, values: readonly unknown[]): Promise<number> =>
  Number((await client.query<{ count: string }>(text, [...values])).rows[0]?.count);

/** Counts what was acknowledged and is not there, and what is there twice. */
const compare = async (dataDirectory: string, person: Person, evidenceOf: string) => {
  const server = await openEmbeddedPostgres({ dataDirectory, whenInUse: 'join', report: () => undefined });
  const client = new pg.Client({ ...server.address('senso') });
  await client.connect();
  const { answers, evidence, steps } = acknowledged;
  const stored = await count(
    client,
    `select count(*) from jsonb_to_recordset($1::jsonb) as said ("writeId" uuid, item text, version int)
     join answer_revision as kept
       on kept.write_id = said."writeId" and kept.item_code = said.item and kept.version = said.version`,
    [JSON.stringify(answers)],
  );
  const ids = steps.map(({ writeId }) => writeId);
  const storedSteps = await count(client, 'select count(*) from submission_event where write_id = any($1)', [
    ids,
  ]);
  const writes = evidence.map(({ writeId }) => writeId);
  const storedEvidence = await count(client, 'select count(*) from evidence where write_id = any($1)', [
    writes,
  ]);
  await client.end();
  let files = 0;
  for (const { id, sha256 } of evidence) {
    const path = `${address}/api/v1/submissions/${evidenceOf}/evidence/${id}/file`;
    const answer = await fetch(path, { headers: { cookie: person.cookie } });
    const content = Buffer.from(await answer.arrayBuffer());
    if (answer.ok && createHash('sha256').update(content).digest('hex') === sha256) files += 1;
  }
  return {
    figures: { acknowledged: answers.length, stored },
    steps: { acknowledged: steps.length, stored: storedSteps },
    evidence: { acknowledged: evidence.length, stored: storedEvidence, filesWhole: files },
  };
};

const data = makeDataDirectory();
let system = await startSystemProcess(data.path);
address = system.address;
const coordinator = await signIn('dieu-phoi');
const agencies = await openRound(coordinator, 'dti-agency-2025', ['STP', 'SNV']);
const communes = await openRound(coordinator, 'dti-commune-2025', ['29869']);
const [own, head, commune] = await Promise.all(['stp-can-bo', 'snv-lanh-dao', 'cao-lanh-can-bo'].map(signIn));
if (!own || !head || !commune) throw new Error('Nobody signs in');
const whole = await formOf(head, agencies('SNV'));
if (!whole) throw new Error('No form');
await must(head, 'PUT', `/submissions/${agencies('SNV')}/answers`, {
  answers: itemsOf(whole).map(answerFor),
  writeId: randomUUID(),
});

const ownForm = await formOf(own, agencies('STP'));
const communeForm = await formOf(commune, communes('29869'));
if (!ownForm || !communeForm) throw new Error('No form');
const [ownItems, communeItems] = [itemsOf(ownForm), itemsOf(communeForm)];

const begun = performance.now();
for (let kill = 1; kill <= KILLS; kill += 1) {
  let isOver = false;
  const over = () => isOver;
  const work = [
    saveFigures(own, agencies('STP'), ownItems, over),
    saveFigures(commune, communes('29869'), communeItems, over),
    sendEvidence(own, agencies('STP'), over),
    signAndWithdraw(head, agencies('SNV'), over),
  ];
  await letWrite();
  if (kill % DATABASE_KILL_EVERY === 0) killDatabase(data.path);
  await system.kill();
  isOver = true;
  await Promise.all(work);
  system = await startAgain(data.path);
  address = system.address;
  await sendAgain();
  if (kill % 10 === 0) {
    const seconds = Math.round((performance.now() - begun) / 1000);
    const { answers, evidence, steps } = acknowledged;
    write(
      `${String(kill)} kills, ${String(seconds)} s: ${String(answers.length)} figures, ${String(evidence.length)} files, ${String(steps.length)} steps`,
    );
  }
}
const found = await compare(data.path, own, agencies('STP'));
await system.stop();
data.remove();
write(
  JSON.stringify(
    { kills: KILLS, ...found, repeated, refused, refusals: Object.fromEntries(refusals) },
    null,
    2,
  ),
);
const isLost =
  found.figures.stored !== found.figures.acknowledged ||
  found.steps.stored !== found.steps.acknowledged ||
  found.evidence.stored !== found.evidence.acknowledged ||
  found.evidence.filesWhole !== found.evidence.acknowledged;
process.exit(isLost ? 1 : 0);
