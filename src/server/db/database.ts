import type { Kysely, Transaction } from 'kysely';
import type { DB } from './schema.gen.ts';

/** The database outside a transaction. */
export type Db = Kysely<DB>;

/** An open transaction. A function that must run inside one asks for it by this type. */
export type Tx = Transaction<DB>;
