import { sql, type RawBuilder, type SqlBool } from 'kysely';

const escapeLike = (word: string): string => word.replace(/[\\%_]/gu, (sign) => `\\${sign}`);

/** The pattern of texts that hold the word. */
export const holding = (word: string): string => `%${escapeLike(word)}%`;

/** Whether the text holds the word, in the form that a trigram index serves. */
export const contains = (text: RawBuilder<unknown>, word: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${text} like ${holding(word)}`;
