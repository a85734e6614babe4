/** The kinds that are registers of their own: what the province works through. */
export const REGISTER_KINDS = ['target', 'task', 'project', 'gap'] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

/** Everything a document can say, one row per statement. */
export const ITEM_KINDS = [
  ...REGISTER_KINDS,
  'indicator-score',
  'reporting-duty',
  'cited-document',
  'result',
  'resource',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What an agency has to do with an item. */
export const AGENCY_ROLES = [
  'lead',
  'coordinating',
  'investor',
  'recipient',
  'issuing',
  'reporting',
] as const;
export type AgencyRole = (typeof AGENCY_ROLES)[number];

/** Roles in which an agency answers for an item, rather than helps or receives. */
export const ANSWERING_ROLES = ['lead', 'investor', 'reporting'] as const satisfies readonly AgencyRole[];

/** How a value binds: `maintain` keeps the level, `increase` is a change, `qualitative` has no number. */
export const COMPARATORS = [
  '=',
  '>=',
  '>',
  '<',
  '<=',
  'maintain',
  'increase>=',
  'increase>',
  'approx',
  'range',
  'qualitative',
] as const;
export type Comparator = (typeof COMPARATORS)[number];
