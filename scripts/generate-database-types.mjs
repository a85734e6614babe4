// Writes src/server/db/schema.gen.ts from a database that has been through all migrations.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register();
const { openEmbeddedPostgres } = await import('#server/db/embedded-postgres.ts');
const { migrate } = await import('#server/db/migrate.ts');

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, 'src/server/db/schema.gen.ts');
const isCheck = process.argv.includes('--verify');
const dataDirectory = mkdtempSync(join(tmpdir(), 'senso-types-'));
// The database server's user must be able to enter.
chmodSync(dataDirectory, 0o755);
const types = { timestamptz: 'string', date: 'string', numeric: 'string', int8: 'number' };

const generate = (url) => {
  const command = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js');
  const result = spawnSync(
    process.execPath,
    [
      ...[
        command,
        '--dialect',
        'postgres',
        '--url',
        url,
        '--out-file',
        target,
        '--exclude-pattern',
        'schema_migration',
      ],
      ...['--type-mapping', JSON.stringify(types), '--log-level', 'error', ...(isCheck ? ['--verify'] : [])],
    ],
    { stdio: 'inherit' },
  );
  return result.status ?? 1;
};

const server = await openEmbeddedPostgres({ dataDirectory, report: () => undefined, whenInUse: 'refuse' });
try {
  const address = server.address('postgres');
  await migrate(address);
  const socket = encodeURIComponent(address.host);
  const user = `${address.user}:${encodeURIComponent(address.password)}`;
  const place = address.host.startsWith('/')
    ? `localhost/postgres?host=${socket}&port=${address.port}`
    : `${address.host}:${address.port}/postgres`;
  process.exitCode = generate(`postgres://${user}@${place}`);
} finally {
  await server.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
}
