/** What a request of a bench was answered with, and after how long. */
export interface Sent {
  readonly milliseconds: number;
  readonly status: number;
  readonly text: string;
}

/** Sends a request as a signed-in person does. */
export const send = async (
  address: string,
  cookie: string,
  path: string,
  init: RequestInit = {},
): Promise<Sent> => {
  const from = performance.now();
  const answer = await fetch(`${address}/api/v1${path}`, {
    ...init,
    headers: { cookie, ...(init.body !== undefined && { 'content-type': 'application/json' }) },
  });
  const text = await answer.text();
  return { milliseconds: performance.now() - from, status: answer.status, text };
};
