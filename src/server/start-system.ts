import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Authentication } from './auth/authentication.ts';
import { openAuthentication } from './auth/authentication-config.ts';
import {
  demonstrationAccounts,
  ensureDemonstrationAccounts,
  findActor,
  jobKinds,
  routes,
  tendJobs,
} from './compose.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { openAsApplication, type OpenDatabase } from './db/connect.ts';
import { migrate } from './db/migrate.ts';
import { openDatabaseServer } from './db/open-server.ts';
import { enterDemonstrationCommittee } from './demonstration/enter-committee.ts';
import { loadDemonstration } from './demonstration/load.ts';
import { openFilesOf } from './files/evidence-files.ts';
import { loadReference } from './load-reference.ts';
import { buildApp } from './http/app.ts';
import { claimProfile, loadOnce } from './installation.ts';
import { openJobRunner } from './jobs/job-runner.ts';
import { openMailer, type Mailer } from './mail/mailer.ts';
import { createLogger } from './observe/logger.ts';
import { productVersion, projectRoot } from './project-root.ts';
import { openRankingAuditor, type RankingAuditor } from './audit/ranking-auditor.ts';
import { openOptimizer, type Optimizer } from './optimize/optimizer.ts';
import { refreshCalendar } from './registers/entered-days.ts';
import { keepRecurrences } from './registers/kept-recurrences.ts';
import {
  openDocumentRenderer,
  openLargeDocumentRenderer,
  type DocumentRenderer,
} from './report/document-renderer.ts';
import { openFrameworkReader, type FrameworkReader } from './read/framework-reader.ts';
import { openLargePlanReader, openPlanReader, type PlanReader } from './read/plan-reader.ts';
import { StartProblem } from './start-problem.ts';
import { openWebhook, type Webhook } from './webhook/webhook.ts';
import { processCaller } from '#server/db/audit.ts';

const CALENDAR_MILLISECONDS = 15_000;
const TENDING_MILLISECONDS = 15_000;

/** A system that serves. */
export interface RunningSystem {
  readonly address: string;
  /** Lets running requests end, then closes the database. */
  readonly stop: () => Promise<void>;
}

/** Who follows a start, and may end it. */
export interface StartOptions {
  /** Takes a line about what is being done, for the operator. */
  readonly report: (line: string) => void;
  /** Told when the database server does not stay up. */
  readonly onLost: (reason: string) => void;
  /** Ends the start after the step that is under way. */
  readonly stopping: AbortSignal;
}

const loadDemonstrationProvince = async (
  { db }: OpenDatabase,
  { report, stopping }: StartOptions,
): Promise<void> => {
  const load = () => {
    report('Loading the demonstration province');
    return loadDemonstration(db, systemClock, stopping);
  };
  await loadOnce(db, systemClock, load);
  // After the organizations that accounts hold their roles for.
  await ensureDemonstrationAccounts(
    { db, clock: systemClock, caller: processCaller('demonstration') },
    demonstrationAccounts,
  );
  // After the accounts of its members.
  await enterDemonstrationCommittee(db, systemClock);
};

const websiteDirectory = (): string | undefined => {
  const directory = join(projectRoot, 'dist', 'web');
  return existsSync(join(directory, 'index.html')) ? directory : undefined;
};

const listen = async (app: FastifyInstance, { host, port }: Config): Promise<string> => {
  await app.listen({ host, port }).catch((error: unknown) => {
    throw new StartProblem(
      `${host}:${String(port)} can't be listened on; set PORT or HOST. ${String(error)}`,
    );
  });
  const { port: chosen } = app.server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(chosen)}`;
};

const serve = async (
  config: Config,
  database: OpenDatabase,
  outside: {
    readonly authentication: Authentication;
    readonly mailer: Mailer | undefined;
    readonly webhook: Webhook | undefined;
    readonly planReader: PlanReader;
    readonly frameworkReader: FrameworkReader;
    readonly optimizer: Optimizer;
    readonly rankingAuditor: RankingAuditor;
    readonly documentRenderer: DocumentRenderer;
  },
): Promise<{ app: FastifyInstance; address: string }> => {
  const website = websiteDirectory();
  const app = await buildApp({
    routes,
    ports: {
      db: database.db,
      clock: systemClock,
      installation: { profile: config.profile, version: productVersion },
      findActor,
      evidenceFiles: await openFilesOf(config),
      ...outside,
      isDatabaseReady: database.isReady,
    },
    logger: createLogger(config.logLevel),
    proxyHops: config.proxyHops,
    ...(website !== undefined && { websiteDirectory: website }),
  });
  return { app, address: await listen(app, config) };
};

// A new database has all steps: their names are of use when a few are new.
const MOST_NAMED = 5;

const describeSteps = (steps: readonly string[]): string =>
  steps.length <= MOST_NAMED ? steps.join(', ') : `${String(steps.length)} steps, to ${steps.at(-1) ?? ''}`;

/**
 * Starts everything in order: database, migrations, demonstration, HTTP. On a problem nothing is left running,
 * nor when it is stopped meanwhile: then it throws the reason of the signal.
 */
export const startSystem = async (config: Config, options: StartOptions): Promise<RunningSystem> => {
  const { report, onLost, stopping } = options;
  const logger = createLogger(config.logLevel);
  const watcher = {
    onRestart: (reason: string) => logger.error({ reason }, 'the database server ended and is started again'),
    onLost,
  };
  const server = await openDatabaseServer(config, { report, whenInUse: 'refuse', watcher });
  let database: OpenDatabase | undefined;
  try {
    stopping.throwIfAborted();
    const applied = await migrate(server.address);
    if (applied.length > 0) report(`Migrated the database: ${describeSteps(applied)}`);
    database = openAsApplication(server.applicationAddress, (err) =>
      logger.warn({ err }, 'database connection lost'),
    );
    stopping.throwIfAborted();
    await claimProfile(database.db, config.profile, systemClock);
    await loadReference(database.db, systemClock);
    if (config.profile === 'demonstration') await loadDemonstrationProvince(database, options);
    await keepRecurrences(database.db);
    await refreshCalendar(database.db);
    stopping.throwIfAborted();
    const workers = join(projectRoot, 'dist', 'server');
    const readPlans = { workerFile: join(workers, 'read-plan-worker.js') };
    const planReader = openPlanReader(readPlans);
    const largePlanReader = openLargePlanReader(readPlans);
    const frameworkReader = openFrameworkReader({ workerFile: join(workers, 'read-framework-worker.js') });
    const optimizer = openOptimizer({ workerFile: join(workers, 'optimize-worker.js') });
    const rankingAuditor = openRankingAuditor({ workerFile: join(workers, 'audit-worker.js') });
    const renderPapers = { workerFile: join(workers, 'report-worker.js') };
    const documentRenderer = openDocumentRenderer(renderPapers);
    const largeDocumentRenderer = openLargeDocumentRenderer(renderPapers);
    const threads = { planReader, frameworkReader, optimizer, rankingAuditor, documentRenderer };
    const mailer = config.mail && openMailer(config.mail, logger);
    const webhook = config.webhook && openWebhook(config.webhook, logger);
    const authentication = openAuthentication(config.authentication, config.dataDirectory);
    const { app, address } = await serve(config, database, { ...threads, authentication, mailer, webhook });
    const opened = database;
    const { secretBox } = authentication;
    const jobPorts = {
      ...{ db: opened.db, clock: systemClock, largePlanReader, largeDocumentRenderer },
      ...{ mailer, webhook, secretBox },
    };
    const kinds = jobKinds(jobPorts);
    const tend = (): void =>
      void tendJobs(jobPorts).catch((error: unknown) => {
        logger.warn({ err: error }, 'what is due by the clock could not be asked for');
      });
    const tendingTimer = setInterval(tend, TENDING_MILLISECONDS);
    tend();
    // Another server may have been told of a holiday.
    const calendarTimer = setInterval(
      () => void refreshCalendar(opened.db).catch(() => undefined),
      CALENDAR_MILLISECONDS,
    );
    const jobRunner = openJobRunner({ db: opened.db, kinds, logger });
    return {
      address,
      stop: async () => {
        clearInterval(calendarTimer);
        clearInterval(tendingTimer);
        await jobRunner.close();
        largePlanReader.close();
        planReader.close();
        frameworkReader.close();
        await optimizer.close();
        await rankingAuditor.close();
        await documentRenderer.close();
        await largeDocumentRenderer.close();
        await app.close();
        mailer?.close();
        await opened.close();
        await server.stop();
      },
    };
  } catch (error) {
    await database?.close();
    await server.stop();
    throw error;
  }
};
