// `npm start`: does what is missing, then serves until Ctrl-C.
import { endWith } from './console.mjs';
import { builtModule, prepare } from './prepare.mjs';

process.env.NODE_ENV ??= 'production';
try {
  await prepare(['server', 'web']);
} catch (error) {
  endWith(error);
}
process.setSourceMapsEnabled(true);
await import(builtModule('main.js'));
