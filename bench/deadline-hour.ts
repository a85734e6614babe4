import { v7 as newId } from 'uuid';
import { type SavedAnswers, seenAnswersVersion, type SubmissionForm } from '#contract/submission.ts';
import type { BenchHouse } from './collection-filling.ts';
import { send } from './send.ts';

/** A person saves every five seconds; the hour of the deadline is played for this long. */
const SAVE_EVERY = 5000;
const HOUR = 120_000;

interface Typing {
  readonly address: string;
  readonly cookie: string;
  readonly submissionId: string;
  readonly form: SubmissionForm;
  /** Which of the people of the house it is: each types figures of their own. */
  readonly seat: number;
  readonly seats: number;
  readonly from: number;
  readonly until: number;
}

/** What people did, and how long they waited for it. */
export interface Played {
  readonly saves: readonly number[];
  readonly failedSaves: number;
  readonly sendings: readonly number[];
  readonly failedSendings: number;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));

const itemsOf = (form: SubmissionForm) =>
  form.groups.flatMap(({ indicators }) => indicators.flatMap(({ items }) => items));

/** One person who types one figure after the other and saves every five seconds. */
const type = async (typing: Typing): Promise<Pick<Played, 'saves' | 'failedSaves'>> => {
  const { address, cookie, submissionId, form, seat, seats, from, until } = typing;
  const own = itemsOf(form).filter(({ item }, index) => item.kind === 'number' && index % seats === seat);
  const versions = new Map(own.map(({ item, answer }) => [item.code, answer?.version ?? 0]));
  const saves: number[] = [];
  let failedSaves = 0;
  let next = from;
  for (let turn = 0; next < until; turn += 1, next += SAVE_EVERY) {
    await pause(next - performance.now());
    const asked = own[turn % own.length];
    if (!asked) break;
    const { subject, item } = asked;
    const answer = {
      ...{ subject, item: item.code, state: 'value', value: '1', note: `lần ${String(turn)}` },
      ...{ explanation: 'đã kiểm tra', version: versions.get(item.code) ?? 0 },
    };
    const body = JSON.stringify({ answers: [answer], writeId: newId() });
    const path = `/submissions/${submissionId}/answers`;
    const { milliseconds, status, text } = await send(address, cookie, path, { method: 'PUT', body });
    saves.push(milliseconds);
    const saved = status === 200 ? (JSON.parse(text) as SavedAnswers).saved[0] : undefined;
    if (saved) versions.set(item.code, saved.version);
    else failedSaves += 1;
  }
  return { saves, failedSaves };
};

/** The head of a house, who signs and sends. */
const sign = async (
  address: string,
  { head, submissionId }: BenchHouse,
  at: number,
): Promise<Pick<Played, 'sendings' | 'failedSendings'>> => {
  await pause(at - performance.now());
  const opened = await send(address, head, `/submissions/${submissionId}`);
  const form = JSON.parse(opened.text) as SubmissionForm;
  const body = JSON.stringify({
    ...{ action: 'submit', reason: null, writeId: newId() },
    ...{ version: form.version, answersVersion: seenAnswersVersion(form) },
  });
  const path = `/submissions/${submissionId}/actions`;
  const { milliseconds, status } = await send(address, head, path, { method: 'POST', body });
  return { sendings: [milliseconds], failedSendings: status === 200 ? 0 : 1 };
};

/**
 * Plays the last minutes before a deadline: everybody types and saves, and the houses of `sending` sign one after the
 * other. Forms were opened during the day, not in the last minute.
 */
export const playDeadline = async (
  address: string,
  houses: readonly BenchHouse[],
  sending: number,
): Promise<Played> => {
  const forms: SubmissionForm[] = [];
  for (const { submissionId, head } of houses) {
    forms.push(
      JSON.parse((await send(address, head, `/submissions/${submissionId}`)).text) as SubmissionForm,
    );
  }
  const start = performance.now() + 500;
  const signsAt = (place: number): number => start + ((place + 1) * HOUR) / (sending + 1);
  const typed = houses.flatMap(({ submissionId, reporters }, place) =>
    reporters.map((cookie, seat) => {
      const form = forms[place];
      if (!form) throw new Error(`A house without its form: ${submissionId}`);
      // People do not begin in the same moment, and stop before their head signs.
      const begin = start + ((seat * 7919 + place * 613) % SAVE_EVERY);
      const until = place < sending ? signsAt(place) - SAVE_EVERY / 2 : start + HOUR;
      const seats = reporters.length;
      return type({ address, cookie, submissionId, form, seat, seats, from: begin, until });
    }),
  );
  const signed = houses.slice(0, sending).map((house, place) => sign(address, house, signsAt(place)));
  const [saves, sendings] = [await Promise.all(typed), await Promise.all(signed)];
  return {
    saves: saves.flatMap((one) => one.saves),
    failedSaves: saves.reduce((sum, { failedSaves }) => sum + failedSaves, 0),
    sendings: sendings.flatMap((one) => one.sendings),
    failedSendings: sendings.reduce((sum, { failedSendings }) => sum + failedSendings, 0),
  };
};
