import { parentPort } from 'node:worker_threads';
import type { MixedIntegerModel } from '#core/improvement-plan/mixed-integer-model.ts';
import { solveModel } from './solve-model.ts';

/** One model to be solved. */
export interface OptimizeOrder {
  readonly model: MixedIntegerModel;
  readonly limitSeconds: number;
}

parentPort?.on('message', ({ model, limitSeconds }: OptimizeOrder) => {
  void solveModel(model, limitSeconds).then((solution) => parentPort?.postMessage(solution));
});
