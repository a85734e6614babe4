import { isDeepStrictEqual } from 'node:util';
import { decidePeriodValue } from '#core/forecast/decide-period-value.ts';
import { type Period, period } from '#core/forecast/period.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { decimal } from '#core/kernel/decimal.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { type DataValues, reported } from '#core/scoring/data-value.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { type IndexData, loadIndex } from '#server/scoring/load-index.ts';
import type { PeriodValueInput } from './contract.ts';
import { figureAfter, findFigureOfWrite, type FigureRevision, saveFigure } from './revision-store.ts';
import { listFigures, lockSeries, type StoredFigure } from './store.ts';

/** Who enters a figure, and when. */
export interface FigureEntry {
  readonly db: Db;
  readonly clock: Clock;
  readonly accountId: string;
  readonly caller: Caller;
}

const sameValue = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : decimal(a).equals(b);

/** The answer to a write that was made before: the same as then, or a conflict when the key was used for another write. */
const answerRetry = (
  earlier: FigureRevision,
  item: string,
  input: PeriodValueInput,
): StoredFigure | Refusal<'edit.conflict'> => {
  const { key, after, source, version } = earlier;
  const isSame =
    isDeepStrictEqual(
      [key.framework, key.subject, earlier.item, earlier.period, after.kind, source, version],
      [
        input.framework,
        input.subject,
        item,
        input.period,
        input.kind,
        input.source.trim(),
        input.version + 1,
      ],
    ) && sameValue(after.value, input.value);
  return isSame ? figureAfter(earlier) : refuse('edit.conflict', { field: 'writeId' });
};

const valuesOfPeriod = (figures: readonly StoredFigure[], at: Period): DataValues =>
  new Map(
    figures.flatMap((figure) =>
      figure.period === at && figure.value !== null ? [[figure.item, reported(figure.value)] as const] : [],
    ),
  );

const write = async (
  tx: Tx,
  data: IndexData,
  item: string,
  input: PeriodValueInput,
  { clock, accountId, caller }: FigureEntry,
): Promise<StoredFigure | Refusal> => {
  const at = period(input.period);
  const figures = await listFigures(tx, data.key);
  const present = figures.find((figure) => figure.item === item && figure.period === at);
  const version = present?.version ?? 0;
  if (version !== input.version) {
    return refuse('edit.conflict', { field: 'version', version, value: present?.value ?? null });
  }
  if (input.value === null && (present === undefined || present.value === null)) {
    return refuse('record.not-found', { kind: 'period-value', code: item, field: 'value' });
  }
  const value = decidePeriodValue(
    data.framework,
    { item, period: at, kind: input.kind, value: input.value },
    valuesOfPeriod(figures, at),
    clock.today(),
  );
  if (isRefusal(value)) return value;
  const revision: FigureRevision = {
    key: data.key,
    item,
    period: at,
    version: version + 1,
    before: present ? { value: present.value, kind: present.kind } : null,
    after: { value, kind: input.kind },
    source: input.source.trim(),
    writeId: input.writeId,
    changedAt: clock.now(),
    changedBy: accountId,
  };
  const saved = await saveFigure(tx, revision);
  await appendAuditEvent(tx, caller, {
    at: revision.changedAt,
    action: 'data-value.write',
    subject: `period-value:${data.key.framework}/${data.key.subject}/${item}/${at}`,
    details: { version: revision.version },
    ...(revision.before && { before: { ...revision.before } }),
    after: { ...revision.after },
  });
  return figureAfter(saved);
};

/**
 * Enters, corrects or takes back what a data item was at the end of a quarter, in one transaction. What stood before stays in the
 * history. A retry with the same write id gives the same answer and changes nothing.
 */
export const enterFigure = (
  entry: FigureEntry,
  item: string,
  input: PeriodValueInput,
): Promise<StoredFigure | Refusal> =>
  entry.db.transaction().execute(async (tx) => {
    await lockSeries(tx, input);
    const earlier = await findFigureOfWrite(tx, input.writeId);
    if (earlier) return answerRetry(earlier, item, input);
    const data = await loadIndex(tx, { framework: input.framework, subject: input.subject });
    return isRefusal(data) ? data : write(tx, data, item, input, entry);
  });
