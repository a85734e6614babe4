import type { OrganizationKind } from '#core/organization/organization.ts';
import type { Framework } from './framework.ts';

type SubjectKind = Framework['subjectKind'];

/** The kinds of registered organizations that are subjects of a kind; enterprises and systems have no register here. */
const KINDS = {
  province: ['province'],
  agency: ['department', 'board', 'police', 'vertical-agency', 'public-service-unit'],
  commune: ['commune', 'ward', 'special-zone'],
  enterprise: null,
  system: null,
} as const satisfies Record<SubjectKind, readonly OrganizationKind[] | null>;

/** Kinds of organizations that a framework for this kind of subject scores. */
export const subjectKinds = (kind: 'province' | 'agency' | 'commune'): readonly OrganizationKind[] =>
  KINDS[kind];

/** Whether an organization of this kind may be scored; anything may where subjects are not registered by kind. */
export const isSubjectOfKind = (subjectKind: SubjectKind, kind: string): boolean => {
  const kinds: readonly string[] | null = KINDS[subjectKind];
  return kinds === null || kinds.includes(kind);
};
