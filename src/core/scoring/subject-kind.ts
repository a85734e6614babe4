import type { OrganizationKind } from '#core/organization/organization.ts';
import type { SubjectKind } from './framework.ts';

const KINDS: Readonly<Record<SubjectKind, readonly OrganizationKind[] | null>> = {
  province: ['province'],
  agency: ['department', 'board', 'police', 'vertical-agency', 'public-service-unit'],
  commune: ['commune', 'ward', 'special-zone'],
  // They have no register here.
  enterprise: null,
  system: null,
};

/** Kinds of registered organizations that a framework for this kind of subject scores; none where nothing registers them. */
export const kindsOfSubjects = (kind: SubjectKind): readonly OrganizationKind[] => KINDS[kind] ?? [];

/** Whether an organization of this kind may be scored; anything may where subjects are not registered by kind. */
export const isSubjectOfKind = (subjectKind: SubjectKind, kind: string): boolean => {
  const kinds: readonly string[] | null = KINDS[subjectKind];
  return kinds === null || kinds.includes(kind);
};
