import { useWindowEvent } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { v7 as newId } from 'uuid';
import type { SavedAnswers, SubmissionForm } from '#contract/submission.ts';
import { putAnswers } from '#features/collection/contract.ts';
import { submissionQuery } from '#features/collection/web/submission-queries.ts';
import { call } from '#web/api/call.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { setSessionEnd, useSessionEnd } from '#web/api/session-end.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { useSession } from '#web/session/session.ts';
import { type AnswerSaver, openAnswerSaver, type SaverState, type SendOutcome } from './answer-saver.ts';
import { applySaved, listSavedEntries, listServedAnswers } from './apply-saved.ts';
import { keepOutbox, loadOutbox, readOtherTab } from './kept-outbox.ts';
import { formMessages } from './messages.ts';
import { type Batch, inputOf } from './outbox.ts';

// Long enough for a slow line; then it is sent again under the same id.
const ANSWER_TIME = 20_000;

const UNANSWERED = [
  ...['network.unreachable', 'server.unavailable', 'server.error', 'request.too-many', 'request.cancelled'],
];
const UNREADABLE = ['request.invalid', 'request.too-large'];

const outcomeOf = (error: unknown): SendOutcome => {
  const { code, details } = toProblem(error);
  if (UNANSWERED.includes(code)) return { kind: 'unanswered' };
  if (UNREADABLE.includes(code)) return { kind: 'rejected', problem: { code, details } };
  return { kind: 'halted', code };
};

const sendTo =
  (id: string) =>
  async ({ entries, writeId }: Batch): Promise<SendOutcome> => {
    try {
      const body = { answers: entries.map(inputOf), writeId };
      const signal = AbortSignal.timeout(ANSWER_TIME);
      return { kind: 'answered', answer: await call(putAnswers, { params: { id }, body, signal }) };
    } catch (error) {
      return outcomeOf(error);
    }
  };

const later = (milliseconds: number, action: () => void): (() => void) => {
  const timer = setTimeout(action, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};

/** Keeps the form that the page shows true to what has been saved. */
const useSavedForm = (id: string) => {
  const queries = useQueryClient();
  const { account } = useSession();
  const { queryKey } = submissionQuery(id);
  return (answer: SavedAnswers, batch: Batch): void => {
    // An answer that was asked for before the save would show what was there before.
    void queries.cancelQueries({ queryKey });
    const saved = listSavedEntries(answer, batch);
    const { findings, completeness } = answer;
    queries.setQueryData(
      queryKey,
      (form) => form && { ...applySaved(form, saved, account.displayName), findings, completeness },
    );
    if (answer.refused.some(({ code }) => code === 'edit.conflict')) {
      void queries.invalidateQueries({ queryKey });
    }
  };
};

const useSessionOfSaver = (saver: AnswerSaver, halted: string | null): void => {
  const queries = useQueryClient();
  const sessionEnd = useSessionEnd();
  const isEnded = halted === 'session.required';
  useEffect(() => {
    if (isEnded) setSessionEnd(queries, { isUnsaved: true, isAsked: true });
  }, [isEnded, queries]);
  // Whether somebody has signed in since is known when the end has been seen, and then is over.
  const [wasEnded, setWasEnded] = useState(false);
  if (wasEnded !== (sessionEnd !== null)) setWasEnded(sessionEnd !== null);
  useEffect(() => {
    if (!wasEnded && saver.getState().outbox.halted === 'session.required') saver.resume();
  }, [wasEnded, saver]);
};

/** The saver of one form: it sends, sends again, keeps in the browser, and follows other tabs of it. */
export const useAnswerSaver = (
  form: SubmissionForm,
): { readonly saver: AnswerSaver; readonly state: SaverState } => {
  const words = useMessages(formMessages);
  const { account } = useSession();
  const onAnswered = useSavedForm(form.id);
  const [place] = useState({ username: account.username, submissionId: form.id });
  const [saver] = useState(() =>
    openAnswerSaver({
      ...{ outbox: loadOutbox(place), send: sendTo(form.id), newId, later, onAnswered },
      keep: (before, after) => keepOutbox(place, before, after),
    }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.getState);
  useEffect(() => saver.start(), [saver]);
  useEffect(() => {
    saver.meet(listServedAnswers(form));
  }, [saver, form]);
  useSessionOfSaver(saver, state.outbox.halted);
  useWindowEvent('online', saver.resume);
  useWindowEvent('storage', (event) => {
    const change = readOtherTab(place, event);
    if (change) saver.follow(change);
  });
  const isAtRisk = !state.isKept && state.outbox.entries.size > 0;
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isAtRisk && current.pathname !== next.pathname && !window.confirm(words.saving.leave),
    enableBeforeUnload: () => isAtRisk,
  });
  return { saver, state };
};
