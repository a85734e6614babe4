import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { v7 as newId } from 'uuid';
import type { TestProject } from 'vitest/node';
import type { DatabaseAddress } from '#server/db/connect.ts';
import { bundleWorkers } from './workers.ts';
import { openEmbeddedPostgres } from '#server/db/embedded-postgres.ts';

/** The server that the tests of one run share. */
export interface DatabaseServer {
  /** Leads to a maintenance database, with the right to create others. */
  readonly address: DatabaseAddress;
  /** Names of this run's databases begin with it. */
  readonly prefix: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly databaseServer: DatabaseServer;
    /** The built module of the thread that reads plans. */
    readonly planWorker: string;
    /** The built module of the thread that reads frameworks. */
    readonly frameworkWorker: string;
    /** The built module of the thread that optimizes. */
    readonly optimizeWorker: string;
    /** The built module of the thread that audits rankings. */
    readonly auditWorker: string;
    readonly reportWorker: string;
  }
}

const dropDatabases = async ({ address, prefix }: DatabaseServer): Promise<void> => {
  const client = new pg.Client({ ...address });
  await client.connect();
  const found = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  for (const { name } of found.rows) await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
};

const startEmbedded = async (): Promise<{ address: DatabaseAddress; stop: () => Promise<void> }> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'senso-test-'));
  // The database server's user must be able to enter.
  chmodSync(dataDirectory, 0o755);
  const server = await openEmbeddedPostgres({ dataDirectory, report: () => undefined, whenInUse: 'refuse' });
  return {
    address: server.address('postgres'),
    stop: async () => {
      await server.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
};

/** Starts the embedded server for a run of tests, or uses the one that TEST_DATABASE_URL names. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.TEST_DATABASE_URL;
  const started = outside
    ? { address: { connectionString: outside }, stop: () => Promise.resolve() }
    : await startEmbedded();
  const server = { address: started.address, prefix: `senso_test_${newId().slice(-12)}_` };
  project.provide('databaseServer', server);
  const workers = await bundleWorkers();
  project.provide('planWorker', workers.planWorker);
  project.provide('frameworkWorker', workers.frameworkWorker);
  project.provide('optimizeWorker', workers.optimizeWorker);
  project.provide('auditWorker', workers.auditWorker);
  project.provide('reportWorker', workers.reportWorker);
  return async () => {
    if (outside) await dropDatabases(server);
    await started.stop();
    workers.remove();
  };
}
