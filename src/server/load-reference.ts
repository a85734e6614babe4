import type { Clock } from '#core/kernel/clock.ts';
import { ensureFrameworks } from '#features/index-score/initial-figures.ts';
import { ensureOrganizations } from '#features/organization/service.ts';
import type { Db } from '#server/db/database.ts';
import { referenceFrameworks } from './reference/frameworks.ts';
import { referenceOrganizations } from './reference/organizations.ts';
import { processCaller } from '#server/db/audit.ts';

/**
 * Registers what every installation needs before anyone can work: organizations and index frameworks.
 * What is registered already stays as it is, so that a province's own corrections survive.
 */
export const loadReference = async (db: Db, clock: Clock): Promise<void> => {
  const context = { db, clock, accountId: null, caller: processCaller('reference') };
  await ensureOrganizations(context, referenceOrganizations);
  await ensureFrameworks(context, referenceFrameworks);
};
