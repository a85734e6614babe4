import { tidy } from '#core/kernel/text.ts';
import type { DueRule } from '#core/calendar/due-rule.ts';
import { isBeforeDay } from '#core/plan-reading/language/periods.ts';
import type {
  CitedDocumentReading,
  GapReading,
  IndicatorScoreReading,
  PlanReading,
  ProjectReading,
  ReadPeriod,
  ReportingDutyReading,
  ResourceReading,
  ResultReading,
  TargetReading,
  TaskReading,
} from '#core/plan-reading/reading.ts';
import type { AgencyRole, ItemKind } from './plan-item.ts';
import { dayOrNull } from './read-day.ts';

/** The reading of each kind of item. */
export interface ReadingOfKind {
  readonly target: TargetReading;
  readonly task: TaskReading;
  readonly project: ProjectReading;
  readonly gap: GapReading;
  readonly 'indicator-score': IndicatorScoreReading;
  readonly 'reporting-duty': ReportingDutyReading;
  readonly 'cited-document': CitedDocumentReading;
  readonly result: ResultReading;
  readonly resource: ResourceReading;
}

/** An agency as a reading names it. */
export interface NamedAgency {
  readonly role: AgencyRole;
  readonly name: string;
}

interface EntryOf<Kind extends ItemKind> {
  readonly kind: Kind;
  readonly reading: ReadingOfKind[Kind];
  /** Order of reading within the document, from 1. */
  readonly position: number;
  readonly name: string;
  readonly quote: string | null;
  readonly indicatorCode: string | null;
  readonly due: DueRule | null;
  readonly leadRaw: string | null;
  readonly coordinatingRaw: string | null;
  readonly agencies: readonly NamedAgency[];
}

/** A statement of a document in the form in which registers keep it: what all kinds share, beside the reading itself. */
export type RegisterEntry = { readonly [Kind in ItemKind]: EntryOf<Kind> }[ItemKind];

/** An item of a reading together with its kind: what history keeps. */
export type KindReading = {
  readonly [Kind in ItemKind]: { readonly kind: Kind; readonly reading: ReadingOfKind[Kind] };
}[ItemKind];

/** A statement out of its kind and its members, which are trusted to be of that kind: readings are only ever kept under their own. */
export const statementOf = (kind: string, reading: object): KindReading =>
  ({ kind, reading }) as unknown as KindReading;

const dueOfPeriod = (period: ReadPeriod | null): DueRule | null =>
  period && {
    kind: period.kind,
    raw: period.raw,
    start: dayOrNull(period.start),
    end: dayOrNull(period.end),
    before: isBeforeDay(period.raw),
  };

const dueOfDuty = (duty: ReportingDutyReading): DueRule => {
  const end = dayOrNull(duty.dueDate);
  return {
    kind: end ? 'day' : duty.recurringDays.length > 0 ? 'recurring' : 'other',
    raw: duty.raw,
    start: end,
    end,
    before: duty.comparator === '<',
  };
};

const named = (role: AgencyRole, names: readonly string[] | undefined): readonly NamedAgency[] =>
  [...new Set((names ?? []).map(tidy))].filter((name) => name !== '').map((name) => ({ role, name }));

const responsible = (reading: {
  readonly leadAgencies?: readonly string[];
  readonly coordinatingAgencies?: readonly string[];
}): readonly NamedAgency[] => [
  ...named('lead', reading.leadAgencies),
  ...named('coordinating', reading.coordinatingAgencies),
];

type OwnMembers = Pick<RegisterEntry, 'name' | 'indicatorCode' | 'due' | 'agencies' | 'leadRaw'> & {
  readonly coordinatingRaw?: string | null;
};

// A law is called by its subject, "Luật Dữ liệu", which tells the kind already.
const citedName = ({ docType, docNumber, subject, quote }: CitedDocumentReading): string => {
  const tellsKind = Boolean(docType) && subject?.startsWith(`${docType} `);
  const parts = tellsKind ? [subject, docNumber] : [docType, docNumber, subject];
  return parts.filter(Boolean).join(' ') || quote;
};

const membersOf = ({ kind, reading }: KindReading): OwnMembers => {
  switch (kind) {
    case 'target':
      return {
        name: reading.name,
        indicatorCode: reading.indicatorCode ?? null,
        due: dueOfPeriod(reading.deadline ?? reading.period),
        leadRaw: reading.leadRaw,
        coordinatingRaw: reading.coordinatingRaw,
        agencies: responsible(reading),
      };
    case 'task':
      return {
        name: reading.name,
        indicatorCode: null,
        due: dueOfPeriod(reading.deadline),
        leadRaw: reading.leadRaw,
        coordinatingRaw: reading.coordinatingRaw,
        agencies: [...responsible(reading), ...named('issuing', reading.issuingAgencies)],
      };
    case 'project':
      return {
        name: reading.name,
        indicatorCode: null,
        due: dueOfPeriod(reading.period),
        leadRaw: reading.investorRaw,
        agencies: named('investor', reading.investors),
      };
    case 'gap':
      return {
        name: reading.name,
        indicatorCode: reading.indicatorCode,
        due: null,
        leadRaw: reading.leadRaw,
        coordinatingRaw: reading.coordinatingRaw,
        agencies: responsible(reading),
      };
    case 'indicator-score':
      return { name: reading.name, indicatorCode: null, due: null, leadRaw: null, agencies: [] };
    case 'reporting-duty':
      return {
        name: reading.what,
        indicatorCode: null,
        due: dueOfDuty(reading),
        leadRaw: reading.reporterRaw,
        agencies: [
          ...named('reporting', reading.reporterAgencies),
          ...named('recipient', reading.recipientAgencies),
        ],
      };
    case 'cited-document':
      return {
        name: citedName(reading),
        indicatorCode: null,
        due: null,
        leadRaw: reading.leadRaw ?? null,
        agencies: named('lead', reading.leadAgencies),
      };
    case 'result':
      return { name: reading.name, indicatorCode: null, due: null, leadRaw: null, agencies: [] };
    case 'resource':
      return {
        name: reading.name ?? reading.periodLabel ?? reading.table ?? reading.id,
        indicatorCode: null,
        due: null,
        leadRaw: null,
        agencies: [],
      };
  }
};

/** Puts one item of a reading into the form of the registers. */
export const buildRegisterEntry = (item: KindReading, position: number): RegisterEntry => {
  const members = membersOf(item);
  const quote = tidy(item.reading.quote);
  return {
    coordinatingRaw: null,
    ...members,
    kind: item.kind,
    reading: item.reading,
    position,
    name: tidy(members.name),
    quote: quote === '' ? null : quote,
  } as RegisterEntry;
};

const listItems = (reading: PlanReading): readonly KindReading[] => [
  ...reading.targets.map((item) => ({ kind: 'target' as const, reading: item })),
  ...reading.tasks.map((item) => ({ kind: 'task' as const, reading: item })),
  ...reading.projects.map((item) => ({ kind: 'project' as const, reading: item })),
  ...reading.gaps.map((item) => ({ kind: 'gap' as const, reading: item })),
  ...reading.indicatorScores.map((item) => ({ kind: 'indicator-score' as const, reading: item })),
  ...reading.reportingDuties.map((item) => ({ kind: 'reporting-duty' as const, reading: item })),
  ...reading.citedDocuments.map((item) => ({ kind: 'cited-document' as const, reading: item })),
  ...reading.results.map((item) => ({ kind: 'result' as const, reading: item })),
  ...reading.resources.map((item) => ({ kind: 'resource' as const, reading: item })),
];

const lineOf = ({ reading }: KindReading): number => reading.line ?? Number.MAX_SAFE_INTEGER;

/** All items of a reading in order of reading: by line, items of one line in the order of the registers. */
export const listItemsInOrder = (reading: PlanReading): readonly KindReading[] =>
  listItems(reading).toSorted((a, b) => lineOf(a) - lineOf(b));

/** All statements of a reading in order of reading. */
export const buildRegisterEntries = (reading: PlanReading): readonly RegisterEntry[] =>
  listItemsInOrder(reading).map((item, index) => buildRegisterEntry(item, index + 1));

/** The lines of the source on which an entry stands, page breaks skipped; empty when the source has no lines. */
export const listEntryLines = (entry: RegisterEntry): readonly number[] => {
  const lines = [entry.reading.line, ...(entry.reading.continuation ?? []).map((part) => part.line)];
  return [...new Set(lines.filter((line) => line !== null))].toSorted((a, b) => a - b);
};
