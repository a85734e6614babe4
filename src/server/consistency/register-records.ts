import { buildYearFigures, readTargetYear, readYear } from '#core/consistency/records/build-records.ts';
import type {
  ConsistencyInput,
  DocumentRecord,
  GapRecord,
  ItemPlace,
  ProjectRecord,
  TargetRecord,
  TaskRecord,
} from '#core/consistency/records/records.ts';
import type { DueRule } from '#core/calendar/due-rule.ts';
import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import type { GapItem, ProjectItem, RegisterItem, TargetItem, TaskItem } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { storedDay } from '#server/registers/stored-day.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { readScope, subjectOf } from './document-subject.ts';
import { agenciesIn, listAgencyFacts, type Agencies } from './agency-facts.ts';
import { listContentRecords } from './content-records.ts';
import { listDecidedLinks } from './decided-links.ts';

const placeOf = (item: RegisterItem): ItemPlace => ({
  kind: item.kind,
  id: item.id,
  documentId: item.document.id,
  line: item.place.line,
});

const dueOf = (due: RegisterItem['due']): DueRule | null =>
  due && {
    kind: due.kind,
    raw: due.raw,
    start: due.start === null ? null : plainDate(due.start),
    end: due.end === null ? null : plainDate(due.end),
    before: due.before,
  };

const numbered = ({ place: { appendix, section, order } }: RegisterItem) => ({ appendix, section, order });

const baselineOf = ({ baseline }: TargetItem): TargetRecord['baseline'] => {
  if (baseline === null) return null;
  const [figure] = buildYearFigures({
    label: baseline.period ?? '',
    comparator: '=',
    value: baseline.value,
    unit: baseline.unit,
    start: null,
    end: null,
  });
  return figure ?? null;
};

const targetRecord = (item: TargetItem, facts: Agencies): TargetRecord => ({
  place: placeOf(item),
  name: item.name,
  indicatorCode: item.indicatorCode,
  comparator: item.comparator,
  value: item.value,
  unit: item.unit,
  basis: item.basis,
  year: readTargetYear(item.period?.end ?? null, item.due?.end ?? null),
  due: dueOf(item.due),
  baseline: baselineOf(item),
  phases: item.phases.flatMap(buildYearFigures),
  actuals: item.actuals.flatMap(buildYearFigures),
  plannedValues: item.plannedValues.flatMap(buildYearFigures),
  leads: agenciesIn('lead', item.agencies, facts),
  ...numbered(item),
  verdict: item.verdict,
  embedded: item.embedded,
});

const taskRecord = (item: TaskItem, facts: Agencies): TaskRecord => ({
  place: placeOf(item),
  kind: item.form,
  name: item.name,
  ...numbered(item),
  due: dueOf(item.due),
  leads: agenciesIn('lead', item.agencies, facts),
  coordinating: agenciesIn('coordinating', item.agencies, facts),
  expectedResult: item.expectedResult,
});

const projectRecord = (item: ProjectItem, facts: Agencies): ProjectRecord => ({
  place: placeOf(item),
  name: item.name,
  ...numbered(item),
  due: dueOf(item.due),
  investors: agenciesIn('investor', item.agencies, facts),
});

const gapRecord = (item: GapItem, facts: Agencies): GapRecord => ({
  place: placeOf(item),
  name: item.name,
  indicatorCode: item.indicatorCode,
  score: item.score,
  maximumScore: item.maximumScore,
  currentValue: item.currentValue,
  currentUnit: item.currentUnit,
  numerator: item.numerator,
  denominator: item.denominator,
  year: readYear(item.scorePeriod),
  leads: agenciesIn('lead', item.agencies, facts),
});

type Registers = Pick<ConsistencyInput, 'targets' | 'tasks' | 'projects' | 'gaps'>;

const listRegisters = async (db: Db, today: PlainDate, facts: Agencies): Promise<Registers> => {
  const rows = await db
    .selectFrom('document_item')
    .select('id')
    .where('kind', 'in', ['target', 'task', 'project', 'gap'])
    .where('ended_by', 'is', null)
    .orderBy('document_id')
    .orderBy('position')
    .execute();
  const items = await listRegisterItems(
    db,
    rows.map(({ id }) => id),
    today,
  );
  return {
    targets: items.flatMap((item) => (item.kind === 'target' ? [targetRecord(item, facts)] : [])),
    tasks: items.flatMap((item) => (item.kind === 'task' ? [taskRecord(item, facts)] : [])),
    projects: items.flatMap((item) => (item.kind === 'project' ? [projectRecord(item, facts)] : [])),
    gaps: items.flatMap((item) => (item.kind === 'gap' ? [gapRecord(item, facts)] : [])),
  };
};

const listDocuments = async (db: Db): Promise<readonly DocumentRecord[]> => {
  const organizations = await listOrganizations(db);
  const documents = await db
    .selectFrom('document')
    .select(['document.id', 'document.issue_date', 'document.year'])
    .select(['document.doc_type', 'document.doc_number', 'document.issuing_agency', 'document.subject_line'])
    .execute();
  return documents.map((document) => {
    return {
      id: document.id,
      issuedOn: storedDay(document.issue_date),
      year: document.year,
      subject: subjectOf(document.issue_date, document.year, organizations),
      scope: readScope(
        { issuingAgency: document.issuing_agency, subjectLine: document.subject_line },
        organizations,
      ),
      head: {
        docType: document.doc_type,
        docNumber: document.doc_number,
        issuer: document.issuing_agency,
        title: document.subject_line,
      },
    };
  });
};

/** What the registers hold, as far as contradictions ask. */
export const listRegisterRecords = async (
  db: Db,
  today: PlainDate,
): Promise<Omit<ConsistencyInput, 'scoreVerdicts' | 'forecasts'>> => {
  const facts = await listAgencyFacts(db);
  return {
    documents: await listDocuments(db),
    ...(await listRegisters(db, today, facts)),
    ...(await listContentRecords(db, facts)),
    links: await listDecidedLinks(db),
  };
};
