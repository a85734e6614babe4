import { z } from 'zod';
import { FINDING_DECISIONS, FINDING_STATES } from '#core/consistency/finding-standing.ts';
import { FindingView } from './consistency.ts';
import { Instant } from './schemas.ts';

export const FindingState = z.enum(FINDING_STATES).meta({ id: 'FindingState' });
export type FindingState = z.infer<typeof FindingState>;

/** What a person decided about a contradiction. */
export const FindingDecision = z
  .object({
    decision: z.enum(FINDING_DECISIONS),
    note: z.string(),
    decidedAt: Instant,
    /** Name of whoever decided. */
    decidedBy: z.string().nullable(),
  })
  .meta({ id: 'FindingDecision' });
export type FindingDecision = z.infer<typeof FindingDecision>;

/** An agency that leads an item of a contradiction; the code is null while its name is not known. */
const FindingAgency = z
  .object({ code: z.string().nullable(), name: z.string(), abbreviation: z.string().nullable() })
  .meta({ id: 'FindingAgency' });
export type FindingAgency = z.infer<typeof FindingAgency>;

/** A contradiction with how it stands. */
export const DecidedFinding = FindingView.extend({
  /** SHA-256 of its facts: another one as soon as they change. */
  fingerprint: z.string(),
  /** Who leads the items on its sides. */
  leads: z.array(FindingAgency),
  state: FindingState,
  /** The latest decision about these facts. */
  decision: FindingDecision.nullable(),
  /** How often it has been decided: what the next decision follows. */
  version: z.number().int(),
  /** The decision about what the facts were before: they have changed, so that it is open again. */
  outdated: FindingDecision.nullable(),
}).meta({ id: 'DecidedFinding' });
export type DecidedFinding = z.infer<typeof DecidedFinding>;
