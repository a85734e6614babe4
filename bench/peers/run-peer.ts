import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#server/project-root.ts';

/** A program that a measure is compared with. */
export interface Peer {
  readonly name: string;
  readonly command: string;
  /** Shows that it is installed: must end without an error. */
  readonly check: readonly string[];
  readonly script: string;
}

/** Tells whether the peer is installed here. */
export const isInstalled = ({ command, check }: Peer): boolean => spawnSync(command, check).status === 0;

/** Runs the peer's script in its own process and returns the seconds that the script itself measured, without its start. */
export const runPeer = (peer: Peer, args: readonly (string | number)[]): number => {
  const script = join(projectRoot, 'bench', 'peers', peer.script);
  const { status, stdout, stderr } = spawnSync(peer.command, [script, ...args.map(String)], {
    encoding: 'utf8',
  });
  const seconds = Number(stdout.trim().split('\n').at(-1));
  if (status !== 0 || !(seconds > 0)) throw new Error(`${peer.name}: ${stderr || stdout}`);
  return seconds;
};
