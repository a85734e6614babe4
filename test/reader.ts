import { buildAgencyDirectory } from '#core/organization/directory.ts';
import type { Organization } from '#core/organization/organization.ts';
import { readPlan } from '#core/plan-reading/read-plan.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import agencies from '#data/organizations/agencies.json' with { type: 'json' };
import communes from '#data/organizations/communes.json' with { type: 'json' };

/** The directory of the demonstration province. */
export const directory = buildAgencyDirectory([...agencies, ...communes] as unknown as Organization[]);

/** Reads lines of an invented plan with the directory of the demonstration province. */
export const readLines = (...lines: readonly string[]): PlanReading =>
  readPlan(lines.join('\n'), { agencies: directory, fileName: 'invented.md' });
