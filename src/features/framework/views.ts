import { checkAgencies } from '#core/scoring/check-agencies.ts';
import { checkFramework } from '#core/scoring/check-framework.ts';
import { type Framework, listComponents, listIndicators } from '#core/scoring/framework.ts';
import { listFrameworkActions } from '#core/scoring/framework-lifecycle.ts';
import { can, type Actor } from '#core/access/access.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Db } from '#server/db/database.ts';
import { listAccountNames } from '#server/registers/account-names.ts';
import type { FrameworkRow, FrameworkView } from './contract.ts';
import { readDraft } from '#server/read/admit-framework.ts';
import { listOrganizationNames } from '#server/registers/organization-names.ts';
import { countSubjects, isFrameworkInUse, listEdits, readOrganizationCodes } from './reads.ts';
import {
  findStoredFramework,
  type FrameworkKey,
  listStoredFrameworks,
  type StoredFramework,
} from './store.ts';

// A definition never changes under its fingerprint, so parsing it once is enough.
const parsed = new Map<string, Framework>();
const MOST_PARSED = 200;

/** The definition of a stored version. What is stored passed the schema of its time; a bug otherwise. */
const parseStored = (stored: StoredFramework): Framework => {
  const known = parsed.get(stored.fingerprint);
  if (known) return known;
  const framework = readDraft(stored.definition);
  if (isRefusal(framework)) throw new Error(`Stored framework ${stored.code}: ${JSON.stringify(framework)}`);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(stored.fingerprint, framework);
  return framework;
};

interface RowContext {
  readonly subjects: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, string>;
  /** Names of the organizations that own frameworks, by code. */
  readonly owners: ReadonlyMap<string, string>;
  /** The version in force that scores, by code. */
  readonly scoring: ReadonlyMap<string, number>;
}

const rowView = (stored: StoredFramework, context: RowContext): FrameworkRow => {
  const framework = parseStored(stored);
  const { code, version, assessmentYear } = framework;
  const isScoring = context.scoring.get(code) === version;
  const subjects = context.subjects.get(`${code} ${String(assessmentYear)}`) ?? 0;
  return {
    ...{ code, version, assessmentYear, isScoring },
    title: framework.title,
    owner:
      framework.owner === undefined
        ? null
        : { code: framework.owner, name: context.owners.get(framework.owner) ?? framework.owner },
    subjectKind: framework.subjectKind,
    status: framework.status ?? 'decreed',
    decisionNumber: framework.decision?.number ?? null,
    validFrom: framework.validFrom ?? null,
    validTo: framework.validTo ?? null,
    maximumPoints: framework.maximumPoints,
    mainIndicatorCount: framework.components.length,
    indicatorCount: listIndicators(framework).length,
    dataItemCount: framework.dataItems.length,
    state: stored.state,
    isLocked: stored.locked || (isScoring && subjects > 0),
    subjectCount: isScoring ? subjects : 0,
    basedOn: stored.basedOn,
    editVersion: stored.editVersion,
    changedAt: stored.changedAt,
    changedBy: stored.changedBy === null ? null : (context.names.get(stored.changedBy) ?? null),
  };
};

const scoringVersions = (all: readonly StoredFramework[]): ReadonlyMap<string, number> => {
  const inForce = all.filter(({ state }) => state === 'in-force');
  const newest = new Map<string, number>();
  for (const { code, version } of inForce) newest.set(code, Math.max(newest.get(code) ?? 0, version));
  return newest;
};

const contextOf = async (db: Db, all: readonly StoredFramework[]): Promise<RowContext> => ({
  subjects: await countSubjects(db),
  names: await listAccountNames(
    db,
    all.flatMap(({ changedBy }) => changedBy ?? []),
  ),
  owners: await listOrganizationNames(
    db,
    all.flatMap((stored) => parseStored(stored).owner ?? []),
  ),
  scoring: scoringVersions(all),
});

/** All versions of all frameworks but the discarded ones. */
export const listFrameworkRows = async (db: Db): Promise<readonly FrameworkRow[]> => {
  const all = await listStoredFrameworks(db);
  const context = await contextOf(db, all);
  return all.filter(({ state }) => state !== 'discarded').map((stored) => rowView(stored, context));
};

/** A version with its row. */
export interface FoundFramework {
  readonly stored: StoredFramework;
  readonly framework: Framework;
  readonly row: FrameworkRow;
  readonly versions: readonly StoredFramework[];
}

/** One version, or why there is none. */
export const findFrameworkVersion = async (
  db: Db,
  key: FrameworkKey,
): Promise<FoundFramework | Refusal<'record.not-found'>> => {
  const versions = await listStoredFrameworks(db, key.code);
  const stored = versions.find(({ version }) => version === key.version);
  if (!stored) return refuse('record.not-found', { kind: 'framework', ...key });
  const row = rowView(stored, await contextOf(db, versions));
  return { stored, framework: parseStored(stored), row, versions };
};

const listComparable = async (
  db: Db,
  { stored, versions }: FoundFramework,
): Promise<FrameworkView['comparable']> => {
  const original = stored.basedOn && (await findStoredFramework(db, stored.basedOn));
  const others = versions.filter(({ version }) => version !== stored.version);
  const all = original && original.code !== stored.code ? [original, ...others] : others;
  return all
    .filter(({ state }) => state !== 'discarded')
    .map(({ code, version, state }) => ({ code, version, state }));
};

/** The page of one version. */
export const viewFramework = async (
  db: Db,
  key: FrameworkKey,
  actor: Actor | undefined,
): Promise<FrameworkView | Refusal> => {
  const found = await findFrameworkVersion(db, key);
  if (isRefusal(found)) return found;
  const { stored, framework, row } = found;
  const isInUse = row.isLocked || (await isFrameworkInUse(db, key, framework.assessmentYear));
  const actions = can(actor, 'framework.write') ? listFrameworkActions({ state: stored.state, isInUse }) : [];
  return {
    row,
    definition: framework,
    findings: [
      ...checkFramework(framework),
      ...checkAgencies(framework, await readOrganizationCodes(db)),
    ].map((finding) => ({
      ...finding,
      details: { ...finding.details },
    })),
    comparable: await listComparable(db, found),
    history: await listEdits(db, key),
    actions: [...actions],
  };
};

/** Names of components of both frameworks, those of the newer first. */
export const componentNames = (before: Framework, after: Framework) =>
  new Map(
    [...listComponents(before.components), ...listComponents(after.components)].map(
      ({ code, name }) => [code, name] as const,
    ),
  );
