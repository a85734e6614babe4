import { tidy } from '#core/kernel/text.ts';
import { buildRegisterEntry, type KindReading } from '#core/plan/register-entry.ts';
import { joinPieces } from '#core/plan-reading/text/source-text.ts';
import { listStatedValues } from '#core/plan-reading/targets/stated-values.ts';
import { correctFields } from './item-fields.ts';
import { isRefusal } from '#core/kernel/refusal.ts';

/** The sentence in which an item can be cut: its words in the source, or its name when the source is not here. */
export const splitTextOf = ({
  name,
  quote,
}: {
  readonly name: string;
  readonly quote: string | null;
}): string => quote ?? name;

const LOOSE_START = /^(?:[\s,;.:|–-]|và\s)+/iu;
const LOOSE_END = /(?:[\s,;:|–-]|\svà)+$/iu;

const trimPart = (words: string): string => tidy(words.replace(LOOSE_START, '').replace(LOOSE_END, ''));

const hasWords = (part: string): boolean => /\p{L}{2}/u.test(part);

const rename = (item: KindReading, name: string): KindReading => {
  const renamed = correctFields(item, [{ field: 'name', text: name }], { year: null });
  return isRefusal(renamed) ? item : renamed;
};

/** A part of a sentence read again for its own value; without one it is an objective in words. */
const readPart = (item: KindReading, part: string, keepsValue: boolean): KindReading => {
  if (item.kind !== 'target') return keepsValue ? item : rename(item, part);
  const [stated] = listStatedValues(joinPieces([{ line: item.reading.line ?? 1, raw: part }]));
  if (!stated) {
    if (keepsValue) return item;
    const nothing = {
      rawTarget: part,
      comparator: 'qualitative',
      value: null,
      unit: null,
      basis: null,
    } as const;
    return { kind: 'target', reading: { ...item.reading, ...nothing, name: part } };
  }
  const { quantity, raw, name, period, aspirational } = stated;
  const { comparator, value, unit, basis } = quantity;
  return {
    kind: 'target',
    reading: {
      ...item.reading,
      ...{ name: name === '' ? part : name, rawTarget: raw, comparator, value, unit, basis },
      period: period ?? item.reading.period,
      aspirational: aspirational || item.reading.aspirational,
    },
  };
};

const withId = (item: KindReading, id: string): KindReading =>
  ({ kind: item.kind, reading: { ...item.reading, id } }) as KindReading;

/**
 * Two items of one, cut at a character of its sentence. Cut inside its name, both parts share all other facts; cut
 * elsewhere, a target is read again on both sides. Both keep the whole sentence as what they cite.
 * Undefined when one side would be without words.
 */
export const splitItem = (
  item: KindReading,
  at: number,
  newId: string,
): readonly [KindReading, KindReading] | undefined => {
  const { name, quote } = buildRegisterEntry(item, 1);
  const text = splitTextOf({ name, quote });
  const [before, after] = [trimPart(text.slice(0, at)), trimPart(text.slice(at))];
  if (at <= 0 || at >= text.length || !hasWords(before) || !hasWords(after)) return undefined;
  const start = text.indexOf(name);
  const inName = at - start;
  const [head, tail] = [trimPart(name.slice(0, inName)), trimPart(name.slice(inName))];
  if (start >= 0 && inName > 0 && inName < name.length && hasWords(head) && hasWords(tail)) {
    return [rename(item, head), withId(rename(item, tail), newId)];
  }
  return [readPart(item, before, true), withId(readPart(item, after, false), newId)];
};
