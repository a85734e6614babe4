import { percentile } from './row.ts';

const ROUNDS = 7;

/** Seconds of both sides, the median of rounds in the order A B A B, so that a busy machine burdens both. */
export const timeBoth = async (
  ours: () => unknown,
  peer: () => unknown,
): Promise<{ readonly ours: number; readonly peer: number }> => {
  const seconds: Record<'ours' | 'peer', number[]> = { ours: [], peer: [] };
  const run = async (side: 'ours' | 'peer', work: () => unknown): Promise<void> => {
    const from = performance.now();
    await work();
    seconds[side].push((performance.now() - from) / 1000);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await run('ours', ours);
    await run('peer', peer);
  }
  return { ours: percentile(seconds.ours, 0.5), peer: percentile(seconds.peer, 0.5) };
};
