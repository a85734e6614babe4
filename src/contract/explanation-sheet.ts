import { z } from 'zod';
import { KEPT_ORIGINS } from '#core/score-snapshot/snapshot.ts';
import { ScoreState, SourcePlace } from './index-score.ts';
import {
  AgencyReference,
  DataItem,
  DataValue,
  FieldProvenance,
  LocalizedText,
  PointsRange,
} from './scoring.ts';
import { Rule } from './scoring-rule.ts';
import { TraceStep } from './scoring-trace.ts';
import { DecimalText, Instant } from './schemas.ts';

/** A figure as the explanation of a score shows it: with where it came from. */
const SheetValue = z
  .object({
    item: DataItem,
    value: DataValue,
    origin: z.enum(KEPT_ORIGINS).nullable(),
    note: LocalizedText.nullable(),
    place: SourcePlace.nullable(),
    changedAt: Instant.nullable(),
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'SheetValue' });
export type SheetValue = z.infer<typeof SheetValue>;

/** A component as the explanation of a score shows it: its data, its rule and the way to its points. */
export const SheetComponent = z
  .object({
    code: z.string(),
    depth: z.number().int(),
    kind: z.enum(['group', 'indicator']),
    name: LocalizedText,
    maximum: DecimalText,
    points: PointsRange,
    state: ScoreState,
    rule: Rule.nullable(),
    steps: z.array(TraceStep),
    values: z.array(SheetValue),
    /** Of an indicator: where its maximum, its rule and its data items come from. */
    provenance: z
      .object({ maximumPoints: FieldProvenance, rule: FieldProvenance, dataItems: FieldProvenance })
      .nullable(),
    evidence: LocalizedText.nullable(),
    leadAgencies: z.array(AgencyReference),
  })
  .meta({ id: 'SheetComponent' });
export type SheetComponent = z.infer<typeof SheetComponent>;
