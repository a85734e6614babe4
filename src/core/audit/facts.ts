/** A fact of an event in readable form: its name with those it lies in, and its value as text. */
export interface Fact {
  readonly name: string;
  readonly text: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (isRecord(value))
    return listFacts(value)
      .map(({ name, text }) => `${name}: ${text}`)
      .join(', ');
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

/** The facts of an event, one within another by a name with points; a fact that is null has no text. */
export const listFacts = (facts: Readonly<Record<string, unknown>>, prefix = ''): readonly Fact[] =>
  Object.entries(facts).flatMap(([key, value]): readonly Fact[] =>
    isRecord(value)
      ? listFacts(value, `${prefix}${key}.`)
      : [{ name: `${prefix}${key}`, text: textOf(value) }],
  );

/** The facts of an event in one line. */
export const writeFacts = (facts: Readonly<Record<string, unknown>>): string =>
  listFacts(facts)
    .map(({ name, text }) => `${name}=${text}`)
    .join('; ');
