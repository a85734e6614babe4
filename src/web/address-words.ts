/** How the parts of an address are understood. What means nothing is left out: an address may be typed by hand. */

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const MOST_PAGES = 10_000;

/** The key whose name in addresses a text is. */
export const findKey = <Key extends string>(
  segments: Readonly<Record<Key, string>>,
  keys: readonly Key[],
  text: string | undefined,
): Key | undefined => keys.find((key) => segments[key] === text);

/** A text that is the id of a record. */
export const findId = (text: string | undefined): string | undefined =>
  ID.test(text ?? '') ? text : undefined;

/** The number of a page; the first where none is meant. */
export const readPageNumber = (text: string | undefined): number => {
  const page = Number(text ?? '1');
  return Number.isSafeInteger(page) && page > 0 && page < MOST_PAGES ? page : 1;
};

/** A filter without what is not asked for. */
export const filterOf = (
  members: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
