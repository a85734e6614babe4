const LONGEST_FILE_NAME = 255;

// The database keeps no zero character, and half of a surrogate pair is no character at all.
const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

/** The paths of the texts, at any depth, that can't be kept as they are. */
export const listUnstorableTexts = (value: unknown, path: string): readonly string[] => {
  if (typeof value === 'string') return isStorable(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    isStorable(name) ? listUnstorableTexts(member, `${path}.${name}`) : [path],
  );
};

const shorten = (name: string): string => {
  if (name.length <= LONGEST_FILE_NAME) return name;
  const ending = /\.[^.]{1,20}$/u.exec(name)?.[0] ?? '';
  // The cut may have halved a character.
  return name.slice(0, LONGEST_FILE_NAME - ending.length).replace(/\p{Surrogate}$/u, '') + ending;
};

/**
 * The name of a file alone, without folders and characters that nobody sees; empty when nothing is left.
 * An empty name in a form arrives as none.
 */
export const tidyFileName = (given: string | undefined): string => {
  const name = (given ?? '').normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  return shorten(name.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '').trim());
};
