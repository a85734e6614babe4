import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import type { ReviewStep } from '#core/plan-review/review-step.ts';
import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import { addReviewStep } from '#features/plan-import/review/review-contract.ts';
import { call } from '#web/api/call.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { planImportQuery } from '#features/plan-import/web/queries.ts';
import { showStep } from './optimistic-step.ts';

/** A step that was made here: on its way, or kept under a version that the page has not read yet. */
interface MadeStep {
  readonly writeId: string;
  readonly step: ReviewStep;
  readonly version: number | null;
}

// A server that is started anew is back within a minute.
const RETRIES = 14;
const RETRY_AFTER = 1000;
const RETRY_AFTER_AT_MOST = 5000;

// After these the server must be read: what they give cannot be told here.
const SHOWN_WHOLE: readonly ReviewStep['kind'][] = ['accept', 'reject', 'same', 'distinct'];
const changesReading = ({ kind }: ReviewStep): boolean => !SHOWN_WHOLE.includes(kind);

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const isUnreachable = (error: unknown): boolean =>
  ['network.unreachable', 'server.unavailable'].includes(toProblem(error).code);

/** Sends a step until it has arrived; the write id keeps it from being made twice. */
const send = async (id: string, version: number, { writeId, step }: MadeStep) => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(addReviewStep, { params: { id }, body: { writeId, version, step } });
    } catch (error) {
      if (attempt > RETRIES || !isUnreachable(error)) throw error;
      await wait(Math.min(RETRY_AFTER * attempt, RETRY_AFTER_AT_MOST));
    }
  }
};

/** Asks before the page is closed while steps are on their way: they would be lost. */
const useCloseWarning = (isUnsaved: boolean): void => {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [isUnsaved]);
};

interface ReviewSteps {
  /** The page with all steps made here, kept or still on their way. */
  readonly preview: PlanImportPreview;
  /** Steps on their way. */
  readonly unsent: number;
  readonly error: unknown;
  readonly make: (step: ReviewStep) => void;
}

/**
 * Makes steps of a review: they show at once and are sent one after the other. A refused one is taken back; when somebody
 * else has reviewed in the meantime, all that is still on its way is dropped and the page is read anew.
 */
export const useReviewSteps = (
  stored: PlanImportPreview,
  onUndone: (items: readonly string[]) => void,
): ReviewSteps => {
  const { id } = stored.import;
  const queries = useQueryClient();
  const [made, setMade] = useState<readonly MadeStep[]>([]);
  const [error, setError] = useState<unknown>(null);
  const line = useRef({ last: Promise.resolve(), version: 0, round: 0 });

  const preview = useMemo(
    () =>
      made
        .filter(({ version }) => version === null || version > stored.review.version)
        .reduce((page, { step, version }) => showStep(page, step, version), stored),
    [made, stored],
  );

  const unsent = made.filter(({ version }) => version === null).length;
  useCloseWarning(unsent > 0);

  const readAgain = () => queries.invalidateQueries({ queryKey: planImportQuery(id).queryKey });
  const deliver = async (one: MadeStep, round: number): Promise<void> => {
    if (round !== line.current.round) return;
    const read = queries.getQueryData(planImportQuery(id).queryKey)?.review.version ?? 0;
    try {
      const kept = await send(id, Math.max(line.current.version, read), one);
      line.current.version = kept.version;
      setMade((all) => all.map((other) => (other === one ? { ...one, version: kept.version } : other)));
      if (changesReading(one.step)) await readAgain();
      if (one.step.kind === 'undo') onUndone(kept.undone);
    } catch (failure) {
      const isOvertaken = toProblem(failure).code === 'edit.conflict' || isUnreachable(failure);
      if (isOvertaken) line.current.round += 1;
      setMade((all) => all.filter((other) => (isOvertaken ? other.version !== null : other !== one)));
      setError(failure);
      await readAgain();
    }
  };

  return {
    preview,
    unsent,
    error,
    make: (step) => {
      const one: MadeStep = { writeId: newId(), step, version: null };
      const { round } = line.current;
      setError(null);
      setMade((all) => [
        ...all.filter(({ version }) => version === null || version > stored.review.version),
        one,
      ]);
      line.current.last = line.current.last.then(() => deliver(one, round));
    },
  };
};
