import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { findSumRefusal, type SumDecision, type SumProgress } from '#core/submission/sum-decision.ts';
import { sumParts } from '#core/submission/sum-parts.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Tx } from '#server/db/database.ts';
import { lockSums } from '#server/scoring/data-values.ts';
import { findFrameworkVersion } from '#server/scoring/load-index.ts';
import { figureFacts } from './figure-facts.ts';
import { writeFigures, type WrittenFigure } from './publish-figures.ts';
import type { RoundWriter } from '#features/collection/round/round-service.ts';
import { lockRound, type StoredRound } from '#features/collection/round/round-store.ts';
import { listSumDecisions, listSums } from '#features/collection/follow-up/standing-reads.ts';
import { findDecisionOfWrite, findProvince, insertSumDecision } from './sum-decision-store.ts';

/** What the coordinator says of a sum with gaps. */
export interface SumDecisionInput {
  readonly item: string;
  readonly decision: SumDecision;
  readonly reason: string;
  readonly writeId: string;
}

const gapsNote = ({ accepted, asked }: SumProgress): LocalizedText => ({
  vi: `Tổng của ${String(accepted)}/${String(asked)} đơn vị đã được chấp nhận.`,
  en: `Sum of ${String(accepted)} of ${String(asked)} organizations that were accepted.`,
});

// Who reads the figure later must see with it that parts are missing.
const writeSum = async (
  tx: Tx,
  round: StoredRound,
  { item, progress }: { readonly item: string; readonly progress: SumProgress },
  acceptance: { readonly at: string; readonly accountId: string },
): Promise<readonly WrittenFigure[]> => {
  const framework = await findFrameworkVersion(tx, round.framework, round.frameworkVersion);
  const province = await findProvince(tx);
  if (!framework || !province) throw new Error(`A sum without its framework or province: ${round.id}`);
  const figure = { subject: province.code, item, value: progress.value, note: gapsNote(progress) };
  const { accepted, asked } = progress;
  const titled = { ...round, title: `${round.title} (${String(accepted)}/${String(asked)})` };
  return writeFigures(tx, { round: titled, framework }, [figure], acceptance);
};

/**
 * Settles a sum to which some organizations gave nothing, once its round is locked: it is written with how many parts it
 * rests on, or left out. A retry with the same write id changes nothing.
 */
export const decideSum = (
  writer: RoundWriter,
  roundId: string,
  input: SumDecisionInput,
): Promise<Refusal | undefined> =>
  writer.db.transaction().execute(async (tx) => {
    const round = await lockRound(tx, roundId);
    if (!round) return refuse('record.not-found', { kind: 'reporting-round', code: roundId });
    const { item, decision, writeId } = input;
    const earlier = await findDecisionOfWrite(tx, writeId);
    if (earlier) {
      const isSame = earlier.roundId === roundId && earlier.item === item && earlier.decision === decision;
      return isSame ? undefined : refuse('edit.conflict', { field: 'writeId' });
    }
    await lockSums(tx, roundId);
    const [row] = await listSums(tx, roundId, item);
    if (!row) return refuse('record.not-found', { kind: 'data-item', code: item });
    const { accepted, asked } = row;
    const { value } = sumParts(row.values);
    const progress = { accepted, asked, value };
    const wasWritten = (await listSumDecisions(tx, roundId)).some(
      (known) => known.item === item && known.decision === 'write',
    );
    const no = findSumRefusal(round.state, progress, { decision, wasWritten }, writer.actor);
    if (no) return no;
    const at = writer.clock.now();
    const { accountId } = writer.actor;
    const reason = input.reason.trim();
    await insertSumDecision(tx, {
      ...{ roundId, item, decision, accepted, asked, reason, at, by: accountId, writeId },
      value: value.state === 'value' ? value.value : null,
    });
    const written =
      decision === 'write' ? await writeSum(tx, round, { item, progress }, { at, accountId }) : [];
    await appendAuditEvent(tx, writer.caller, {
      at,
      ...{ action: 'round.decide-sum', subject: `reporting-round:${roundId}` },
      details: { item, decision, accepted, asked, reason },
      before: figureFacts(written, 'before'),
      after: figureFacts(written, 'after'),
    });
    return undefined;
  });
