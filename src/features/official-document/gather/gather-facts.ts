import { decideAccess, type Actor } from '#core/access/access.ts';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { bodyName, PROVINCE_ISSUER } from '#core/report/letterhead.ts';
import { citeDocument } from '#core/report/cite-document.ts';
import type { ReportPeriod } from '#core/report/official-wording.ts';
import { provinceFacts, type ProvinceFacts } from '#core/report/province.ts';
import { findReportPeriod, periodDays } from '#core/report/report-period.ts';
import type { AgencyReportFacts, ProgressReportFacts } from '#core/report/writing/progress-report.ts';
import type { DifficultyAnswerFacts } from '#core/report/writing/difficulty-answer.ts';
import type { ReminderFacts } from '#core/report/writing/reminder-letter.ts';
import type { DocumentFacts } from '#core/report/writing/write-document.ts';
import type { Db } from '#server/db/database.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import type { PaperRequest } from '#features/official-document/contract.ts';
import { listAnsweredDifficulties } from './difficulty-reads.ts';
import { gatherAnnouncement } from './gather-announcement.ts';
import { gatherFindings } from './gather-findings.ts';
import { gatherSelfAssessment } from './gather-self-assessment.ts';
import {
  deriveTasks,
  lateTaskFacts,
  lateTaskFactsOf,
  ownTaskFacts,
  targetFacts,
  taskFacts,
} from './gather-tasks.ts';
import { listPlans } from '#features/official-document/reads.ts';

/** What a paper is made from, and when. */
export interface Gathering {
  readonly db: Db;
  readonly today: PlainDate;
  /** Who makes it; undefined where a step of the ladder of reminders does. */
  readonly actor: Actor | undefined;
}

type GatherRefusal = Refusal<
  'record.not-found' | 'official-document.nothing-to-tell' | 'official-document.answer-day'
>;

// Whoever is asked for an answer on a day that is over, or years ahead, is asked for nothing.
const LONGEST_TO_ANSWER_DAYS = 365;

/** Whose paper a request asks for. */
export const issuerOf = (request: PaperRequest): string =>
  request.kind === 'agency-report' ? request.organization : PROVINCE_ISSUER;

const mustFindPeriod = (code: string): ReportPeriod => {
  const period = findReportPeriod(code);
  // The contract admits periods alone.
  if (!period) throw new RangeError(`No such period: ${code}`);
  return period;
};

/** The day that a report tells of: the last of its period, or today while that is still to come. */
const endWithin = (period: ReportPeriod, today: PlainDate): PlainDate => {
  const { end } = periodDays(period);
  return end < today ? end : today;
};

/** Name and kind of the province. */
export const findProvince = async (db: Db): Promise<Required<ProvinceFacts>> => {
  const organizations = await listOrganizations(db);
  return provinceFacts(
    organizations.find(({ kind, validTo }) => kind === 'province' && validTo === null)?.name ?? '',
  );
};

const gatherProgress = async (
  { db, today }: Gathering,
  { period: code, plan }: Extract<PaperRequest, { kind: 'progress-report' }>,
): Promise<ProgressReportFacts | GatherRefusal> => {
  const period = mustFindPeriod(code);
  const asOf = endWithin(period, today);
  const plans = await listPlans(db, plan ?? undefined);
  if (plans.length === 0) return refuse('record.not-found', { kind: 'document', id: plan });
  return {
    kind: 'progress-report',
    ...(await findProvince(db)),
    ...{ period, asOf, isWholeRegister: plan === null },
    plans: plans.map((one) => ({
      name: citeDocument(one),
      // Of one that another puts in force, the subject line is that of the other.
      subject: one.docNumber === null || one.attachedDocType !== null ? null : one.subjectLine,
    })),
    tasks: taskFacts(await deriveTasks(db, plan, asOf), asOf),
    targets: await targetFacts(db, plan, { year: period.year, today: asOf }),
  };
};

const gatherAgencyReport = async (
  { db, today }: Gathering,
  { period: code, organization }: Extract<PaperRequest, { kind: 'agency-report' }>,
): Promise<AgencyReportFacts | GatherRefusal> => {
  const period = mustFindPeriod(code);
  const asOf = endWithin(period, today);
  const agency = (await listOrganizations(db)).find(
    (one) => one.code === organization && one.kind !== 'group',
  );
  if (!agency) return refuse('record.not-found', { kind: 'organization', code: organization });
  const { name, kind, abbreviation } = agency;
  const tasks = ownTaskFacts(await deriveTasks(db, null, asOf), organization, asOf);
  return {
    kind: 'agency-report',
    agency: { name, kind, abbreviation },
    ...(await findProvince(db)),
    ...{ period, asOf, isWholeRegister: true, tasks },
    plans: [...new Set(tasks.map(({ plan }) => plan))].map((plan) => ({ name: plan, subject: null })),
    targets: await targetFacts(db, null, { year: period.year, today: asOf }, organization),
  };
};

const gatherReminder = async (
  { db, today }: Gathering,
  { answerBy, organizations: codes }: Extract<PaperRequest, { kind: 'reminder-letter' }>,
): Promise<ReminderFacts | GatherRefusal> => {
  const latest = addDays(today, LONGEST_TO_ANSWER_DAYS);
  if (answerBy < today || answerBy > latest) {
    return refuse('official-document.answer-day', { answerBy, today, latest });
  }
  const organizations = await listOrganizations(db);
  const tasks = await deriveTasks(db, null, today);
  const facts = { kind: 'reminder-letter', ...(await findProvince(db)), asOf: today, answerBy } as const;
  if (!codes) return { ...facts, tasks: lateTaskFacts(tasks, organizations, today) };
  const chosen = organizations.filter((one) => codes.includes(one.code) && one.kind !== 'group');
  const missing = codes.find((code) => !chosen.some((one) => one.code === code));
  if (missing !== undefined) return refuse('record.not-found', { kind: 'organization', code: missing });
  const late = lateTaskFactsOf(chosen, tasks, organizations, today);
  const inTime = chosen.map(bodyName).filter((name) => !late.some(({ leads }) => leads.includes(name)));
  if (inTime.length > 0) {
    return refuse('official-document.nothing-to-tell', { kind: 'reminder-letter', organizations: inTime });
  }
  return { ...facts, tasks: late };
};

const gatherAnswer = async (
  { db, today }: Gathering,
  difficulty: string,
): Promise<DifficultyAnswerFacts | GatherRefusal> => {
  const [found] = await listAnsweredDifficulties(db, difficulty);
  if (!found) return refuse('record.not-found', { kind: 'difficulty', id: difficulty });
  const { id: _, ...answered } = found;
  return { kind: 'difficulty-answer', ...(await findProvince(db)), asOf: today, ...answered };
};

const tellsNothing = (facts: DocumentFacts): boolean => {
  switch (facts.kind) {
    case 'progress-report':
    case 'agency-report':
      return facts.tasks.length === 0 && facts.targets.length === 0;
    case 'reminder-letter':
      return facts.tasks.length === 0;
    case 'findings-letter':
      return facts.findings.length === 0;
    case 'self-assessment':
    case 'result-announcement':
    case 'difficulty-answer':
      return false;
  }
};

const gather = async (
  gathering: Gathering,
  request: PaperRequest,
): Promise<DocumentFacts | GatherRefusal> => {
  const { db, today } = gathering;
  switch (request.kind) {
    case 'self-assessment':
      return gatherSelfAssessment(db, { snapshot: request.snapshot, today });
    case 'result-announcement':
      return gatherAnnouncement(db, {
        leagues: request.leagues,
        province: await findProvince(db),
        writtenIn: Number(today.slice(0, 4)),
      });
    case 'progress-report':
      return gatherProgress(gathering, request);
    case 'agency-report':
      return gatherAgencyReport(gathering, request);
    case 'reminder-letter':
      return gatherReminder(gathering, request);
    case 'difficulty-answer':
      return gatherAnswer(gathering, request.difficulty);
    case 'findings-letter':
      return gatherFindings({ ...gathering, province: await findProvince(db) }, request);
  }
};

/** Refuses whoever may not make a paper. */
export const admitRequest = (actor: Actor, request: PaperRequest): Refusal<'access.denied'> | undefined => {
  const decision = decideAccess(actor, 'official-document.write', { organizationCode: issuerOf(request) });
  return decision.permitted ? undefined : refuse('access.denied', { reason: decision.reason });
};

/** Collects all that a paper says; refuses one that would say nothing. */
export const gatherFacts = async (
  gathering: Gathering,
  request: PaperRequest,
): Promise<DocumentFacts | GatherRefusal> => {
  const facts = await gather(gathering, request);
  if ('code' in facts) return facts;
  return tellsNothing(facts) ? refuse('official-document.nothing-to-tell', { kind: request.kind }) : facts;
};
