/** What JSON can say; members that are undefined are left out. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

const writeNumber = (value: number): string => {
  if (!Number.isFinite(value)) throw new RangeError(`JSON has no such number: ${String(value)}`);
  return JSON.stringify(value);
};

const writeText = (value: string): string => {
  // Half of a surrogate pair is no character: UTF-8 has no bytes for it, so two different texts would hash alike.
  if (/\p{Surrogate}/u.test(value)) throw new RangeError('The text holds half a surrogate pair');
  return JSON.stringify(value);
};

// RFC 8785 orders keys by UTF-16 code units, as JavaScript compares texts.
const byCodeUnits = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/**
 * The one text of a JSON value: without spaces, keys in order, so that equal values have equal texts and a hash of the
 * text is a hash of the value: RFC 8785 (JSON Canonicalization Scheme). Throws on what JSON cannot say: a bug of the caller.
 */
export const canonicalJson = (value: JsonValue): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'string') return writeText(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .sort(byCodeUnits)
    .flatMap(([key, member]) => (member === undefined ? [] : [`${writeText(key)}:${canonicalJson(member)}`]));
  return `{${members.join(',')}}`;
};
