/** What a person may be: who registers plans, reports, signs, appraises, leads, runs the system, audits, or only looks. */
export const ROLES = [
  'coordinator',
  'reporter',
  'approver',
  'appraiser',
  'leader',
  'administrator',
  'auditor',
  'viewer',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that mean nothing without an organization: they reach only what concerns it. */
export const ROLES_OF_ORGANIZATIONS = [
  'reporter',
  'approver',
  'appraiser',
] as const satisfies readonly Role[];

/** Roles whose misuse would touch the figures of all: who holds one needs a second factor where that is required. */
export const ROLES_WITH_SECOND_FACTOR = [
  'coordinator',
  'administrator',
  'appraiser',
] as const satisfies readonly Role[];

/** What can be done to the system, named `noun.verb`. Each route states its action. */
export const ACTIONS = [
  'overview.read',
  'organization.read',
  'organization.write',
  'plan.read',
  'plan.import',
  'finding.decide',
  'measure-link.decide',
  'index.read',
  'framework.write',
  'data-value.write',
  'score-snapshot.write',
  'ranking.read',
  'map.read',
  'boundary.write',
  'improvement-plan.write',
  'scenario.write',
  'search.read',
  'session.read',
  'round.read',
  'round.write',
  'submission.read',
  'submission.write',
  'submission.sign',
  'submission.appraise',
  'execution.read',
  'execution.report',
  'execution.decide',
  'difficulty.read',
  'difficulty.raise',
  'difficulty.answer',
  'difficulty.rule',
  'difficulty.direct',
  'steering-committee.read',
  'steering-committee.write',
  'register.read',
  'register.write',
  'account.read',
  'account.write',
  'audit.read',
  'delivery-source.write',
  'job.read',
  'job.write',
  'calendar.write',
  'official-document.read',
  'official-document.write',
  'reminder.read',
  'reminder.write',
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * How far a permission goes: everybody's records, those of the holder's organization, those that it appraises, or the areas that the account
 * answers for as a member of the steering committee.
 */
export type Extent = 'all' | 'own' | 'appraised' | 'area';

type Permissions = Readonly<Partial<Record<Action, Extent>>>;

const OF_EVERYBODY = { 'session.read': 'all', 'organization.read': 'all' } as const satisfies Permissions;

/** Plans are official documents that every agency is sent. */
const OF_OFFICIALS = {
  ...OF_EVERYBODY,
  'plan.read': 'all',
  'search.read': 'all',
} as const satisfies Permissions;

/** The state of the province, with what agencies have not published. */
const OF_READERS = {
  ...OF_OFFICIALS,
  'overview.read': 'all',
  'index.read': 'all',
  'ranking.read': 'all',
  'map.read': 'all',
} as const satisfies Permissions;

const OF_OVERSIGHT = {
  ...OF_READERS,
  'round.read': 'all',
  'submission.read': 'all',
  'execution.read': 'all',
  'difficulty.read': 'all',
  'steering-committee.read': 'all',
  'register.read': 'all',
  'official-document.read': 'all',
  'reminder.read': 'all',
} as const satisfies Permissions;

const OF_AN_AGENCY = {
  ...OF_OFFICIALS,
  'submission.read': 'own',
  'submission.write': 'own',
  'execution.read': 'own',
  'execution.report': 'own',
  'difficulty.read': 'own',
  'difficulty.raise': 'own',
  'difficulty.answer': 'own',
  // Directors sit in the steering committee with the accounts of their agencies.
  'steering-committee.read': 'area',
  'register.read': 'own',
  'register.write': 'own',
  'official-document.read': 'own',
  'official-document.write': 'own',
} as const satisfies Permissions;

/** What each role may do, and how far it goes. What is not written here is denied. */
export const PERMISSIONS: Readonly<Record<Role, Permissions>> = {
  coordinator: {
    ...OF_OVERSIGHT,
    'organization.write': 'all',
    'plan.import': 'all',
    'finding.decide': 'all',
    'measure-link.decide': 'all',
    'framework.write': 'all',
    'data-value.write': 'all',
    'score-snapshot.write': 'all',
    'boundary.write': 'all',
    'improvement-plan.write': 'all',
    'scenario.write': 'all',
    'round.write': 'all',
    'submission.appraise': 'all',
    'execution.decide': 'all',
    'difficulty.answer': 'all',
    'difficulty.rule': 'all',
    'difficulty.direct': 'all',
    'steering-committee.write': 'all',
    'official-document.write': 'all',
    'reminder.write': 'all',
  },
  reporter: OF_AN_AGENCY,
  approver: { ...OF_AN_AGENCY, 'submission.sign': 'own' },
  appraiser: {
    ...OF_OFFICIALS,
    'submission.read': 'appraised',
    'submission.appraise': 'appraised',
    'register.read': 'all',
  },
  leader: { ...OF_OVERSIGHT, 'difficulty.rule': 'all' },
  administrator: {
    ...OF_EVERYBODY,
    'organization.write': 'all',
    'map.read': 'all',
    'boundary.write': 'all',
    'account.read': 'all',
    'account.write': 'all',
    'audit.read': 'all',
    'delivery-source.write': 'all',
    'job.read': 'all',
    'job.write': 'all',
    'calendar.write': 'all',
  },
  auditor: { ...OF_OVERSIGHT, 'account.read': 'all', 'audit.read': 'all' },
  viewer: OF_READERS,
};
