import { ensureOrganizations } from '#features/organization/service.ts';
import { processCaller } from '#server/db/audit.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { startTestApi, type TestApi, type TestApiOptions } from './api.ts';

/** Starts the whole application with the organizations of the reference data, and nothing else in the registers. */
export const startApiWithOrganizations = async (options?: TestApiOptions): Promise<TestApi> => {
  const api = await startTestApi(options);
  const { db, clock } = api;
  await ensureOrganizations(
    { db, clock, accountId: null, caller: processCaller('test') },
    referenceOrganizations,
  );
  return api;
};
