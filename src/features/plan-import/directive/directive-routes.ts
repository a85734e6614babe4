import { handle, type HandledRoute } from '#server/http/handler.ts';
import { importContextOf } from '#features/plan-import/routes.ts';
import { enterDirective } from './directive-contract.ts';
import { enterDirectiveByHand } from './enter-directive.ts';

/** Directives, conclusions and inspections that are entered by hand. */
export const directiveRoutes: readonly HandledRoute[] = [
  handle(enterDirective, ({ body }, context) => enterDirectiveByHand(importContextOf(context), body)),
];
