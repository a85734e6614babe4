import { handle, type HandledRoute } from '#server/http/handler.ts';
import { addReviewStep } from './review-contract.ts';
import { addStep } from './review-import.ts';
import { importContextOf } from '#features/plan-import/routes.ts';

/** Steps of the review of a file before it enters the registers. */
export const planReviewRoutes: readonly HandledRoute[] = [
  handle(addReviewStep, ({ params, body }, context) => addStep(importContextOf(context), params.id, body)),
];
