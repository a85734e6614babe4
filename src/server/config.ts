import { join, resolve } from 'node:path';
import { z } from 'zod';
import {
  AuthenticationEnvironment,
  readAuthentication,
  reportAuthentication,
  type AuthenticationConfig,
} from './auth/authentication-config.ts';
import { readScannerAddress, type ScannerAddress } from './files/virus-scanner.ts';
import { MailEnvironment, readMail, reportMail, type MailSettings } from './mail/mail-config.ts';
import { projectRoot } from './project-root.ts';
import { StartProblem } from './start-problem.ts';
import {
  readWebhook,
  reportWebhook,
  WebhookEnvironment,
  type WebhookSettings,
} from './webhook/webhook-config.ts';

const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost'];

const PostgresAddress = z
  .string()
  .refine((text) => /^postgres(ql)?:$/.test(URL.canParse(text) ? new URL(text).protocol : ''), {
    error: 'must be postgres://user:password@host:port/database',
  });

const portProblem = 'must be a number from 0 to 65535 (0 picks a free one)';

const limitProblem = 'must be a number of megabytes from 1 to 200';

const Environment = z
  .object({
    PORT: z.coerce
      .number({ error: portProblem })
      .int(portProblem)
      .min(0, portProblem)
      .max(65535, portProblem)
      .default(3000),
    HOST: z.string().min(1, 'must not be empty').default('127.0.0.1'),
    SENSO_DATA_DIR: z.string().min(1, 'must not be empty').default(join(projectRoot, '.senso')),
    DATABASE_URL: PostgresAddress.optional(),
    SENSO_OWNER_DATABASE_URL: PostgresAddress.optional(),
    SENSO_PROFILE: z
      .enum(['demonstration', 'production'], { error: 'must be demonstration or production' })
      .default('demonstration'),
    SENSO_LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' })
      .optional(),
    SENSO_BEHIND_PROXY: z
      .string()
      .regex(/^(yes|no|[1-9])$/, 'must be yes, no, or the number of proxies one behind another, 1 to 9')
      .default('no')
      .transform((text) => (text === 'no' ? 0 : text === 'yes' ? 1 : Number(text))),
    SENSO_EVIDENCE_LIMIT_MB: z.coerce
      .number({ error: limitProblem })
      .int(limitProblem)
      .min(1, limitProblem)
      .max(200, limitProblem)
      .default(25),
    SENSO_CLAMD: z
      .string()
      .refine((text) => readScannerAddress(text) !== undefined, {
        error: 'must be unix:/path/to/clamd.ctl or tcp://host:port',
      })
      .optional(),
  })
  .extend(AuthenticationEnvironment.shape)
  .extend(MailEnvironment.shape)
  .extend(WebhookEnvironment.shape)
  .refine((found) => found.DATABASE_URL !== undefined || found.SENSO_OWNER_DATABASE_URL === undefined, {
    path: ['SENSO_OWNER_DATABASE_URL'],
    error: 'needs DATABASE_URL beside it',
  })
  .superRefine(reportAuthentication)
  .superRefine(reportMail)
  .superRefine(reportWebhook)
  .superRefine((environment, context) => {
    if (environment.SENSO_PROFILE !== 'demonstration' || LOOPBACK_HOSTS.includes(environment.HOST)) return;
    context.addIssue({
      code: 'custom',
      path: ['HOST'],
      message: `must be one of ${LOOPBACK_HOSTS.join(', ')}: the demonstration's passwords are public. Set SENSO_PROFILE=production to serve others`,
    });
  });

/** What the operator decides, by environment variables. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  /** An outside PostgreSQL; otherwise the embedded one. */
  readonly databaseUrl: string | undefined;
  /** The same database with its owner's rights, for migrations, when `databaseUrl` has fewer. */
  readonly ownerDatabaseUrl: string | undefined;
  readonly profile: 'demonstration' | 'production';
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Proxies in front of us that may be believed about the client. */
  readonly proxyHops: number;
  readonly authentication: AuthenticationConfig;
  /** The largest file of evidence, in bytes. */
  readonly evidenceLimitBytes: number;
  /** A ClamAV daemon that looks into files of evidence before they are kept. */
  readonly scannerAddress: ScannerAddress | undefined;
  /** A mail server; without one nothing is sent by e-mail. */
  readonly mail: MailSettings | undefined;
  /** Where reminders are posted to; without it nothing is. */
  readonly webhook: WebhookSettings | undefined;
}

// A variable that is set to nothing counts as not set, as in a file of settings with empty lines.
const given = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

/** Reads the configuration. Throws a StartProblem that names everything that is wrong with it. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => {
  const result = Environment.safeParse(given(environment));
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
    throw new StartProblem(`The configuration is not right:\n${problems.join('\n')}`);
  }
  const found = result.data;
  return {
    port: found.PORT,
    host: found.HOST,
    dataDirectory: resolve(found.SENSO_DATA_DIR),
    databaseUrl: found.DATABASE_URL,
    ownerDatabaseUrl: found.SENSO_OWNER_DATABASE_URL,
    profile: found.SENSO_PROFILE,
    logLevel: found.SENSO_LOG_LEVEL ?? (found.SENSO_PROFILE === 'demonstration' ? 'warn' : 'info'),
    proxyHops: found.SENSO_BEHIND_PROXY,
    authentication: readAuthentication(found, found.SENSO_PROFILE),
    evidenceLimitBytes: found.SENSO_EVIDENCE_LIMIT_MB * 1024 * 1024,
    scannerAddress: found.SENSO_CLAMD === undefined ? undefined : readScannerAddress(found.SENSO_CLAMD),
    mail: readMail(found),
    webhook: readWebhook(found),
  };
};
