import { groupBy } from '#core/kernel/group-by.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Organization } from '#core/organization/organization.ts';
import { getRoundSchedule } from '#core/submission/reporting-round.ts';
import { listOccurrences } from '#core/submission/reporting-schedule.ts';
import { planIndicatorCode } from '#core/task-progress/task-codes.ts';
import type { z } from 'zod';
import type { Db } from '#server/db/database.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { refreshTaskStandings } from '#server/registers/task-standings.ts';
import { findFramework } from '#server/scoring/load-index.ts';
import type { previewRound, RoundProposal } from '#features/collection/contract.ts';
import { listDuties } from './round-reads.ts';
import { proposeRound, proposeTasks } from './round-service.ts';
import { listPlanTasks } from '#features/collection/task-progress/task-progress-reads.ts';

/** Rounds that the reporting duties of registered plans ask for in a year, by due day. */
export const answerProposals = async (
  db: Db,
  year: number,
): Promise<{ readonly items: RoundProposal[]; readonly total: number }> => {
  const items = (await listDuties(db))
    .flatMap((duty) =>
      listOccurrences(duty, year).map((occurrence) => {
        const { remindDay, lateAfterDay } = getRoundSchedule(occurrence, duePolicy.calendar);
        const { dutyId, text, document, dateRaw, validFor } = duty;
        const said = { dutyId, text, document, dateAsWritten: dateRaw, validFor };
        return { ...said, ...occurrence, remindDay, lateAfterDay };
      }),
    )
    .toSorted((one, other) => (one.dueDay < other.dueDay ? -1 : 1));
  return { items, total: items.length };
};

type PlanPreview = z.output<(typeof previewRound)['response']>['plans'][number];

const previewPlans = async (
  db: Db,
  day: PlainDate,
  organizations: readonly Organization[],
): Promise<PlanPreview[]> => {
  const plans = await listPlanTasks(db, null);
  const byPlan = groupBy(await proposeTasks(db, plans, day), ({ indicatorCode }) => indicatorCode);
  return plans.flatMap(({ planId, planName }) => {
    const requests = byPlan.get(planIndicatorCode(planId)) ?? [];
    if (requests.length === 0) return [];
    const byOrganization = groupBy(requests, ({ organizationCode }) => organizationCode);
    const asked = organizations.flatMap(({ code, name, kind }) => {
      const own = byOrganization.get(code);
      return own ? [{ code, name, kind, tasks: own.length }] : [];
    });
    const tasks = new Set(requests.map(({ itemCode }) => itemCode)).size;
    return [{ id: planId, name: planName, tasks, organizations: asked }];
  });
};

/** Whom a round on a framework would ask for how many items, before it is prepared. */
export const answerPreview = async (
  db: Db,
  frameworkCode: string,
  { day, today }: { readonly day: PlainDate; readonly today: PlainDate },
): Promise<z.input<(typeof previewRound)['response']> | Refusal> => {
  const framework = await findFramework(db, frameworkCode);
  if (!framework) return refuse('record.not-found', { kind: 'framework', code: frameworkCode });
  const requests = await proposeRound(db, framework, day);
  const counts = new Map<string, number>();
  for (const { organizationCode } of requests) {
    counts.set(organizationCode, (counts.get(organizationCode) ?? 0) + 1);
  }
  const all = await listOrganizations(db);
  const organizations = all.flatMap(({ code, name, kind }) => {
    const items = counts.get(code);
    return items === undefined ? [] : [{ code, name, kind, items }];
  });
  await refreshTaskStandings(db, today);
  const plans = await previewPlans(db, day, all);
  const indicators = new Map(requests.map(({ itemCode, indicatorCode }) => [itemCode, indicatorCode]));
  const items = framework.dataItems.flatMap(({ code, name }) => {
    const indicator = indicators.get(code);
    return indicator === undefined ? [] : [{ code, name, indicator }];
  });
  return { organizations, items, plans };
};
