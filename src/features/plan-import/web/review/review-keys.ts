/** What a key does in the list of items. */
export type ReviewCommand =
  | 'next'
  | 'previous'
  | 'next-unsure'
  | 'accept'
  | 'accept-replacing'
  | 'correct'
  | 'same'
  | 'distinct'
  | 'merge'
  | 'split'
  | 'reject'
  | 'undo'
  | 'help';

/** Each command with the keys that give it, as they are shown. */
export const REVIEW_KEYS: readonly (readonly [ReviewCommand, readonly string[]])[] = [
  ['next', ['J', '↓']],
  ['previous', ['K', '↑']],
  ['next-unsure', ['N']],
  ['accept', ['Enter', 'A']],
  ['accept-replacing', ['R']],
  ['correct', ['E']],
  ['same', ['D']],
  ['distinct', ['F']],
  ['merge', ['M']],
  ['split', ['S']],
  ['reject', ['X']],
  ['undo', ['Z', 'Ctrl+Z']],
  ['help', ['?']],
];

const COMMANDS: Readonly<Record<string, ReviewCommand>> = {
  j: 'next',
  arrowdown: 'next',
  k: 'previous',
  arrowup: 'previous',
  n: 'next-unsure',
  a: 'accept',
  enter: 'accept',
  r: 'accept-replacing',
  e: 'correct',
  d: 'same',
  f: 'distinct',
  m: 'merge',
  s: 'split',
  x: 'reject',
  z: 'undo',
  '?': 'help',
};

interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget;
}

const TYPES = 'input, textarea, select, [contenteditable], [role="listbox"]';
/** The part of a row that stands for the item itself: Enter on any other button presses that button. */
const ITEM = '[data-review-item]';

/** The command of a key; undefined where somebody types, and for keys of the browser. */
export const findCommand = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  target,
}: PressedKey): ReviewCommand | undefined => {
  if (!(target instanceof Element) || target.closest(TYPES)) return undefined;
  const pressed = key.toLowerCase();
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return pressed === 'z' ? 'undo' : undefined;
  if (pressed === 'enter' && !target.closest(ITEM)) return undefined;
  return COMMANDS[pressed];
};
