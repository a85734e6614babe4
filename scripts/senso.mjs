// `npm run -s senso -- …`: the command line. Preparations are told on standard error.
import { endWith } from './console.mjs';
import { builtModule, prepare } from './prepare.mjs';

try {
  await prepare(['server'], { isQuiet: true });
} catch (error) {
  endWith(error);
}
process.setSourceMapsEnabled(true);
await import(builtModule('cli.js'));
