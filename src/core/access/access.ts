/** What a person may be. Full roles (reporter, approver, appraiser, leader, administrator, auditor) come with collection. */
export const ROLES = ['coordinator', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What can be done to the system, named `noun.verb`. Each route states its action. */
export const ACTIONS = [
  'overview.read',
  'organization.read',
  'organization.write',
  'plan.read',
  'plan.import',
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
] as const;
export type Action = (typeof ACTIONS)[number];

export interface Actor {
  readonly accountId: string;
  readonly role: Role;
}

const PERMITTED = {
  coordinator: new Set<Action>(ACTIONS),
  viewer: new Set<Action>(ACTIONS.filter((action) => action.endsWith('.read'))),
} as const satisfies Record<Role, ReadonlySet<Action>>;

/** Decides whether an actor may do an action. Nobody (undefined) may do nothing: deny by default. */
export const can = (actor: Actor | undefined, action: Action): boolean =>
  actor !== undefined && PERMITTED[actor.role].has(action);

/** All that the actor may do, for the web, which never computes permissions itself. */
export const permittedActions = (actor: Actor | undefined): readonly Action[] =>
  ACTIONS.filter((action) => can(actor, action));
