import { isPlainDate } from '#core/kernel/plain-date.ts';
import { TASK_STATES } from '#core/task-state/task-state.ts';
import { TASK_WAITS, type TaskWait } from '#core/task-state/task-wait.ts';
import { filterOf, findId, findKey, readPageNumber } from '#web/address-words.ts';
import { readResponsible } from '#web/widgets/committee/committee-address.ts';
import { OWN_SEGMENT, STATE_SEGMENTS } from '#web/widgets/task-state/task-state-address.ts';

/** The views of the page by their names in addresses; the first one when none is named. */
export const VIEW_SEGMENTS = {
  board: 'bang',
  list: 'danh-sach',
  timeline: 'theo-quy',
  calendar: 'lich',
} as const;
export type View = keyof typeof VIEW_SEGMENTS;
export const VIEWS: readonly View[] = ['board', 'list', 'timeline', 'calendar'];

/** What tasks wait for, by its name in addresses. */
export const WAIT_SEGMENTS = {
  confirmation: 'xac-nhan',
  extension: 'gia-han',
  event: 'su-kien',
  'sent-back': 'tra-lai',
} as const satisfies Record<TaskWait, string>;

/** The page's choices as the address carries them: names and texts. */
export type ExecutionSearch = Readonly<Record<string, string | undefined>>;

/** What an address asks for. */
export interface ExecutionAddress {
  readonly view: View;
  readonly month: string | undefined;
  readonly page: number;
  /** The filter as the server takes it; what is not asked for is left out. */
  readonly filter: Readonly<Record<string, string>>;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

const dayOf = (text: string | undefined): string | undefined =>
  text !== undefined && isPlainDate(text) ? text : undefined;

/** Reads the page's choices from its address; what means nothing is left out. */
export const readExecutionAddress = (search: ExecutionSearch): ExecutionAddress => {
  const filter = {
    plan: findId(search['ke-hoach']),
    agency: search['co-quan'] === OWN_SEGMENT ? undefined : search['co-quan'],
    whose: search['co-quan'] === OWN_SEGMENT ? 'own' : undefined,
    area: search['linh-vuc'],
    serves: search['phuc-vu'],
    state: findKey(STATE_SEGMENTS, TASK_STATES, search['trang-thai']),
    waits: findKey(WAIT_SEGMENTS, TASK_WAITS, search.cho),
    text: search.tim,
    since: dayOf(search['tu-ngay']),
    dueFrom: dayOf(search['han-tu']),
    dueTo: dayOf(search['han-den']),
    week: search.tuan === 'nay' ? 'this' : undefined,
    responsible: readResponsible(search['phu-trach']),
  };
  return {
    view: findKey(VIEW_SEGMENTS, VIEWS, search.xem) ?? 'board',
    month: MONTH.test(search.thang ?? '') ? search.thang : undefined,
    page: readPageNumber(search.trang),
    filter: filterOf(filter),
  };
};

/** The names of the choices that narrow the list down. */
export const FILTER_KEYS = [
  ...[
    'ke-hoach',
    'co-quan',
    'linh-vuc',
    'phuc-vu',
    'trang-thai',
    'cho',
    'tim',
    'tu-ngay',
    'han-tu',
    'han-den',
    'tuan',
    'phu-trach',
  ],
] as const;
