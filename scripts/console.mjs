// Progress for people, on standard error when standard output belongs to a result.

const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Runs a step and shows its name and how long it took. */
export const step = async (name, run, write = (line) => process.stdout.write(`${line}\n`)) => {
  const from = performance.now();
  write(`· ${name} …`);
  const result = await run();
  write(`✓ ${name} (${seconds(from)})`);
  return result;
};

/** A reason to end that the reader can act on. */
export class Obstacle extends Error {}

/** Ends the process with the reason, without a stack when it is an Obstacle. */
export const endWith = (error) => {
  process.stderr.write(`${error instanceof Obstacle ? error.message : error.stack}\n`);
  process.exit(error instanceof Obstacle ? 1 : 3);
};
