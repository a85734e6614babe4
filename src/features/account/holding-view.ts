import type { RoleHolding } from './contract.ts';
import type { HoldingRow } from './holding-store.ts';

/** A role that is held, as shown. */
export const holdingView = (row: HoldingRow): RoleHolding => ({
  id: row.holdingId,
  role: row.role,
  organization:
    row.organizationCode === null
      ? null
      : { code: row.organizationCode, name: row.organizationName ?? row.organizationCode },
  validFrom: row.validFrom,
  validTo: row.validTo,
  delegatedBy: row.lenderName,
});
