import { buildFigureFinding, findingId, statementAt } from '#core/consistency/build-finding.ts';
import type { Figure } from '#core/consistency/records/figures.ts';
import type { Finding } from '#core/consistency/finding.ts';
import { findLastDayByName } from '#core/consistency/records/former-bodies.ts';
import type { Horizon } from '#core/consistency/records/horizon.ts';
import type { AgencyRecord, ConsistencyInput, ItemPlace } from '#core/consistency/records/records.ts';
import { findLastDay } from '#core/calendar/due-rule.ts';
import type { DueRule } from '#core/calendar/due-rule.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { recurringDay } from '#core/kernel/plain-date.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';

const isMember = (agency: AgencyRecord, group: AgencyRecord): boolean =>
  agency.kind !== null && group.memberKinds.includes(agency.kind);

const isSameOrPart = (a: AgencyRecord, b: AgencyRecord): boolean =>
  (a.code !== null && a.code === b.code) || a.name === b.name || isMember(a, b) || isMember(b, a);

/** Whether leads have something in common: a group and its member answer together, an agency that is not known may be anyone. */
export const mayAgree = (a: readonly AgencyRecord[], b: readonly AgencyRecord[]): boolean =>
  [...a, ...b].some((agency) => agency.code === null) ||
  a.some((one) => b.some((other) => isSameOrPart(one, other)));

const disputedLeads = (group: readonly Figure[], horizon: Horizon): readonly Figure[] => {
  const led = group.filter(
    (figure) => figure.role === 'target' && !figure.embedded && figure.leads.length > 0,
  );
  return led.filter((a) =>
    led.some(
      (b) =>
        horizon.concurrent(a, b) &&
        (a.fromYear ?? 0) <= (b.toYear ?? 0) &&
        (b.fromYear ?? 0) <= (a.toYear ?? 0) &&
        !mayAgree(a.leads, b.leads),
    ),
  );
};

const oncePerItem = (figures: readonly Figure[]): readonly Figure[] =>
  figures.filter(
    (figure, index) => figures.findIndex((other) => other.place.id === figure.place.id) === index,
  );

/** Targets of one measure for one time whose leading agencies have nothing in common. */
export const findLeadConflicts = (group: readonly Figure[], horizon: Horizon): readonly Finding[] => {
  const figures = oncePerItem(disputedLeads(group, horizon));
  if (figures.length < 2) return [];
  const years = figures.map((figure) => figure.toYear ?? 0);
  return [
    buildFigureFinding({
      kind: 'lead-conflict',
      severity: 'medium',
      year: Math.min(...years),
      figures,
      group,
      about: 'lead',
      horizon,
    }),
  ];
};

interface Assignment {
  readonly place: ItemPlace;
  readonly name: string;
  readonly due: DueRule | null;
  readonly agencies: readonly AgencyRecord[];
}

const listAssignments = (input: ConsistencyInput): readonly Assignment[] => {
  const tasks = input.tasks.map((task) => ({ ...task, agencies: [...task.leads, ...task.coordinating] }));
  const spot = ({ place }: Assignment): string => `${place.documentId}:${String(place.line)}`;
  const spots = new Set(tasks.map(spot));
  // A number inside a task is a target of its own and the same assignment.
  const targets = input.targets.map((target) => ({ ...target, agencies: target.leads }));
  return [...tasks, ...targets.filter((target) => !spots.has(spot(target)))];
};

// A register knows its own bodies; of others only the name tells what kind of body it was.
const withLastDay = (agency: AgencyRecord): AgencyRecord =>
  agency.code === null ? { ...agency, validTo: findLastDayByName(agency.name) ?? null } : agency;

interface EndedAssignment {
  readonly assignment: Assignment;
  readonly agency: AgencyRecord;
}

const buildObsoleteFinding = (
  entries: readonly EndedAssignment[],
  dueOn: (assignment: Assignment) => PlainDate | undefined,
): Finding => {
  const places = entries.map(({ assignment }) => assignment.place);
  return {
    id: findingId('obsolete-organization', null, places),
    kind: 'obsolete-organization',
    severity: 'medium',
    subject: entries[0]?.agency.name ?? '',
    indicatorCode: null,
    year: null,
    statements: entries.map(({ assignment, agency }) => ({
      ...statementAt('organization', assignment.place, assignment.name),
      agencies: [agency.name],
      dueOn: dueOn(assignment) ?? null,
    })),
    computed: null,
    difference: null,
    populationsDiffer: false,
    subjectsDiffer: false,
  };
};

/** Work that is due after the last day of an agency that has to do it: one finding per document and agency. */
export const findObsoleteOrganizations = (input: ConsistencyInput): readonly Finding[] => {
  const documents = new Map(input.documents.map((document) => [document.id, document]));
  const dueOn = (assignment: Assignment): PlainDate | undefined => {
    const lastDay = assignment.due === null ? undefined : findLastDay(assignment.due);
    const year = documents.get(assignment.place.documentId)?.year;
    return lastDay ?? (year ? recurringDay(year, '12-31') : undefined);
  };
  // Who planned before the agency ended could not know; its successor takes the work over.
  const wasAgreedBefore = (assignment: Assignment, validTo: PlainDate): boolean =>
    (documents.get(assignment.place.documentId)?.issuedOn ?? '9999') <= validTo;
  const ended = listAssignments(input).flatMap((assignment) =>
    assignment.agencies
      .map(withLastDay)
      .filter(
        ({ validTo }) =>
          validTo !== null && validTo < (dueOn(assignment) ?? '') && !wasAgreedBefore(assignment, validTo),
      )
      .map((agency) => ({ assignment, agency })),
  );
  const byAgency = groupBy(
    ended,
    ({ assignment, agency }) => `${assignment.place.documentId}:${agency.code ?? agency.name}`,
  );
  return [...byAgency.values()].map((entries) => buildObsoleteFinding(entries, dueOn));
};
