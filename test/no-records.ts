import type { ConsistencyInput } from '#core/consistency/records/records.ts';

/** Registers that hold nothing, for tests of what the checker finds to say what they do hold. */
export const NO_RECORDS: ConsistencyInput = {
  documents: [],
  targets: [],
  tasks: [],
  projects: [],
  gaps: [],
  indicatorScores: [],
  results: [],
  resources: [],
  reportingDuties: [],
  citations: [],
  scoreVerdicts: [],
  forecasts: [],
};
