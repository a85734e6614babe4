// `npm run bench`: prepares like `npm start`, then measures. `-- --json` prints one object, `-- --start` adds a
// fresh clone, and names such as `-- ranking collection` measure those alone.
import { endWith } from './console.mjs';
import { prepare, run } from './prepare.mjs';

try {
  await prepare(['server', 'web'], { isQuiet: true, withDevelopment: true });
  await run(process.execPath, ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)]);
} catch (error) {
  endWith(error);
}
