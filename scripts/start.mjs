// `npm start`: does what is missing, then serves until Ctrl-C.
import { endWith, Obstacle } from './console.mjs';
import { builtModule, prepare } from './prepare.mjs';

// A signal sent to npm ends npm and its shell without reaching us: when they are gone, stop as if it had been sent here.
const stopWithParent = () => {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
};

// A wrong configuration is told before the long building of the web.
const checkConfiguration = async () => {
  const { readConfig } = await import(builtModule('config.js'));
  try {
    readConfig(process.env);
  } catch (error) {
    throw error.name === 'StartProblem' ? new Obstacle(error.message) : error;
  }
};

try {
  await prepare(['server']);
  await checkConfiguration();
  await prepare(['web']);
} catch (error) {
  endWith(error);
}
process.env.NODE_ENV ??= 'production';
process.setSourceMapsEnabled(true);
if (process.env.npm_lifecycle_event === 'start') stopWithParent();
await import(builtModule('main.js'));
