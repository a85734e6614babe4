import { type Actor, can, decideAccess, findReach } from '#core/access/access.ts';
import { findMoveRefusal, placeAfter } from '#core/difficulty/decide-move.ts';
import type { DifficultyKind, DifficultyMove } from '#core/difficulty/difficulty.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { searchKey } from '#core/kernel/text.ts';
import { existsOn } from '#core/organization/organization.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { lockWrite } from '#server/db/lock-write.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { listOwnEvidence } from '#server/registers/evidence-pieces.ts';
import { v7 as newId } from 'uuid';
import { difficultyNotFound } from './answer-difficulties.ts';
import { type DifficultyRow, findDifficulty } from './reads.ts';
import {
  appendDifficultyEvent,
  findEventOfWrite,
  holdItem,
  insertDifficulty,
  isOwnSubmission,
  lockDifficulty,
  moveDifficulty,
  type NewDifficultyEvent,
  saysTheSame,
} from './store.ts';

/** Who raises a difficulty or says something of one, and when. */
export interface DifficultyWriter {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly caller: Caller;
}

/** What an organization raises, and about what. */
export interface WantedDifficulty {
  readonly organization: string;
  readonly kind: DifficultyKind;
  readonly words: string;
  readonly suggestion: string | null;
  readonly about:
    | { readonly kind: 'item'; readonly id: string }
    | { readonly kind: 'submission'; readonly id: string; readonly item: string | null };
  readonly dueDay: PlainDate;
  readonly evidence: readonly string[];
  readonly writeId: string;
}

/** A move that somebody wants to make; what it does not have is left out. */
export interface WantedMove {
  readonly move: Exclude<DifficultyMove, 'raise'>;
  readonly words: string | null;
  readonly document?: string | null;
  readonly organization?: string;
  readonly dueDay?: PlainDate;
  readonly evidence?: readonly string[];
  readonly version: number;
  readonly writeId: string;
}

const trimmed = (text: string | null | undefined): string | null => {
  const words = text?.trim() ?? '';
  return words === '' ? null : words;
};

const findEvidenceRefusal = async (
  tx: Tx,
  organization: string,
  evidence: readonly string[],
): Promise<Refusal | undefined> => {
  if (evidence.length === 0) return undefined;
  const own = await listOwnEvidence(tx, organization, evidence);
  const foreign = evidence.filter((id) => !own.has(id));
  return foreign.length === 0
    ? undefined
    : refuse('evidence.not-of-this-organization', { evidence: foreign });
};

const findDayRefusal = (dueDay: PlainDate | undefined, today: PlainDate): Refusal | undefined =>
  dueDay !== undefined && dueDay < today ? refuse('difficulty.day-past', { today }) : undefined;

const keepEvent = async (
  tx: Tx,
  { caller }: DifficultyWriter,
  event: NewDifficultyEvent,
  details: Readonly<Record<string, unknown>>,
): Promise<void> => {
  await appendDifficultyEvent(tx, event);
  const { difficultyId, move, words, document, organization, dueDay, at } = event;
  await appendAuditEvent(tx, caller, {
    ...{ at, action: `difficulty.${move}`, subject: `difficulty:${difficultyId}` },
    details: {
      ...details,
      words,
      document,
      dueDay,
      ...(organization !== null && { passedTo: organization }),
    },
  });
};

const holdAbout = (tx: Tx, { about, organization }: WantedDifficulty): Promise<boolean> =>
  about.kind === 'item' ? holdItem(tx, about.id) : isOwnSubmission(tx, { ...about, organization });

const findRaiseRefusal = async (
  tx: Tx,
  { actor, clock }: DifficultyWriter,
  wanted: WantedDifficulty,
): Promise<Refusal | undefined> => {
  const { organization, about, dueDay, evidence } = wanted;
  const access = decideAccess(actor, 'difficulty.raise', { organizationCode: organization });
  if (!access.permitted) return refuse('access.denied', { reason: access.reason });
  if (!(await holdAbout(tx, wanted))) return refuse('record.not-found', { kind: about.kind, code: about.id });
  return findDayRefusal(dueDay, clock.today()) ?? findEvidenceRefusal(tx, organization, evidence);
};

/** Raises a difficulty and answers its id. A retry with the same write id raises nothing twice. */
export const raiseNewDifficulty = (
  writer: DifficultyWriter,
  wanted: WantedDifficulty,
): Promise<string | Refusal> =>
  writer.db.transaction().execute(async (tx) => {
    const { organization, kind, about, dueDay, evidence, writeId } = wanted;
    await lockWrite(tx, writeId);
    const words = wanted.words.trim();
    const id = newId();
    const at = writer.clock.now();
    const event: NewDifficultyEvent = {
      ...{ difficultyId: id, version: 1, move: 'raise', words, document: null, organization: null },
      ...{ dueDay, evidence, at, by: writer.actor.accountId, writeId },
    };
    const earlier = await findEventOfWrite(tx, writeId);
    if (earlier) {
      return saysTheSame(earlier.said, event)
        ? earlier.difficultyId
        : refuse('edit.conflict', { field: 'writeId' });
    }
    const no = await findRaiseRefusal(tx, writer, wanted);
    if (no) return no;
    const suggestion = trimmed(wanted.suggestion);
    await insertDifficulty(tx, {
      ...{ id, organization, kind, words, suggestion, dueDay, at },
      itemId: about.kind === 'item' ? about.id : null,
      submissionId: about.kind === 'submission' ? about.id : null,
      itemCode: about.kind === 'submission' ? about.item : null,
      searchKey: searchKey([words, suggestion].filter((text) => text !== null).join(' ')),
    });
    await keepEvent(tx, writer, event, { organization, kind, about: about.id, suggestion });
    return id;
  });

const findTargetRefusal = async (
  tx: Tx,
  row: DifficultyRow,
  { move, organization = '' }: WantedMove,
  today: PlainDate,
): Promise<Refusal | undefined> => {
  if (move !== 'pass') return undefined;
  const found = (await listOrganizations(tx)).find(({ code }) => code === organization);
  const isAnother = found && found.kind !== 'group' && existsOn(found, today);
  return isAnother && organization !== row.organizationCode
    ? undefined
    : refuse('difficulty.not-another-organization', { organization });
};

const decide = async (
  tx: Tx,
  { actor, clock }: DifficultyWriter,
  row: DifficultyRow,
  wanted: WantedMove,
): Promise<Refusal | undefined> => {
  if (row.version !== wanted.version) return refuse('edit.conflict', { version: row.version });
  const today = clock.today();
  return (
    findMoveRefusal(row, wanted.move, actor) ??
    findDayRefusal(wanted.dueDay, today) ??
    (await findTargetRefusal(tx, row, wanted, today)) ??
    (await findEvidenceRefusal(tx, row.organizationCode, wanted.evidence ?? []))
  );
};

const eventOf = (
  difficultyId: string,
  wanted: WantedMove,
  { clock, actor }: DifficultyWriter,
): NewDifficultyEvent => ({
  ...{ difficultyId, version: wanted.version + 1, move: wanted.move, words: trimmed(wanted.words) },
  ...{ document: trimmed(wanted.document), organization: wanted.organization ?? null },
  ...{ dueDay: wanted.dueDay ?? null, evidence: wanted.evidence ?? [] },
  ...{ at: clock.now(), by: actor.accountId, writeId: wanted.writeId },
});

/** Keeps what somebody says or decides of a difficulty. A retry with the same write id changes nothing. */
export const makeMove = (
  writer: DifficultyWriter,
  id: string,
  wanted: WantedMove,
): Promise<Refusal | undefined> =>
  writer.db.transaction().execute(async (tx) => {
    await lockWrite(tx, wanted.writeId);
    await lockDifficulty(tx, id);
    const { actor, clock } = writer;
    const reach = findReach(actor, 'difficulty.read');
    const row = await findDifficulty(tx, id, { reach, today: clock.today() });
    if (!row) return difficultyNotFound(id);
    const event = eventOf(id, wanted, writer);
    const earlier = await findEventOfWrite(tx, wanted.writeId);
    if (earlier) {
      const isRetry = earlier.difficultyId === id && saysTheSame(earlier.said, event);
      return isRetry ? undefined : refuse('edit.conflict', { field: 'writeId' });
    }
    const no = await decide(tx, writer, row, wanted);
    if (isRefusal(no)) return no;
    const { move, organization } = event;
    if (move === 'raise') throw new Error('A difficulty is raised once');
    const place = placeAfter(row, { move, organization, actor });
    await moveDifficulty(tx, event, place);
    await keepEvent(tx, writer, event, { before: row.state, after: place.state });
    return undefined;
  });

/** Whether a person may show difficulties of an organization. */
export const mayRaise = (actor: Actor | undefined, organizationCode: string): boolean =>
  can(actor, 'difficulty.raise', { organizationCode });
