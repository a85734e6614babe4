import type { Clock } from '#core/kernel/clock.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import type { Db } from '#server/db/database.ts';

/** What the exit code of a command means, and of the server: a wrong configuration is refused like any input. */
export const EXIT = { done: 0, refused: 1, wrongUsage: 2, systemFault: 3 } as const;

/** What a command is given: where to write, in which form, and the database when it asks for it. */
export interface CliContext {
  /** Output for machines was asked for; known once the command runs. */
  readonly isJson: () => boolean;
  /** Writes a line to standard output. */
  readonly out: (line: string) => void;
  /** Writes a line to standard error: progress and remarks, never results. */
  readonly err: (line: string) => void;
  /** Writes a result: the value as JSON with `--json`, otherwise the lines for people. */
  readonly print: (value: unknown, lines: () => readonly string[]) => void;
  /** Says why it can't be done, in the command's own words if given or as JSON, and sets the exit code. */
  readonly refuse: (refusal: Refusal, words?: readonly string[]) => void;
  /** Opens the migrated database on first use: beside a running server, or by starting the embedded one for a while. */
  readonly openDatabase: () => Promise<Db>;
  readonly clock: Clock;
}
