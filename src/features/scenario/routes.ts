import { permittedActions } from '#core/access/access.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { listAccountNames } from '#server/registers/account-names.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { createScenario, getScenario, listScenarios, putScenario, type Scenario } from './contract.ts';
import { createScenario as createOne, putScenario as putOne, type ScenarioWriter } from './service.ts';
import { findScenario, listRevisions, listScenarios as listAll, type StoredScenario } from './store.ts';
import { revisionView, scenarioView } from './views.ts';

const accountsOf = (scenarios: readonly StoredScenario[]): readonly string[] =>
  scenarios.flatMap(({ createdBy, changedBy }) => [createdBy ?? [], changedBy ?? []].flat());

const writing = async (
  { db, clock, actor, caller }: RequestContext,
  write: (writer: ScenarioWriter) => Promise<StoredScenario | Refusal>,
): Promise<{ readonly scenario: Scenario } | Refusal> => {
  if (!actor) return refuse('session.required');
  const written = await write({ db, clock, accountId: actor.accountId, caller });
  if (isRefusal(written)) return written;
  const names = await listAccountNames(db, accountsOf([written]));
  return { scenario: scenarioView(written, names) };
};

/** Scenarios: kept, listed, opened, kept anew. */
export const scenarioRoutes: readonly HandledRoute[] = [
  handle(listScenarios, async ({ query }, { db }) => {
    const scenarios = await listAll(db, query, { withWithdrawn: query.withdrawn === 'with' });
    const names = await listAccountNames(db, accountsOf(scenarios));
    const items = scenarios.map((scenario) => scenarioView(scenario, names));
    return { items, total: items.length };
  }),
  handle(getScenario, async ({ params: { id } }, { db, actor }) => {
    const scenario = await findScenario(db, id);
    if (!scenario) return refuse('record.not-found', { kind: 'scenario', code: id });
    const revisions = await listRevisions(db, id);
    const names = await listAccountNames(db, [
      ...accountsOf([scenario]),
      ...revisions.flatMap(({ changedBy }) => changedBy ?? []),
    ]);
    return {
      scenario: scenarioView(scenario, names),
      revisions: revisions.map((revision) => revisionView(revision, names)),
      actions: [...permittedActions(actor)],
    };
  }),
  handle(createScenario, ({ body }, context) => writing(context, (writer) => createOne(writer, body))),
  handle(putScenario, ({ params, body }, context) =>
    writing(context, (writer) => putOne(writer, params.id, body)),
  ),
];
