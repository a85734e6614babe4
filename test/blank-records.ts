import type {
  AgencyRecord,
  CitationRecord,
  DocumentRecord,
  GapRecord,
  ProjectRecord,
  TargetRecord,
  TaskRecord,
} from '#core/consistency/records/records.ts';

/** Records that say nothing yet, for tests of what the checker finds to say what they do say. */
const UNPLACED = { appendix: null, section: null, order: null };

export const BLANK_DOCUMENT: Omit<DocumentRecord, 'id'> = {
  issuedOn: null,
  year: 2026,
  subject: 'province',
  scope: '',
  head: null,
};

export const BLANK_AGENCY: Omit<AgencyRecord, 'name' | 'asWritten'> = {
  code: null,
  kind: 'department',
  memberKinds: [],
  validTo: null,
};

export const BLANK_TARGET: Omit<TargetRecord, 'place' | 'name'> = {
  ...UNPLACED,
  indicatorCode: null,
  comparator: '>=',
  value: null,
  unit: '%',
  basis: null,
  year: null,
  due: null,
  baseline: null,
  phases: [],
  actuals: [],
  plannedValues: [],
  leads: [],
  verdict: null,
  embedded: false,
};

export const BLANK_TASK: Omit<TaskRecord, 'place' | 'name'> = {
  ...UNPLACED,
  kind: 'table-row',
  due: null,
  leads: [],
  coordinating: [],
  expectedResult: null,
};

export const BLANK_PROJECT: Omit<ProjectRecord, 'place' | 'name'> = {
  ...UNPLACED,
  due: null,
  investors: [],
};

export const BLANK_GAP: Omit<GapRecord, 'place' | 'name'> = {
  indicatorCode: null,
  score: null,
  maximumScore: null,
  currentValue: null,
  currentUnit: null,
  numerator: null,
  denominator: null,
  year: null,
  leads: [],
};

export const BLANK_CITATION: Omit<CitationRecord, 'place'> = {
  role: 'cited',
  docType: null,
  docNumber: null,
  issuedOn: null,
  issuer: null,
  title: null,
  locality: null,
  quote: null,
};
