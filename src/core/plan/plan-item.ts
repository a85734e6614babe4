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

/** The form in which a document gives work. */
export const TASK_FORMS = ['table-row', 'prose-block', 'assignment'] as const;

/** What a document does with another that it names. */
export const CITATION_ROLES = [
  'self',
  'legal-basis',
  'cited',
  'footnote',
  'register-row',
  'planned',
] as const;
export type CitationRole = (typeof CITATION_ROLES)[number];

/** How often something must be reported. */
export const REPORT_FREQUENCIES = [
  'once',
  'monthly',
  'quarterly',
  'half-yearly',
  'yearly',
  'ad-hoc',
  'other',
] as const;

/** How the day of a reporting duty binds. */
export const DUTY_COMPARATORS = ['<', '<=', '=', 'range'] as const satisfies readonly Comparator[];

/** What the register has of a document: a reading that people reviewed, or the document itself. */
export const DOCUMENT_ORIGINS = ['reviewed-reading', 'document'] as const;

/** What has become of a file that was offered to the registers. */
export const IMPORT_STATES = ['draft', 'accepted', 'discarded', 'undone'] as const;

/** What an accepted import did to an item, or that the import was undone. */
export const ITEM_CHANGES = [
  'registered',
  'quoted',
  'replaced',
  'amended',
  'taken-over',
  'mentioned',
  'ended',
  'undone',
] as const;
export type ItemChangeKind = (typeof ITEM_CHANGES)[number];
