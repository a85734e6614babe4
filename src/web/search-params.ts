import type { DecimalText } from '#core/kernel/decimal.ts';

type Raw = Readonly<Record<string, unknown>>;

/** State in an address as a page without a schema of its own keeps it: names and texts. */
export type PlainSearch = Readonly<Record<string, string | undefined>>;

const findText = (raw: Raw, key: string): string | undefined => {
  const value = raw[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Leaves out what is not given, so that addresses stay short. */
const given = <T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** `?tim=…&nhom=…` becomes names and texts; a repeated name keeps its first text. Addresses are text, `2026` too. */
export const parseSearch = (search: string): Record<string, string> => {
  const params = [...new URLSearchParams(search)].reverse();
  return Object.fromEntries(params.filter(([, value]) => value !== ''));
};

/** The other way round; what is not given disappears. */
export const stringifySearch = (search: Raw): string => {
  const params = Object.entries(search).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [],
  );
  const text = new URLSearchParams(params).toString();
  return text === '' ? '' : `?${text}`;
};

/** Keeps every text of the address: the page itself knows which it reads. */
export const validatePlainSearch = (raw: Raw): PlainSearch =>
  Object.fromEntries(Object.keys(raw).map((key) => [key, findText(raw, key)]));

const YEAR = /^20\d{2}$/;

/** Of every page: the year whose figures are shown (`nam`); without it, the latest that has figures. */
export const validateShellSearch = (raw: Raw): { nam?: string | undefined } => {
  const year = findText(raw, 'nam');
  return given({ nam: year !== undefined && YEAR.test(year) ? year : undefined });
};

/** Of the sign-in page: where to go afterwards (`tro-lai`). Only a path of this site, never another origin. */
export const validateSignInSearch = (raw: Raw): { 'tro-lai'?: string } => {
  const target = findText(raw, 'tro-lai');
  return given({ 'tro-lai': target !== undefined && /^\/(?![/\\])/.test(target) ? target : undefined });
};

const POINTS = /^\d{1,4}(\.\d{1,4})?$/;

/** Whose index: the subject (`don-vi`) and the framework (`bo`); the province's without them. */
interface SubjectSearch {
  'don-vi'?: string | undefined;
  bo?: string | undefined;
}

export const validateSubjectSearch = (raw: Raw): SubjectSearch =>
  given({ 'don-vi': findText(raw, 'don-vi'), bo: findText(raw, 'bo') });

interface IndexSearch extends SubjectSearch {
  'co-quan'?: string;
  'mat-hon'?: DecimalText;
  'so-lieu'?: 'da-sua';
}

/**
 * Of the index: the lead agency (`co-quan`), the points that a component must lose to be listed (`mat-hon`), and
 * whether only those with corrected figures are (`so-lieu=da-sua`).
 */
export const validateIndexSearch = (raw: Raw): IndexSearch => {
  const lost = findText(raw, 'mat-hon');
  return given({
    ...validateSubjectSearch(raw),
    'co-quan': findText(raw, 'co-quan'),
    'mat-hon': lost !== undefined && POINTS.test(lost) ? lost : undefined,
    'so-lieu': findText(raw, 'so-lieu') === 'da-sua' ? ('da-sua' as const) : undefined,
  });
};

interface ComparisonSearch extends SubjectSearch {
  truoc?: string | undefined;
  sau?: string | undefined;
}

/** Of a comparison: the earlier snapshot (`truoc`) and the later one (`sau`); the present data without it. */
export const validateComparisonSearch = (raw: Raw): ComparisonSearch =>
  given({ ...validateSubjectSearch(raw), truoc: findText(raw, 'truoc'), sau: findText(raw, 'sau') });

interface SheetSearch extends SubjectSearch {
  'ban-chot'?: string | undefined;
}

/** Of the explanation of a whole score: the snapshot that it explains (`ban-chot`); the present data without it. */
export const validateSheetSearch = (raw: Raw): SheetSearch =>
  given({ ...validateSubjectSearch(raw), 'ban-chot': findText(raw, 'ban-chot') });

/** Of a document: the line to show (`dong`). */
export const validateDocumentSearch = (raw: Raw): { dong?: number; tim?: string } => {
  const line = Number(findText(raw, 'dong'));
  return given({
    dong: Number.isSafeInteger(line) && line > 0 ? line : undefined,
    tim: findText(raw, 'tim'),
  });
};

export interface FindingsSearch {
  'trang-thai'?: string | undefined;
  loai?: string | undefined;
  'muc-do'?: string | undefined;
  'co-quan'?: string | undefined;
  'van-ban'?: string | undefined;
  nhom?: 'co-quan' | undefined;
  mo?: string | undefined;
}

/**
 * Of the contradictions: their state (`trang-thai`), kind (`loai`), gravity (`muc-do`), lead agency (`co-quan`) and document
 * (`van-ban`), groups by agency (`nhom=co-quan`), and the one that is open (`mo`).
 */
export const validateFindingsSearch = (raw: Raw): FindingsSearch =>
  given({
    'trang-thai': findText(raw, 'trang-thai'),
    loai: findText(raw, 'loai'),
    'muc-do': findText(raw, 'muc-do'),
    'co-quan': findText(raw, 'co-quan'),
    'van-ban': findText(raw, 'van-ban'),
    nhom: findText(raw, 'nhom') === 'co-quan' ? ('co-quan' as const) : undefined,
    mo: findText(raw, 'mo'),
  });

interface RankingSearch {
  bang?: string | undefined;
  'chi-so'?: string | undefined;
  chot?: string | undefined;
  'so-voi'?: string | undefined;
  loai?: string | undefined;
  tim?: string | undefined;
}

/**
 * Of a ranking: the league (`bang`), the component to rank by (`chi-so`), the kept league that is ranked (`chot`) and the
 * one that it is compared with (`so-voi`), the kind of subjects (`loai`), words of their names (`tim`).
 */
export const validateRankingSearch = (raw: Raw): RankingSearch =>
  given({
    bang: findText(raw, 'bang'),
    'chi-so': findText(raw, 'chi-so'),
    chot: findText(raw, 'chot'),
    'so-voi': findText(raw, 'so-voi'),
    loai: findText(raw, 'loai'),
    tim: findText(raw, 'tim'),
  });

/** Of the audit of a ranking: the league (`bang`) and the group whose indicators are correlated (`nhom`). */
export const validateAuditSearch = (raw: Raw): { bang?: string | undefined; nhom?: string | undefined } =>
  given({ bang: findText(raw, 'bang'), nhom: findText(raw, 'nhom') });

interface MapSearch {
  bang?: string | undefined;
  'chi-so'?: string | undefined;
  xem?: 'hang' | undefined;
  ve?: 'tam' | undefined;
}

/**
 * Of the map: the league (`bang`), the component (`chi-so`), ranks instead of points (`xem=hang`), and drawing from centres
 * although boundaries are there (`ve=tam`).
 */
export const validateMapSearch = (raw: Raw): MapSearch =>
  given({
    bang: findText(raw, 'bang'),
    'chi-so': findText(raw, 'chi-so'),
    xem: findText(raw, 'xem') === 'hang' ? ('hang' as const) : undefined,
    ve: findText(raw, 've') === 'tam' ? ('tam' as const) : undefined,
  });
