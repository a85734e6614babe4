// `npm start`: does what is missing, then serves until Ctrl-C.
import { endWith } from './console.mjs';
import { builtModule, prepare } from './prepare.mjs';

try {
  await prepare(['server', 'web']);
} catch (error) {
  endWith(error);
}
process.env.NODE_ENV ??= 'production';
process.setSourceMapsEnabled(true);
await import(builtModule('main.js'));
