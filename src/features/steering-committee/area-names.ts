import type { PlainDate } from '#core/kernel/plain-date.ts';
import { existsOn, type Organization } from '#core/organization/organization.ts';
import type { AreaPart } from '#core/steering-committee/area-part.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import type { AreaPartView } from './contract.ts';
import { listAreaTasks, listDocumentsWithSections, listIndicatorNames } from './reads.ts';

/** What parts of areas are named by, and held against. */
export interface AreaNames {
  readonly documents: Awaited<ReturnType<typeof listDocumentsWithSections>>;
  readonly tasks: Awaited<ReturnType<typeof listAreaTasks>>;
  readonly organizations: readonly Organization[];
  readonly indicators: ReadonlyMap<string, string>;
}

/** Reads all that these parts speak of. */
export const readAreaNames = async (db: Db | Tx, parts: readonly AreaPart[]): Promise<AreaNames> => {
  const tasks = await listAreaTasks(
    db,
    parts.flatMap((part) => (part.kind === 'task' ? [part.taskId] : [])),
  );
  const documentIds = [
    ...parts.flatMap((part) => (part.kind === 'section' ? [part.documentId] : [])),
    ...[...tasks.values()].map(({ documentId }) => documentId),
  ];
  return {
    tasks,
    documents: await listDocumentsWithSections(db, documentIds),
    organizations: await listOrganizations(db),
    indicators: await listIndicatorNames(db),
  };
};

const heirsOf = (
  organizations: readonly Organization[],
  code: string,
  today: PlainDate,
  seen: readonly string[] = [],
): readonly Organization[] =>
  organizations
    .filter((one) => !seen.includes(one.code) && one.predecessorCodes.includes(code))
    .flatMap((one) =>
      existsOn(one, today) ? [one] : heirsOf(organizations, one.code, today, [...seen, code, one.code]),
    );

const NOTHING = { document: null, section: null, organization: null, task: null, indicator: null };

const nameOf = ({ code, name }: Organization) => ({ code, name });

/** Whether a part means nothing of its own any more on the day. */
export const isPartGone = (part: AreaPart, names: AreaNames, today: PlainDate): boolean => {
  switch (part.kind) {
    case 'province':
      return false;
    case 'section': {
      const found = names.documents.get(part.documentId);
      return found === undefined || (part.section !== null && !found.sections.has(part.section));
    }
    case 'organization': {
      const found = names.organizations.find(({ code }) => code === part.code);
      return found === undefined || !existsOn(found, today);
    }
    case 'task':
      return names.tasks.get(part.taskId)?.isEnded !== false;
    case 'indicator':
      return !names.indicators.has(part.code);
  }
};

const namesOf = (part: AreaPart, { documents, tasks, organizations, indicators }: AreaNames) => {
  switch (part.kind) {
    case 'province':
      return {};
    case 'section':
      return { document: documents.get(part.documentId)?.document ?? null, section: part.section };
    case 'organization': {
      const found = organizations.find(({ code }) => code === part.code);
      return { organization: { code: part.code, name: found?.name ?? part.code } };
    }
    case 'task': {
      const task = tasks.get(part.taskId);
      const document = documents.get(task?.documentId ?? '')?.document ?? null;
      return { document, task: task ? { id: task.id, name: task.name } : null };
    }
    case 'indicator':
      return { indicator: { code: part.code, name: indicators.get(part.code) ?? null } };
  }
};

/** A part with its names, and whether it still means anything on the day. */
export const viewPart = (part: AreaPart, names: AreaNames, today: PlainDate): AreaPartView => {
  const isGone = isPartGone(part, names, today);
  const heirs =
    isGone && part.kind === 'organization' ? heirsOf(names.organizations, part.code, today).map(nameOf) : [];
  return { ...NOTHING, ...namesOf(part, names), kind: part.kind, isGone, heirs };
};
