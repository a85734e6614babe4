// `npm run -s senso -- …`: the command line. Preparations are told on standard error.
import { endWith } from './console.mjs';
import { prepare } from './prepare.mjs';

try {
  await prepare(['server'], { isQuiet: true });
} catch (error) {
  endWith(error);
}
process.setSourceMapsEnabled(true);
await import('../dist/server/cli.js');
