import { type Decimal, ZERO } from '#core/kernel/decimal.ts';
import type { ImprovementPlan, PlanStep } from './improvement-plan.ts';

/** What one agency must deliver for a plan. */
export interface AgencyDuty {
  /** Code of the agency, or its name as the framework writes it. */
  readonly agency: string;
  /** The steps that it leads, alone or with others. */
  readonly steps: readonly PlanStep[];
  /** Its part of their effort: agencies that lead together share evenly. */
  readonly effort: Decimal;
  /** Points that hang on it: all that its steps bring, also where others lead with it. */
  readonly gain: Decimal;
}

/** Lists the duties of each agency, the one with the most points first. */
export const listAgencyDuties = (plan: ImprovementPlan): readonly AgencyDuty[] => {
  const duties = new Map<string, AgencyDuty>();
  for (const step of plan.steps) {
    const { leadAgencies } = step.option;
    for (const agency of leadAgencies) {
      const so = duties.get(agency) ?? { agency, steps: [], effort: ZERO, gain: ZERO };
      duties.set(agency, {
        agency,
        steps: [...so.steps, step],
        effort: so.effort.plus(step.effort.dividedBy(leadAgencies.length)),
        gain: so.gain.plus(step.gain),
      });
    }
  }
  return [...duties.values()].sort(
    (a, b) => b.gain.comparedTo(a.gain) || a.agency.localeCompare(b.agency, 'en'),
  );
};
