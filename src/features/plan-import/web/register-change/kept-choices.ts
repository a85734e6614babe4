/** What a person has chosen of a comparison so far, by the ids of its statements and items. */
export interface AmendmentChoices {
  /** Changed statements whose values are taken. */
  readonly applied: readonly string[];
  /** Added statements that stay out. */
  readonly excluded: readonly string[];
  /** Registered items that end. */
  readonly ended: readonly string[];
}

export const NOTHING_CHOSEN: AmendmentChoices = { applied: [], excluded: [], ended: [] };

/** What is chosen belongs to one person, one file and one document that it is held against. */
export const choicesKey = (
  username: string,
  importId: string,
  documentId: string,
  relation: string,
): string => `senso.amendment.1.${username}.${importId}.${documentId}.${relation}`;

const idsIn = (value: object, name: keyof AmendmentChoices): readonly string[] => {
  const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return Array.isArray(found) ? found.filter((id) => typeof id === 'string') : [];
};

/** What this browser kept of a comparison that was not finished; anything else that lies there counts as nothing. */
export const loadChoices = (key: string): AmendmentChoices => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof value !== 'object' || value === null) return NOTHING_CHOSEN;
    return {
      applied: idsIn(value, 'applied'),
      excluded: idsIn(value, 'excluded'),
      ended: idsIn(value, 'ended'),
    };
  } catch {
    return NOTHING_CHOSEN;
  }
};

/** Keeps choices in this browser until they are entered; a full or forbidden store loses them, not the page. */
export const keepChoices = (key: string, choices: AmendmentChoices | null): void => {
  try {
    if (choices === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(choices));
  } catch {
    // Nothing to do: the page itself still holds them.
  }
};
