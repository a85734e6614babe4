import type { Framework } from '#core/scoring/framework.ts';

/** A part of a framework that the editor shows: the general fields, the components or the data items, and one of them. */
export interface EditorPlace {
  readonly part: 'chung' | 'chi-so' | 'so-lieu';
  readonly code: string | null;
}

interface Step {
  readonly draft: Framework;
  /** Where the change was made that leads away from, or to, this draft. */
  readonly place: EditorPlace;
}

/** A draft with what it was before and what was taken back. */
export interface DraftHistory {
  readonly draft: Framework;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

const MOST_STEPS = 200;

/** A draft that has not been changed yet. */
export const beginHistory = (draft: Framework): DraftHistory => ({ draft, past: [], future: [] });

/** Another state of the draft. What continues the last change, as letters typed into one field do, is one step with it. */
export const withChange = (
  { draft, past }: DraftHistory,
  next: Framework,
  place: EditorPlace,
  continuesLast = false,
): DraftHistory => ({
  draft: next,
  past: continuesLast && past.length > 0 ? past : [...past, { draft, place }].slice(-MOST_STEPS),
  future: [],
});

/** What a step back or forth gives, and the place to show. */
export interface Stepped {
  readonly history: DraftHistory;
  readonly place: EditorPlace;
}

/** Takes the last change back; undefined when there is none. */
export const undoChange = ({ draft, past, future }: DraftHistory): Stepped | undefined => {
  const last = past.at(-1);
  if (!last) return undefined;
  const { place } = last;
  return {
    history: { draft: last.draft, past: past.slice(0, -1), future: [{ draft, place }, ...future] },
    place,
  };
};

/** Makes the change again that was taken back last; undefined when there is none. */
export const redoChange = ({ draft, past, future }: DraftHistory): Stepped | undefined => {
  const [next, ...later] = future;
  if (!next) return undefined;
  const { place } = next;
  return { history: { draft: next.draft, past: [...past, { draft, place }], future: later }, place };
};
