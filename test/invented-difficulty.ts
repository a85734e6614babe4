import { v7 as newId } from 'uuid';
import type { DifficultyView } from '#features/difficulty/contract.ts';
import { raiseDifficulty } from '#features/difficulty/write-contract.ts';
import type { Caller, TestApi } from './api.ts';
import { inventTask } from './invented-task.ts';

/** A difficulty of an organization with a task of its own, raised by one of its people. */
export const inventDifficulty = async (
  api: TestApi,
  caller: Caller,
  change: { readonly organization?: string; readonly about?: object } & Readonly<
    Record<string, unknown>
  > = {},
): Promise<DifficultyView> => {
  const organization = change.organization ?? 'STP';
  const about = change.about ?? { kind: 'item', id: (await inventTask(api, { lead: [organization] })).id };
  const body = {
    ...{ organization, kind: 'funding', words: 'Chưa được bố trí kinh phí', suggestion: null, about },
    ...{ dueDay: '2026-12-10', evidence: [], writeId: newId(), ...change },
  };
  return (await caller.call(raiseDifficulty, { body })).body;
};
