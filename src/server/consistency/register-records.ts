import { buildYearFigures, readTargetYear, readYear } from '#core/consistency/build-records.ts';
import type {
  ConsistencyInput,
  DocumentRecord,
  GapRecord,
  ItemPlace,
  ProjectRecord,
  TargetRecord,
  TaskRecord,
} from '#core/consistency/records.ts';
import type { DueRule } from '#core/calendar/due-rule.ts';
import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import type { GapItem, ProjectItem, RegisterItem, TargetItem, TaskItem } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { storedDay } from '#server/registers/stored-day.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { subjectOf } from './document-subject.ts';
import { agenciesIn, listAgencyFacts, type Agencies } from './agency-facts.ts';
import { listContentRecords } from './content-records.ts';

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
  verdict: item.verdict,
  embedded: item.embedded,
});

const taskRecord = (item: TaskItem, facts: Agencies): TaskRecord => ({
  place: placeOf(item),
  kind: item.form,
  name: item.name,
  appendix: item.place.appendix,
  section: item.place.section,
  order: item.place.order,
  due: dueOf(item.due),
  leads: agenciesIn('lead', item.agencies, facts),
  coordinating: agenciesIn('coordinating', item.agencies, facts),
});

const projectRecord = (item: ProjectItem): ProjectRecord => ({
  place: placeOf(item),
  name: item.name,
  appendix: item.place.appendix,
  section: item.place.section,
  order: item.place.order,
});

const gapRecord = (item: GapItem, facts: Agencies): GapRecord => ({
  place: placeOf(item),
  name: item.name,
  indicatorCode: item.indicatorCode,
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
    projects: items.flatMap((item) => (item.kind === 'project' ? [projectRecord(item)] : [])),
    gaps: items.flatMap((item) => (item.kind === 'gap' ? [gapRecord(item, facts)] : [])),
  };
};

const listDocuments = async (db: Db): Promise<readonly DocumentRecord[]> => {
  const organizations = await listOrganizations(db);
  const documents = await db
    .selectFrom('document')
    .select(['document.id', 'document.issue_date', 'document.year'])
    .execute();
  return documents.map((document) => {
    return {
      id: document.id,
      issuedOn: storedDay(document.issue_date),
      year: document.year,
      subject: subjectOf(document.issue_date, document.year, organizations),
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
  };
};
