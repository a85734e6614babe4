// Runs jobs of one kind that never end, in a process of its own, until it is killed. Its argument is the address of a database.
import { pino } from 'pino';
import { z } from 'zod';
import { openAsApplication, type DatabaseAddress } from '#server/db/connect.ts';
import { jobKind } from '#server/jobs/job-kind.ts';
import { openJobRunner } from '#server/jobs/job-runner.ts';

const { db } = openAsApplication(JSON.parse(process.argv[2] ?? '{}') as DatabaseAddress);
const endless = jobKind({
  ...{ name: 'lotus.count', lane: 'short', payload: z.object({ pond: z.number() }) },
  run: (_payload, { tell }) => {
    tell(0.5, 'counting');
    process.stdout.write('begun\n');
    return new Promise(() => undefined);
  },
});
openJobRunner({
  ...{ db, kinds: [endless], logger: pino({ level: 'silent' }) },
  pace: { pollMilliseconds: 20, heartbeatMilliseconds: 50, leaseSeconds: 1 },
});
