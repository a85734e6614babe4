import { v7 as newId } from 'uuid';
import { BLANK, type DataValue } from '#core/scoring/data-value.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import { isWholeYear } from '#core/submission/reporting-period.ts';
import { type PartsSum, sumParts } from '#core/submission/sum-parts.ts';
import type { Tx } from '#server/db/database.ts';
import {
  type IndexKey,
  listDataValues,
  lockIndex,
  lockSums,
  type StoredValue,
} from '#server/scoring/data-values.ts';
import { appendDataValueRevision, saveDataValue } from '#server/scoring/data-value-writes.ts';
import { listAcceptedParts, listFinalFigures, listWritingTimes, savePeriodValues } from './figure-store.ts';
import { answerKey, type SubmissionRecord } from '#features/collection/submission/submission-record.ts';
import { recordReachedTargets } from './record-reached-targets.ts';
import type { StoredRound } from '#features/collection/round/round-store.ts';

/** Who accepted figures, and when. */
export interface Acceptance {
  readonly at: string;
  readonly accountId: string;
}

/** An acceptance with the instants at which the round wrote figures before: a blank takes back what was written then. */
export interface RoundAcceptance extends Acceptance {
  readonly earlier: ReadonlySet<string>;
}

/** A figure of a subject as it counts: as corrected by the appraiser where it was, else as declared. */
export interface AcceptedFigure {
  readonly subject: string;
  readonly item: string;
  readonly value: DataValue;
  /** What must be known of it beside its value: a sum with gaps. */
  readonly note?: LocalizedText;
}

const finalValueOf = (record: SubmissionRecord, key: string): DataValue => {
  const answer = record.answers.get(key);
  return answer?.appraised ?? answer?.value ?? BLANK;
};

const listWholes = (record: SubmissionRecord): readonly AcceptedFigure[] =>
  record.requests
    .filter(({ share, taskId }) => share === 'whole' && taskId === null)
    .map((request) => ({
      ...{ subject: request.subject, item: request.item },
      value: finalValueOf(record, answerKey(request)),
    }));

// All have answered, but some with a blank: who reads the total later must see that they are not in it.
const noteOfBlanks = ({ counted, blank, notApplicable }: PartsSum): Pick<AcceptedFigure, 'note'> => {
  if (blank === 0 || counted === 0) return {};
  const asked = String(counted + blank + notApplicable);
  return {
    note: {
      vi: `Tổng của ${String(counted)}/${asked} đơn vị có số liệu; ${String(blank)} đơn vị để trống.`,
      en: `Sum of ${String(counted)} of ${asked} organizations that gave a number; ${String(blank)} left it blank.`,
    },
  };
};

// A sum with gaps is no total: the province's figure is written when the last of those asked has been accepted.
const listSums = async (tx: Tx, record: SubmissionRecord): Promise<readonly AcceptedFigure[]> => {
  const items = record.requests.filter(({ share }) => share === 'part').map(({ item }) => item);
  if (items.length === 0) return [];
  const { round, submission } = record;
  const own = new Map(
    record.requests
      .filter(({ share }) => share === 'part')
      .map((request) => [request.item, finalValueOf(record, answerKey(request))]),
  );
  // Whoever accepts another part at the same moment is waited for: the last of the two adds up all.
  await lockSums(tx, round.id);
  const others = await listAcceptedParts(tx, round.id, submission.organizationCode, items);
  return items.flatMap((item) => {
    const part = others.get(item);
    if (part?.isComplete === false || !part?.whole) return [];
    const sum = sumParts([...part.values, own.get(item) ?? BLANK]);
    return [{ subject: part.whole, item, value: sum.value, ...noteOfBlanks(sum) }];
  });
};

/** A figure that changed where it counts. */
export interface WrittenFigure {
  readonly subject: string;
  readonly item: string;
  /** Null where none was known. */
  readonly before: DataValue | null;
  readonly after: DataValue;
}

const writeIndexValue = async (
  tx: Tx,
  key: IndexKey,
  { item, value, note }: AcceptedFigure,
  present: StoredValue | undefined,
  { at, accountId, earlier }: RoundAcceptance,
): Promise<readonly WrittenFigure[]> => {
  const isSame =
    present?.origin === 'reported' &&
    JSON.stringify(present.value) === JSON.stringify(value) &&
    JSON.stringify(present.note) === JSON.stringify(note ?? null);
  // What nobody gave does not wipe out what a document says, only what this round said before and says no longer.
  const isTakenBack = present?.origin === 'reported' && earlier.has(present.changedAt);
  if (isSame || (value.state === 'blank' && present !== undefined && !isTakenBack)) return [];
  const version = (present?.version ?? 0) + 1;
  await saveDataValue(tx, key, {
    ...{ item, value, origin: 'reported', note: note ?? null, place: null },
    ...{ version, changedAt: at, changedBy: accountId },
  });
  await appendDataValueRevision(tx, key, {
    ...{ id: newId(), item, version, oldValue: present?.value ?? BLANK, newValue: value },
    ...{ reason: null, scoreChange: null, writeId: newId(), changedAt: at, changedBy: accountId },
  });
  return [{ subject: key.subject, item, before: present?.value ?? null, after: value }];
};

const writeIndex = async (
  tx: Tx,
  round: StoredRound,
  figures: readonly AcceptedFigure[],
  acceptance: RoundAcceptance,
): Promise<readonly WrittenFigure[]> => {
  const written: WrittenFigure[] = [];
  // Always in the same order, so that two acceptances never wait for each other.
  const subjects = [...new Set(figures.map(({ subject }) => subject))].toSorted();
  for (const subject of subjects) {
    const key = { framework: round.framework, subject, year: round.year };
    await lockIndex(tx, key);
    const present = new Map((await listDataValues(tx, key)).map((stored) => [stored.item, stored]));
    for (const figure of figures.filter((one) => one.subject === subject)) {
      written.push(...(await writeIndexValue(tx, key, figure, present.get(figure.item), acceptance)));
    }
  }
  return written;
};

// An estimate that is accepted, or accepted again, after the final figure says nothing new.
const withoutOutdated = async (
  tx: Tx,
  round: StoredRound,
  figures: readonly AcceptedFigure[],
): Promise<readonly AcceptedFigure[]> => {
  if (round.valueKind === 'final') return figures;
  const final = await listFinalFigures(tx, round);
  return figures.filter((figure) => !final.has(answerKey(figure)));
};

/**
 * Writes figures that count: those of a whole year that the framework assesses into the index, others into the series of
 * periods; and what they say of the targets of plans. Answers which figures are others than before.
 */
export const writeFigures = async (
  tx: Tx,
  { round, framework }: { readonly round: StoredRound; readonly framework: Framework },
  figures: readonly AcceptedFigure[],
  acceptance: Acceptance,
): Promise<readonly WrittenFigure[]> => {
  const counting = await withoutOutdated(tx, round, figures);
  const countsInIndex = isWholeYear(round.period) && round.year === framework.assessmentYear;
  const write = countsInIndex ? writeIndex : savePeriodValues;
  const written = await write(tx, round, counting, {
    ...acceptance,
    earlier: await listWritingTimes(tx, round.id),
  });
  await recordReachedTargets(tx, { round, framework }, counting, acceptance);
  return written;
};

/** Takes the accepted figures of a submission over. Parts become the province's figure once all of them are accepted. */
export const publishFigures = async (
  tx: Tx,
  record: SubmissionRecord,
  acceptance: Acceptance,
): Promise<readonly WrittenFigure[]> =>
  writeFigures(tx, record, [...listWholes(record), ...(await listSums(tx, record))], acceptance);
