// Builds a part of the product into dist/: `node scripts/build.mjs server|web`.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const website = join(root, 'dist/web');
const WORTH_COMPRESSING = /\.(js|css|html|svg|json)$/;

const buildServer = async () => {
  const { build } = await import('esbuild');
  const outdir = join(root, 'dist/server');
  await rm(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: 'src/server/main.ts',
      cli: 'src/server/cli/main.ts',
      config: 'src/server/config.ts',
      'read-plan-worker': 'src/server/read/read-plan-worker.ts',
      'read-framework-worker': 'src/server/read/read-framework-worker.ts',
      'optimize-worker': 'src/server/optimize/optimize-worker.ts',
      'audit-worker': 'src/server/audit/audit-worker.ts',
      'report-worker': 'src/server/report/report-worker.ts',
    },
    ...{ outdir, bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20' },
    ...{ packages: 'external', sourcemap: true, logLevel: 'warning' },
  });
};

// Done once here, so that the server sends the smallest form without computing it for each visitor.
const compress = async (file) => {
  const content = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }));
};

const buildWeb = async () => {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  const files = await readdir(website, { recursive: true });
  await Promise.all(
    files.filter((name) => WORTH_COMPRESSING.test(name)).map((name) => compress(join(website, name))),
  );
};

const parts = { server: buildServer, web: buildWeb };
const build = parts[process.argv[2]];
if (!build) throw new Error('Name the part to build: server or web');
await build();
