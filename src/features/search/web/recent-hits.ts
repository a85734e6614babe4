import { SEARCH_KINDS, type SearchHit } from '#features/search/contract.ts';

/** Enough of a hit to show and open it again. */
export type RecentHit = Pick<SearchHit, 'kind' | 'key' | 'title' | 'label'>;

const STORAGE_KEY = 'senso.recent-hits';
const MOST_RECENT = 6;

const isRecentHit = (value: unknown): value is RecentHit => {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, key, title, label } = value as Readonly<Record<string, unknown>>;
  return (
    SEARCH_KINDS.some((known) => known === kind) &&
    typeof key === 'string' &&
    typeof title === 'string' &&
    (label === null || typeof label === 'string')
  );
};

/** Reads what this browser opened from the search lately; anything else that lies there counts as nothing. */
export const parseRecentHits = (stored: string | null): readonly RecentHit[] => {
  if (stored === null) return [];
  try {
    const found: unknown = JSON.parse(stored);
    return Array.isArray(found) ? found.filter(isRecentHit).slice(0, MOST_RECENT) : [];
  } catch {
    return [];
  }
};

/** The hits with the one just opened in front, each once. */
export const withRecentHit = (hits: readonly RecentHit[], opened: RecentHit): readonly RecentHit[] => {
  const { kind, key, title, label } = opened;
  const others = hits.filter((hit) => hit.kind !== kind || hit.key !== key);
  return [{ kind, key, title, label }, ...others].slice(0, MOST_RECENT);
};

export const loadRecentHits = (): readonly RecentHit[] => parseRecentHits(localStorage.getItem(STORAGE_KEY));

export const rememberHit = (opened: RecentHit): void => {
  localStorage.setItem(STORAGE_KEY, JSON.stringify(withRecentHit(loadRecentHits(), opened)));
};
