import type { Framework } from '#core/scoring/framework.ts';

/** Changes of a draft that were not saved, as this browser keeps them. */
export interface KeptDraft {
  readonly definition: Framework;
  /** The edit of the draft that they were made on. */
  readonly editVersion: number;
  /** Instant in UTC. */
  readonly keptAt: string;
}

// Raised when definitions take another form: what an older program kept must not break a newer one.
const FORMAT = 1;

/** What is kept belongs to one person and one draft. */
export const draftKey = (username: string, code: string, version: number): string =>
  `senso.framework-draft.${username}.${code}.${String(version)}`;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Reads what was kept; anything else that lies there counts as nothing. */
const parseKeptDraft = (stored: string | null): KeptDraft | undefined => {
  if (stored === null) return undefined;
  try {
    const found: unknown = JSON.parse(stored);
    if (!isRecord(found) || found.format !== FORMAT || !isRecord(found.definition)) return undefined;
    const { definition, editVersion, keptAt } = found;
    if (typeof editVersion !== 'number' || typeof keptAt !== 'string') return undefined;
    // Safe: this program kept it, in this format; the server reads it strictly when it is saved.
    return { definition: definition as unknown as Framework, editVersion, keptAt };
  } catch {
    return undefined;
  }
};

/** The text under which changes are kept. */
const keptText = (kept: KeptDraft): string => JSON.stringify({ format: FORMAT, ...kept });

/** Keeps changes in this browser. False when it has no room for them, or does not permit it. */
export const keepDraft = (key: string, kept: KeptDraft): boolean => {
  try {
    localStorage.setItem(key, keptText(kept));
    return true;
  } catch {
    return false;
  }
};

export const loadKeptDraft = (key: string): KeptDraft | undefined =>
  parseKeptDraft(localStorage.getItem(key));

export const dropKeptDraft = (key: string): void => {
  localStorage.removeItem(key);
};
