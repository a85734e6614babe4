// Derives the states of all tasks in a process of its own, until it is killed. Its arguments are the address of a database and a day.
import { plainDate } from '#core/kernel/plain-date.ts';
import { openAsApplication, type DatabaseAddress } from '#server/db/connect.ts';
import { refreshTaskStandings } from '#server/registers/task-standings.ts';

const [address = '{}', day = ''] = process.argv.slice(2);
const { db } = openAsApplication(JSON.parse(address) as DatabaseAddress);
await refreshTaskStandings(db, plainDate(day));
