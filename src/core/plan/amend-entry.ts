import { buildRegisterEntry, type RegisterEntry, statementOf } from './register-entry.ts';

const OF_THE_STATEMENT = ['id', 'quote', 'line', 'page', 'block', 'continuation', 'correctedFields'] as const;
const OF_THE_PLACE = ['appendix', 'section', 'order'] as const;

type Members = Readonly<Record<string, unknown>>;

const isBlank = (member: unknown): boolean =>
  member === null || member === undefined || (Array.isArray(member) && member.length === 0);

const membersOf = (entry: RegisterEntry): Members => entry.reading as unknown as Members;

const withReading = ({ kind, position }: RegisterEntry, reading: Members): RegisterEntry =>
  buildRegisterEntry(statementOf(kind, reading), position);

/** The item with what an amending statement says; of what that does not speak stays, and so does its place in the plan. */
export const amendEntry = (registered: RegisterEntry, entry: RegisterEntry): RegisterEntry => {
  const [known, read] = [membersOf(registered), membersOf(entry)];
  const told = Object.entries(read).filter(([, member]) => !isBlank(member));
  const own = [...OF_THE_STATEMENT].map((key) => [key, read[key]] as const);
  const place = OF_THE_PLACE.map((key) => [key, known[key]] as const);
  return withReading(registered, { ...known, ...Object.fromEntries([...told, ...own, ...place]) });
};

/** The item as it was, at its place in the replacing document. */
export const carryEntry = (registered: RegisterEntry, entry: RegisterEntry): RegisterEntry => {
  const read = membersOf(entry);
  const place = [...OF_THE_STATEMENT, ...OF_THE_PLACE].map((key) => [key, read[key]] as const);
  return withReading(entry, { ...membersOf(registered), ...Object.fromEntries(place) });
};
