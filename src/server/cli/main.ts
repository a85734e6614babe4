import { CommanderError } from 'commander';
import { StartProblem } from '#server/start-problem.ts';
import { EXIT } from './cli-context.ts';
import { openContext } from './open-context.ts';
import { buildProgram } from './program.ts';

const isJson = (): boolean => process.argv.includes('--json');
const { context, close } = openContext(isJson);

const exitCodeOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
  context.err(
    error instanceof StartProblem ? error.message : String(error instanceof Error ? error.stack : error),
  );
  return error instanceof StartProblem ? EXIT.refused : EXIT.systemFault;
};

try {
  await buildProgram(context).parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
} finally {
  await close();
}
