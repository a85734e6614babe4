import { randomUUID } from 'node:crypto';

/** An answer of the API. */
interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
}

const call = async <Body>(
  address: string,
  cookie: string,
  method: string,
  path: string,
  content?: object,
): Promise<Answered<Body>> => {
  const isForm = content instanceof FormData;
  const answer = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: { cookie, ...(content && !isForm && { 'content-type': 'application/json' }) },
    ...(content && { body: isForm ? content : JSON.stringify(content) }),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
};

/** Signs a person of the demonstration in; undefined when the system does not let in. */
export const openSession = async (address: string, username: string): Promise<string | undefined> => {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: `sen-so-${username}` }),
  });
  return answer.ok ? answer.headers.getSetCookie()[0]?.split(';')[0] : undefined;
};

const COMMUNE = '29869';

/** Opens a round that asks one commune, and answers its submission. */
export const openSubmission = async (address: string): Promise<string> => {
  const cookie = (await openSession(address, 'dieu-phoi')) ?? '';
  const { body: round } = await call<{ id: string }>(address, cookie, 'POST', '/reporting-rounds', {
    ...{ title: 'Báo cáo', dutyId: null, framework: 'dti-commune-2025', period: '2025', valueKind: 'final' },
    ...{ dueDay: '2099-12-20', dueBefore: false, lockDay: null, appraisalSteps: 1, requiresEvidence: false },
    ...{ organizations: [COMMUNE], items: null, writeId: randomUUID() },
  });
  const step = { action: 'open', version: 1, writeId: randomUUID() };
  const path = `/reporting-rounds/${round.id}/actions`;
  const { body } = await call<{ members: { submissionId: string }[] }>(address, cookie, 'POST', path, step);
  const [member] = body.members;
  if (!member) throw new Error('A round that asks nobody');
  return member.submissionId;
};

/** A reporter of the commune before one submission. */
export interface Reporter {
  /** Sends a file; answers its id, or the code of the refusal. */
  readonly send: (content: Buffer) => Promise<{ readonly id?: string; readonly code?: string }>;
  /** The content of a file that was sent. */
  readonly read: (id: string) => Promise<Buffer>;
}

export const openReporter = async (address: string, submissionId: string): Promise<Reporter> => {
  const cookie = (await openSession(address, 'cao-lanh-can-bo')) ?? '';
  const evidence = `/submissions/${submissionId}`;
  return {
    send: async (content) => {
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(content)]), 'minh-chung.pdf');
      const path = `${evidence}/evidence-files?writeId=${randomUUID()}`;
      return (await call<{ id?: string; code?: string }>(address, cookie, 'POST', path, form)).body;
    },
    read: async (id) => {
      const answer = await fetch(`${address}/api/v1${evidence}/evidence/${id}/file`, { headers: { cookie } });
      return Buffer.from(await answer.arrayBuffer());
    },
  };
};
