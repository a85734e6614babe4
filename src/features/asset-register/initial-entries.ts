import { v7 as newId } from 'uuid';
import type { AssetRegister } from '#core/asset-register/asset-register.ts';
import type { AssetValues } from '#core/asset-register/asset-values.ts';
import { checkAssetEntry } from '#core/asset-register/check-asset-entry.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import { listAssetEntries } from '#server/registers/asset-entries.ts';
import { lockRegister, saveEntries, type EntryState } from './store.ts';

/** An entry that nobody has entered: made up for the demonstration. */
export interface SimulatedEntry {
  readonly organization: string;
  readonly name: string;
  readonly values: AssetValues;
}

/** Fills a register that has no entries with made-up ones, marked so. Throws on what the register would refuse. */
export const ensureSimulatedEntries = async (
  context: { readonly db: Db; readonly clock: Clock; readonly caller: Caller },
  register: AssetRegister,
  entries: readonly SimulatedEntry[],
): Promise<void> => {
  const { db, clock, caller } = context;
  await db.transaction().execute(async (tx) => {
    await lockRegister(tx, register.code);
    if ((await listAssetEntries(tx, [register.code])).length > 0) return;
    const states = entries.map(({ organization, ...given }): EntryState => {
      const checked = checkAssetEntry(register, given, clock.today());
      if ('problems' in checked) {
        throw new Error(`${register.code}, ${given.name}: ${JSON.stringify(checked.problems)}`);
      }
      return {
        ...{ id: newId(), register: register.code, organizationCode: organization, ...checked },
        ...{ retiredOn: null, isSimulated: true, version: 1 },
      };
    });
    const at = clock.now();
    await saveEntries(tx, states, { kind: 'import', reason: null, at, by: null, writeId: newId() });
    await appendAuditEvent(tx, caller, {
      ...{ at, action: 'asset-entry.import', subject: `asset-register:${register.code}` },
      details: { count: states.length },
    });
  });
};
