import type { z } from 'zod';
import type { getTaskBoard } from '#features/execution/contract.ts';

/** The board of an area, as the board of tasks has it. */
export type AreaBoard = z.infer<(typeof getTaskBoard)['response']>;
