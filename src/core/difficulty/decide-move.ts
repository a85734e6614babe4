import { type AccessSubject, type Actor, can } from '#core/access/access.ts';
import type { Action } from '#core/access/permissions.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import {
  DIFFICULTY_MOVES,
  type DifficultyMove,
  type DifficultyPlace,
  type DifficultyState,
} from './difficulty.ts';

/** A difficulty as far as moves depend on it. */
export interface DifficultyFacts extends DifficultyPlace {
  /** Whose difficulty it is. */
  readonly organizationCode: string;
}

type LaterMove = Exclude<DifficultyMove, 'raise'>;

interface Step {
  readonly from: readonly DifficultyState[];
  readonly access: Action;
  /** Whose right it is, where it is not everybody's who may do this to all. */
  readonly of: 'asker' | 'holder';
}

const WAITING = ['open', 'forwarded'] as const;

const STEPS: Readonly<Record<LaterMove, Step>> = {
  answer: { from: ['open'], access: 'difficulty.answer', of: 'holder' },
  'give-back': { from: ['open'], access: 'difficulty.answer', of: 'holder' },
  rule: { from: ['forwarded'], access: 'difficulty.rule', of: 'holder' },
  pass: { from: WAITING, access: 'difficulty.direct', of: 'holder' },
  forward: { from: ['open'], access: 'difficulty.direct', of: 'holder' },
  'ask-back': { from: ['answered'], access: 'difficulty.raise', of: 'asker' },
  accept: { from: ['answered'], access: 'difficulty.raise', of: 'asker' },
  withdraw: { from: WAITING, access: 'difficulty.raise', of: 'asker' },
};

const subjectOf = ({ of }: Step, { organizationCode, holderCode }: DifficultyFacts): AccessSubject => ({
  // What is with nobody's organization is within reach of those alone who reach all.
  organizationCode: of === 'asker' ? organizationCode : (holderCode ?? ''),
});

const isPossible = (move: LaterMove, { state, holder }: DifficultyFacts): boolean =>
  STEPS[move].from.includes(state) && (move !== 'give-back' || holder === 'organization');

/** Why a person may not make a move; undefined when it may be made. */
export const findMoveRefusal = (
  difficulty: DifficultyFacts,
  move: LaterMove,
  actor: Actor | undefined,
): Refusal | undefined => {
  const step = STEPS[move];
  if (!can(actor, step.access, subjectOf(step, difficulty))) {
    return refuse('access.denied', { reason: 'other-organization' });
  }
  return isPossible(move, difficulty)
    ? undefined
    : refuse('difficulty.wrong-state', { state: difficulty.state });
};

/** The moves that a person may make now. */
export const listMoves = (difficulty: DifficultyFacts, actor: Actor | undefined): readonly DifficultyMove[] =>
  DIFFICULTY_MOVES.filter(
    (move) => move !== 'raise' && findMoveRefusal(difficulty, move, actor) === undefined,
  );

const AT_COORDINATOR = { holder: 'coordinator', holderCode: null } as const;
const AT_PROVINCE = { holder: 'province', holderCode: null } as const;

/** Where a difficulty is after a move: `organization` is to whom it is passed. */
export const placeAfter = (
  difficulty: DifficultyFacts,
  { move, organization, actor }: { move: LaterMove; organization: string | null; actor: Actor | undefined },
): DifficultyPlace => {
  const { holder, holderCode } = difficulty;
  switch (move) {
    case 'answer':
      // Who answers for all answers as the coordinator, so that a further question comes back to the one who knows.
      return can(actor, 'difficulty.direct')
        ? { state: 'answered', ...AT_COORDINATOR }
        : { state: 'answered', holder, holderCode };
    case 'give-back':
      return { state: 'open', ...AT_COORDINATOR };
    case 'rule':
      return { state: 'answered', ...AT_PROVINCE };
    case 'pass':
      return { state: 'open', holder: 'organization', holderCode: organization };
    case 'forward':
      return { state: 'forwarded', ...AT_PROVINCE };
    case 'ask-back':
      return { state: holder === 'province' ? 'forwarded' : 'open', holder, holderCode };
    case 'accept':
    case 'withdraw':
      return { state: 'closed', holder, holderCode };
  }
};
