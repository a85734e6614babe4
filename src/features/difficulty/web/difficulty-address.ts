import {
  DIFFICULTY_KINDS,
  DIFFICULTY_STATES,
  type DifficultyKind,
  type DifficultyState,
} from '#core/difficulty/difficulty.ts';
import { filterOf, findId, findKey, readPageNumber } from '#web/address-words.ts';

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
export const FILTER_KEYS = ['trang-thai', 'loai', 'co-quan', 'cho', 've', 'tim', 'phu-trach'] as const;

type Filter = Readonly<Record<string, string>>;

/** What an address asks for: the filter as the server takes it, what statistics follow, and the page. */
export const readDifficultyAddress = (
  search: DifficultySearch,
): { readonly filter: Filter; readonly counted: Filter; readonly page: number } => {
  const counted = filterOf({
    state: findKey(STATE_SEGMENTS, DIFFICULTY_STATES, search['trang-thai']),
    kind: findKey(KIND_SEGMENTS, DIFFICULTY_KINDS, search.loai),
    agency: search['co-quan'],
    about: findId(search.ve),
    text: search.tim,
    responsible: findId(search['phu-trach']),
  });
  return {
    counted,
    filter: { ...counted, ...filterOf({ waits: findKey(WAIT_SEGMENTS, WAITS, search.cho) }) },
    page: readPageNumber(search.trang),
  };
};
