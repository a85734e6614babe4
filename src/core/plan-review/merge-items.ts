import { tidy } from '#core/kernel/text.ts';
import { type KindReading, statementOf } from '#core/plan/register-entry.ts';

type Facts = Readonly<Record<string, unknown>>;

// Words that go on in the row below: the two halves are one text.
const RUNNING_WORDS = ['name', 'what', 'expectedResult', 'cause', 'remedy', 'subject'];
// Facts that only mean something together: a value is never taken from one row and its unit from the other.
const VALUE_FACTS = ['rawTarget', 'raw', 'comparator', 'value', 'unit', 'basis', 'qualitativeLevel'];
const AGENCIES = /(?:Agencies|investors)$/u;

const isMissing = (fact: unknown): boolean =>
  fact === null || fact === undefined || fact === '' || (Array.isArray(fact) && fact.length === 0);

const joinFact = (key: string, above: unknown, below: unknown): unknown => {
  if (isMissing(above)) return below;
  if (isMissing(below)) return above;
  if (RUNNING_WORDS.includes(key)) return tidy(`${String(above)} ${String(below)}`);
  if (AGENCIES.test(key) && Array.isArray(above) && Array.isArray(below)) {
    return [...new Set<unknown>([...(above as unknown[]), ...(below as unknown[])])];
  }
  return above;
};

/** Where the lower item stands, as what follows the upper one. Without a line its words go behind those above. */
const joinPlaces = (above: KindReading['reading'], below: KindReading['reading']) => {
  const [own, further] = [above.continuation ?? [], below.continuation ?? []];
  return below.line === null
    ? { quote: tidy(`${above.quote} ${below.quote}`), continuation: [...own, ...further] }
    : { quote: above.quote, continuation: [...own, { line: below.line, quote: below.quote }, ...further] };
};

/**
 * One item of two of a kind that the reading parted: texts follow each other, facts that the upper one lacks come from the
 * lower, and of two values the upper one counts. The words of both stay cited.
 */
export const mergeItems = (above: KindReading, below: KindReading): KindReading => {
  const [upper, lower] = [above.reading, below.reading] as unknown as readonly [Facts, Facts];
  const valueFrom = isMissing(upper.value) && !isMissing(lower.value) ? lower : upper;
  const facts = Object.fromEntries(
    Object.keys({ ...lower, ...upper }).map((key) => [
      key,
      VALUE_FACTS.includes(key) && 'value' in upper ? valueFrom[key] : joinFact(key, upper[key], lower[key]),
    ]),
  );
  const place = {
    id: above.reading.id,
    line: above.reading.line,
    ...joinPlaces(above.reading, below.reading),
  };
  return statementOf(above.kind, { ...facts, ...place });
};
