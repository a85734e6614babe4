import type { DifficultyMove } from '#core/difficulty/difficulty.ts';
import type { MoveInput } from './queries.ts';

export type LaterMove = Exclude<DifficultyMove, 'raise'>;

interface Fields {
  readonly words: 'required' | 'optional';
  readonly has: readonly ('document' | 'organization' | 'dueDay' | 'evidence')[];
}

/** What each move asks for. */
export const MOVE_FIELDS: Readonly<Record<LaterMove, Fields>> = {
  answer: { words: 'required', has: ['document'] },
  'give-back': { words: 'required', has: [] },
  rule: { words: 'required', has: ['document'] },
  pass: { words: 'optional', has: ['organization', 'dueDay'] },
  forward: { words: 'required', has: ['dueDay'] },
  'ask-back': { words: 'required', has: ['dueDay', 'evidence'] },
  accept: { words: 'optional', has: [] },
  withdraw: { words: 'required', has: [] },
};

/** What a person has entered for a move. */
export interface MoveEntries {
  readonly words: string;
  readonly document: string;
  readonly organization: string;
  readonly dueDay: string;
  readonly evidence: readonly string[];
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** The members that a move still lacks. */
export const listMissing = (
  move: LaterMove,
  { words, organization, dueDay }: MoveEntries,
): readonly ('words' | 'organization' | 'dueDay')[] => {
  const { has, words: wanted } = MOVE_FIELDS[move];
  return [
    ...(wanted === 'required' && words.trim() === '' ? (['words'] as const) : []),
    ...(has.includes('organization') && organization === '' ? (['organization'] as const) : []),
    ...(has.includes('dueDay') && dueDay === '' ? (['dueDay'] as const) : []),
  ];
};

/** A move as it is sent. */
export const buildMove = (
  move: LaterMove,
  { words, document, organization, dueDay, evidence }: MoveEntries,
  write: { readonly version: number; readonly writeId: string },
): MoveInput => {
  switch (move) {
    case 'answer':
    case 'rule':
      return { move, words, document: orNull(document), ...write };
    case 'give-back':
    case 'withdraw':
      return { move, words, ...write };
    case 'pass':
      return { move, organization, words: orNull(words), dueDay, ...write };
    case 'forward':
      return { move, words, dueDay, ...write };
    case 'ask-back':
      return { move, words, dueDay, evidence: [...evidence], ...write };
    case 'accept':
      return { move, words: orNull(words), ...write };
  }
};
