import { isRefusal } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import {
  getOrganization,
  listOrganizationChoices,
  listOrganizations,
  listUnmappedNames,
  putOrganizationAlias,
  withdrawOrganizationAlias,
} from './contract.ts';
import { readAgencyDirectory } from '#server/registers/agency-directory.ts';
import { getOrganizationName } from './reads.ts';
import { putAlias, withdrawAlias } from './service.ts';
import { getOrganizationList, getOrganizationView, getUnmappedNames } from './view.ts';

/** Agencies and communes with what they answer for, and the mapping of names that nobody knows. */
export const organizationRoutes: readonly HandledRoute[] = [
  handle(listOrganizations, (_input, { db, clock }) => getOrganizationList(db, clock.today())),
  handle(listOrganizationChoices, async (_input, { db }) => {
    const { organizations } = await readAgencyDirectory(db);
    const items = organizations.map(({ code, name, abbreviation, kind, validFrom, validTo, aliases }) => ({
      ...{ code, name, abbreviation, kind, validFrom, validTo },
      aliases: [...aliases],
    }));
    return { items, total: items.length };
  }),
  handle(getOrganization, ({ params: { code } }, { db, clock }) =>
    getOrganizationView(db, clock.today(), code),
  ),
  handle(listUnmappedNames, async (_input, { db }) => {
    const items = [...(await getUnmappedNames(db))];
    return { items, total: items.length };
  }),
  handle(putOrganizationAlias, async ({ params: { code }, body: { alias } }, context) => {
    const { db, clock, actor, caller } = context;
    const mapped = await putAlias({ db, clock, caller, accountId: actor?.accountId ?? null }, code, alias);
    if (isRefusal(mapped)) return mapped;
    return {
      organization: await getOrganizationName(db, code),
      alias: mapped.alias,
      mapped: mapped.mapped,
    };
  }),
  handle(withdrawOrganizationAlias, ({ params: { code }, body: { alias } }, context) => {
    const { db, clock, actor, caller } = context;
    return withdrawAlias({ db, clock, caller, accountId: actor?.accountId ?? null }, code, alias);
  }),
];
