import type { PlanRemark } from '#core/improvement-plan/plan-remarks.ts';

/** Sentences about improvement plans, in one language. */
export interface PlanWording {
  /** A remark as a sentence; `nameOf` gives a step's name by the id of its option. */
  readonly remark: (remark: PlanRemark, nameOf: (option: string) => string) => string;
}
