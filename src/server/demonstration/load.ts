import { v7 as newId } from 'uuid';
import {
  ensureInitialValues,
  ensureSimulatedFigures,
  ensureStatedScores,
} from '#features/index-score/initial-figures.ts';
import { ensurePeriodValues } from '#features/forecast/initial-periods.ts';
import { ensureSimulatedEntries, type SimulatedEntry } from '#features/asset-register/initial-entries.ts';
import { acceptImport } from '#features/plan-import/accept-import.ts';
import { offerReviewedReading } from '#features/plan-import/offer/offer-plan.ts';
import { ensureFirstSnapshot } from '#features/score-snapshot/take-snapshot.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal } from '#core/kernel/refusal.ts';
import type { Db } from '#server/db/database.ts';
import { assetRegisters } from '#server/reference/asset-registers.ts';
import simulatedEntries from '#data/demonstration/registers.json' with { type: 'json' };
import { loadReference } from '#server/load-reference.ts';
import { listSimulatedLeagues } from './simulated-figures.ts';
import {
  demonstrationDataValues,
  demonstrationPeriodValues,
  demonstrationStatedScores,
} from './index-figures.ts';
import { listReviewedReadings, type ReviewedReading } from './reviewed-readings.ts';
import { processCaller } from '#server/db/audit.ts';

const caller = processCaller('demonstration');

const enterReading = async (db: Db, clock: Clock, { file, reading }: ReviewedReading): Promise<void> => {
  const context = { db, clock, accountId: null, caller };
  const offered = await offerReviewedReading(context, file, reading);
  if (isRefusal(offered)) throw new Error(`The reviewed reading ${file.name}: ${offered.code}`);
  // Also when it was offered before: an earlier load may have been cut off, and accepting again changes nothing.
  const accepted = await acceptImport(context, offered.importId, { excluded: [], replaced: [] });
  if (isRefusal(accepted)) throw new Error(`The reviewed reading ${file.name}: ${accepted.code}`);
};

const enterIndex = async (db: Db, clock: Clock): Promise<void> => {
  const context = { db, clock, accountId: null, caller };
  await ensureStatedScores(context, demonstrationStatedScores.framework, demonstrationStatedScores.scores);
  await ensureInitialValues(context, demonstrationDataValues, demonstrationDataValues.values);
  const { framework, subject, year } = demonstrationDataValues;
  await ensureFirstSnapshot(context, {
    ...{ framework, subject, year },
    ...{ kind: 'self', name: 'Số liệu ban đầu', note: null, changes: [], writeId: newId() },
  });
  await ensureSimulatedFigures(context, listSimulatedLeagues());
  await ensurePeriodValues(context, demonstrationPeriodValues, demonstrationPeriodValues.values);
};

// Which registers there are is data: what the file holds for each is checked as it is entered.
const entriesOf = (code: string): readonly SimulatedEntry[] =>
  ((simulatedEntries as Readonly<Record<string, unknown>>)[code] as readonly SimulatedEntry[] | undefined) ??
  [];

const enterRegisters = async (db: Db, clock: Clock): Promise<void> => {
  for (const register of assetRegisters) {
    await ensureSimulatedEntries({ db, clock, caller }, register, entriesOf(register.code));
  }
};

/**
 * Fills the registers with the demonstration province: its organizations, and the reviewed readings of its documents
 * through the same door as any import, then its index and the made-up figures of its agencies and communes. Doing it
 * again changes nothing.
 * When it is stopped it throws the reason of the signal after the document at hand.
 */
export const loadDemonstration = async (db: Db, clock: Clock, stopping?: AbortSignal): Promise<void> => {
  await loadReference(db, clock);
  for (const reading of await listReviewedReadings()) {
    stopping?.throwIfAborted();
    await enterReading(db, clock, reading);
  }
  stopping?.throwIfAborted();
  await enterIndex(db, clock);
  await enterRegisters(db, clock);
};
