import {
  DIFFICULTY_KINDS,
  DIFFICULTY_STATES,
  type DifficultyKind,
  type DifficultyState,
} from '#core/difficulty/difficulty.ts';

/** States, kinds and what waits, by their names in addresses. */
export const STATE_SEGMENTS = {
  open: 'cho-tra-loi',
  forwarded: 'da-trinh',
  answered: 'da-tra-loi',
  closed: 'ket-thuc',
} as const satisfies Record<DifficultyState, string>;

export const KIND_SEGMENTS = {
  regulation: 'the-che',
  funding: 'kinh-phi',
  staff: 'nhan-luc',
  technology: 'ky-thuat',
  data: 'du-lieu',
  coordination: 'phoi-hop',
  other: 'khac',
} as const satisfies Record<DifficultyKind, string>;

export const WAIT_SEGMENTS = { mine: 'toi-tra-loi', answer: 'tra-loi', overdue: 'qua-han' } as const;
export const WAITS = ['mine', 'answer', 'overdue'] as const;

/** The page's choices as the address carries them: names and texts. */
export type DifficultySearch = Readonly<Record<string, string | undefined>>;

/** The names of the choices that narrow the list down. */
export const FILTER_KEYS = ['trang-thai', 'loai', 'co-quan', 'cho', 've', 'tim'] as const;

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const keyOf = <Key extends string>(
  segments: Readonly<Record<Key, string>>,
  keys: readonly Key[],
  text: string | undefined,
): Key | undefined => keys.find((key) => segments[key] === text);

type Filter = Readonly<Record<string, string>>;

const given = (members: Readonly<Record<string, string | undefined>>): Filter =>
  Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** What an address asks for: the filter as the server takes it, what statistics follow, and the page. */
export const readDifficultyAddress = (
  search: DifficultySearch,
): { readonly filter: Filter; readonly counted: Filter; readonly page: number } => {
  const counted = given({
    state: keyOf(STATE_SEGMENTS, DIFFICULTY_STATES, search['trang-thai']),
    kind: keyOf(KIND_SEGMENTS, DIFFICULTY_KINDS, search.loai),
    agency: search['co-quan'],
    about: ID.test(search.ve ?? '') ? search.ve : undefined,
    text: search.tim,
  });
  const page = Number(search.trang ?? '1');
  return {
    counted,
    filter: { ...counted, ...given({ waits: keyOf(WAIT_SEGMENTS, WAITS, search.cho) }) },
    page: Number.isSafeInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
};
