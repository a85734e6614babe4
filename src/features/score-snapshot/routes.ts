import { permittedActions } from '#core/access/access.ts';
import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { summariseLeagueSnapshots } from '#server/scoring/league-snapshots.ts';
import { answerSheet } from './answer-sheet.ts';
import { answerComparison, answerSnapshot, answerSnapshots } from './answer-snapshots.ts';
import {
  compareScoreSnapshots,
  getExplanationSheet,
  getScoreSnapshot,
  listScoreSnapshots,
  takeLeagueSnapshot,
  takeScoreSnapshot,
  verifyLeagueSnapshot,
} from './contract.ts';
import { openSnapshot } from './open-snapshot.ts';
import { takeSnapshotOfLeague } from './take-league-snapshot.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { verifySnapshotOfLeague } from './verify-league-snapshot.ts';

/** Snapshots of scores: taken, listed, opened, compared, and a whole score explained. */
export const scoreSnapshotRoutes: readonly HandledRoute[] = [
  handle(listScoreSnapshots, ({ query }, { db, actor }) =>
    answerSnapshots(db, query, permittedActions(actor)),
  ),
  handle(takeScoreSnapshot, async ({ body }, { db, clock, actor, caller }) => {
    if (!actor) return refuse('session.required');
    const taken = await takeSnapshot({ db, clock, accountId: actor.accountId, caller }, body);
    if (isRefusal(taken)) return taken;
    const opened = await openSnapshot(db, taken.id);
    return isRefusal(opened) ? opened : opened.summary;
  }),
  handle(getScoreSnapshot, ({ params }, { db, actor }) =>
    answerSnapshot(db, params.id, permittedActions(actor)),
  ),
  handle(compareScoreSnapshots, ({ query }, { db }) => answerComparison(db, query.before, query.after)),
  handle(getExplanationSheet, ({ query }, { db, clock }) =>
    answerSheet({ db, clock }, query, query.snapshot),
  ),
  handle(takeLeagueSnapshot, async ({ params, body }, { db, clock, actor, caller }) => {
    if (!actor) return refuse('session.required');
    const taker = { db, clock, accountId: actor.accountId, caller };
    const taken = await takeSnapshotOfLeague(taker, { ...body, framework: params.framework });
    if (isRefusal(taken)) return taken;
    const [summary] = await summariseLeagueSnapshots(db, [taken]);
    return summary ?? refuse('record.not-found', { kind: 'league-snapshot', id: taken.id });
  }),
  handle(verifyLeagueSnapshot, ({ params }, { db }) => verifySnapshotOfLeague(db, params.id)),
];
