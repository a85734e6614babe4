import {
  buildReportingDuties,
  buildYearFigures,
  readIncrease,
  readTargetYear,
  readYear,
} from './build-records.ts';
import type {
  AgencyRecord,
  CitationRecord,
  ConsistencyInput,
  DocumentHeadRecord,
  ItemPlace,
  TargetRecord,
  YearFigure,
} from './records.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import type { AgencyRole } from '#core/plan/plan-item.ts';
import { dayOrNull } from '#core/plan/read-day.ts';
import { numberText, splitValue } from '#core/plan/read-number.ts';
import { buildRegisterEntries, type ReadingOfKind, type RegisterEntry } from '#core/plan/register-entry.ts';
import type {
  CitedDocumentReading,
  DocumentHead,
  LabelledNumber,
  Measure,
  PlanReading,
} from '#core/plan-reading/reading.ts';

/** What one document says, as far as contradictions ask; what the rules give for its figures is not among it. */
export type DocumentRecords = Omit<ConsistencyInput, 'scoreVerdicts' | 'forecasts'>;

/** A document that was read but is in no register. */
export interface UnregisteredDocument {
  readonly id: string;
  readonly reading: PlanReading;
  /** Whom it speaks for, by the same keys as the documents that it is compared with. */
  readonly subject: string;
  /** Whose figures they are, by the same keys; empty for the province. */
  readonly scope: string;
}

type EntryOf<Kind extends RegisterEntry['kind']> = Extract<RegisterEntry, { kind: Kind }>;

const NO_FACTS = { code: null, kind: null, memberKinds: [], validTo: null };

const agencyRecord = (name: string, agencies: AgencyDirectory): AgencyRecord => {
  const [found, ...others] = agencies.find(name);
  if (!found || others.length > 0) return { name, asWritten: name, ...NO_FACTS };
  const { code, kind, memberKinds, validTo } = found;
  return { name, asWritten: name, code, kind, memberKinds, validTo };
};

const yearFigures = (measures: readonly Measure[]): readonly YearFigure[] =>
  measures.flatMap(({ label, comparator, value, unit, start, end }) =>
    buildYearFigures({
      ...{ label, comparator, unit },
      value: splitValue(value).value,
      start: dayOrNull(start),
      end: dayOrNull(end),
    }),
  );

const baselineOf = ({ baseline }: ReadingOfKind['target']): TargetRecord['baseline'] =>
  (baseline &&
    buildYearFigures({
      label: baseline.period ?? '',
      comparator: '=',
      value: numberText(baseline.value),
      unit: baseline.unit,
      start: null,
      end: null,
    })[0]) ??
  null;

const amounts = (read: readonly LabelledNumber[]) =>
  read.map(({ label, value }) => ({ label, value: numberText(value) }));

const headOf = ({ docType, docNumber, issuingAgency, subjectLine }: DocumentHead): DocumentHeadRecord => ({
  ...{ docType, docNumber },
  issuer: issuingAgency,
  title: subjectLine,
});

const citationOf = (reading: CitedDocumentReading): Omit<CitationRecord, 'place' | 'quote'> => {
  const issuedOn = dayOrNull(reading.issueDate);
  return {
    role: reading.role,
    docType: reading.docType,
    docNumber: reading.docNumber,
    issuedOn: issuedOn === null ? null : plainDate(issuedOn),
    issuer: reading.issuingAgency,
    title: reading.subject,
    locality: reading.locality ?? null,
  };
};

/** Brings what was read in a document to the form in which registers are compared, without entering it anywhere. */
export const buildReadingRecords = (
  { id, reading, subject, scope }: UnregisteredDocument,
  agencies: AgencyDirectory,
): DocumentRecords => {
  const entries = buildRegisterEntries(reading);
  const of = <Kind extends RegisterEntry['kind']>(kind: Kind): readonly EntryOf<Kind>[] =>
    entries.filter((entry): entry is EntryOf<Kind> => entry.kind === kind);
  const named = (entry: RegisterEntry, role: AgencyRole): readonly AgencyRecord[] =>
    entry.agencies.filter((agency) => agency.role === role).map(({ name }) => agencyRecord(name, agencies));
  const shared = (entry: RegisterEntry) => ({
    place: {
      kind: entry.kind,
      id: `${id}:${entry.kind}:${String(entry.position)}`,
      documentId: id,
      line: entry.reading.line,
    } satisfies ItemPlace,
    name: entry.name,
  });
  const numbered = ({ reading: { appendix, section, order } }: RegisterEntry) => ({
    appendix,
    section,
    order,
  });
  const { issueDate, year } = reading.document;
  const issuedOn = dayOrNull(issueDate);
  return {
    documents: [
      {
        ...{ id, year, subject, scope },
        issuedOn: issuedOn === null ? null : plainDate(issuedOn),
        head: headOf(reading.document),
      },
    ],
    targets: of('target').map((entry) => ({
      ...shared(entry),
      indicatorCode: entry.indicatorCode,
      comparator: entry.reading.comparator,
      value: splitValue(entry.reading.value).value,
      unit: entry.reading.unit,
      basis: entry.reading.basis,
      year: readTargetYear(dayOrNull(entry.reading.period?.end), entry.due?.end ?? null),
      due: entry.due,
      baseline: baselineOf(entry.reading),
      phases: yearFigures(entry.reading.phases),
      actuals: yearFigures(entry.reading.actuals),
      plannedValues: yearFigures(entry.reading.plannedValues),
      leads: named(entry, 'lead'),
      ...numbered(entry),
      verdict: entry.reading.statusVsPlan ?? null,
      embedded: entry.reading.embedded,
    })),
    tasks: of('task').map((entry) => ({
      ...shared(entry),
      ...numbered(entry),
      kind: entry.reading.kind,
      due: entry.due,
      leads: named(entry, 'lead'),
      coordinating: named(entry, 'coordinating'),
      expectedResult: entry.reading.expectedResult,
    })),
    projects: of('project').map((entry) => ({
      ...shared(entry),
      ...numbered(entry),
      due: entry.due,
      investors: named(entry, 'investor'),
    })),
    gaps: of('gap').map((entry) => ({
      ...shared(entry),
      indicatorCode: entry.indicatorCode,
      score: numberText(entry.reading.score),
      maximumScore: numberText(entry.reading.maxScore),
      currentValue: numberText(entry.reading.currentValue),
      currentUnit: entry.reading.currentUnit,
      numerator: numberText(entry.reading.numerator),
      denominator: numberText(entry.reading.denominator),
      year: readYear(entry.reading.scorePeriod ?? null),
      leads: named(entry, 'lead'),
    })),
    indicatorScores: of('indicator-score').map((entry) => ({
      ...shared(entry),
      table: entry.reading.table ?? '',
      order: entry.reading.order,
      maximumScore: numberText(entry.reading.maxScore),
      scores: amounts(entry.reading.scores),
      isTotal: entry.reading.isTotal,
    })),
    results: of('result').map((entry) => ({
      ...shared(entry),
      section: entry.reading.section,
      comparator: entry.reading.comparator,
      value: splitValue(entry.reading.value).value,
      unit: entry.reading.unit,
      percent: numberText(entry.reading.percent),
      numerator: numberText(entry.reading.numerator),
      denominator: numberText(entry.reading.denominator),
      year: readYear(entry.reading.asOf ?? null),
      increase: readIncrease(entry.reading.deltaRaw ?? null),
      quote: entry.quote,
    })),
    resources: of('resource').map((entry) => ({
      ...shared(entry),
      table: entry.reading.table ?? '',
      amounts: amounts(entry.reading.amounts),
      total: numberText(entry.reading.total),
      isTotal: entry.reading.isTotal,
      appendix: entry.reading.appendix,
      section: entry.reading.section,
      quote: entry.quote,
    })),
    reportingDuties: of('reporting-duty').flatMap((entry) => {
      const { frequency, covers, validFor, comparator, recurringDays } = entry.reading;
      return buildReportingDuties({
        place: shared(entry).place,
        what: entry.name,
        recipients: named(entry, 'recipient'),
        ...{ frequency, covers, validFor, comparator, recurringDays },
        dueDate: dayOrNull(entry.reading.dueDate),
        documentYear: year,
      });
    }),
    citations: of('cited-document').map((entry) => ({
      ...citationOf(entry.reading),
      place: shared(entry).place,
      quote: entry.quote,
    })),
  };
};

/** Puts the records of several documents, registered or not, side by side. */
export const joinRecords = (all: readonly DocumentRecords[]): DocumentRecords => ({
  documents: all.flatMap(({ documents }) => documents),
  targets: all.flatMap(({ targets }) => targets),
  tasks: all.flatMap(({ tasks }) => tasks),
  projects: all.flatMap(({ projects }) => projects),
  gaps: all.flatMap(({ gaps }) => gaps),
  indicatorScores: all.flatMap(({ indicatorScores }) => indicatorScores),
  results: all.flatMap(({ results }) => results),
  resources: all.flatMap(({ resources }) => resources),
  reportingDuties: all.flatMap(({ reportingDuties }) => reportingDuties),
  citations: all.flatMap(({ citations }) => citations),
});
