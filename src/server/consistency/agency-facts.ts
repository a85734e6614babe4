import type { AgencyRecord } from '#core/consistency/records/records.ts';
import type { AgencyRole } from '#core/plan/plan-item.ts';
import type { ItemAgency } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { storedDay } from '#server/registers/stored-day.ts';

/** What is known of an agency beside the name under which a document names it. */
type AgencyFacts = Omit<AgencyRecord, 'name' | 'asWritten'>;

export type Agencies = ReadonlyMap<string, AgencyFacts>;

const UNKNOWN: AgencyFacts = { code: null, kind: null, memberKinds: [], validTo: null };

/** All registered agencies by code. */
export const listAgencyFacts = async (db: Db): Promise<Agencies> => {
  const rows = await db
    .selectFrom('organization')
    .select(['code', 'kind', 'member_kinds', 'valid_to'])
    .execute();
  return new Map(
    rows.map(({ code, kind, member_kinds, valid_to }) => [
      code,
      { code, kind, memberKinds: member_kinds, validTo: storedDay(valid_to) },
    ]),
  );
};

/** The agencies of an item in one role, in the order of the document. */
export const agenciesIn = (
  role: AgencyRole,
  agencies: readonly ItemAgency[],
  facts: Agencies,
): readonly AgencyRecord[] =>
  agencies
    .filter((agency) => agency.role === role)
    .map(({ name, nameAsWritten, organizationCode }) => ({
      name,
      asWritten: nameAsWritten,
      ...(facts.get(organizationCode ?? '') ?? UNKNOWN),
    }));
