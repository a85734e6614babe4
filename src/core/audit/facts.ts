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

/** A fact before and after a deed; null where it was or is not known. */
export interface ChangedFact {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Facts = Readonly<Record<string, unknown>>;

/** What a deed changed, fact by fact; facts that it left alone are left out. */
export const listChanges = (before: Facts | null, after: Facts | null): readonly ChangedFact[] => {
  const [earlier, later] = [before, after].map(
    (facts) => new Map(listFacts(facts ?? {}).map(({ name, text }) => [name, text])),
  );
  return [...new Set([...(earlier?.keys() ?? []), ...(later?.keys() ?? [])])]
    .map((name) => ({ name, before: earlier?.get(name) ?? null, after: later?.get(name) ?? null }))
    .filter((fact) => fact.before !== fact.after);
};
