import { FrameworkDefinition } from '#contract/framework.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { recurringDay } from '#core/kernel/plain-date.ts';
import { existsOn } from '#core/organization/organization.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { League } from '#core/scoring/rule-outcome.ts';
import { buildLeague, comparesSubjects } from '#core/scoring/score-league.ts';
import { isSubjectOfKind } from '#core/scoring/subject-kind.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { findSubject, type SubjectRow } from './subjects.ts';
import {
  findFrameworkMark,
  findFingerprint,
  getFrameworkDefinition,
  getStoredFramework,
  listFrameworkMarks,
} from './frameworks.ts';
import {
  findLatestKey,
  type IndexKey,
  listDataValues,
  listLeagueValues,
  type StoredValue,
} from './data-values.ts';

// A definition never changes under its fingerprint, so parsing it once is enough.
const parsed = new Map<string, Framework>();

const parse = (fingerprint: string, definition: unknown): Framework => {
  const framework = parsed.get(fingerprint) ?? FrameworkDefinition.parse(definition);
  parsed.set(fingerprint, framework);
  return framework;
};

/** The newest version of a framework in force, or undefined when there is none. */
export const findFramework = async (db: Db | Tx, code: string): Promise<Framework | undefined> => {
  const mark = await findFrameworkMark(db, code);
  return mark && getFrameworkOfMark(db, code, mark);
};

/** The newest version of every framework that is in force, by code. */
export const listFrameworksInForce = async (db: Db | Tx): Promise<readonly Framework[]> => {
  const marks = await listFrameworkMarks(db);
  return Promise.all(marks.map((mark) => getFrameworkOfMark(db, mark.code, mark)));
};

/** A certain version of a framework, or undefined when there is no such version. */
export const findFrameworkVersion = async (
  db: Db | Tx,
  code: string,
  version: number,
): Promise<Framework | undefined> => {
  const fingerprint = await findFingerprint(db, code, version);
  return fingerprint === undefined ? undefined : getFrameworkOfMark(db, code, { version, fingerprint });
};

/** The version of a framework that is known by its fingerprint already: read from the database once. */
export const getFrameworkOfMark = async (
  db: Db | Tx,
  code: string,
  { version, fingerprint }: { readonly version: number; readonly fingerprint: string },
): Promise<Framework> =>
  parsed.get(fingerprint) ?? parse(fingerprint, await getFrameworkDefinition(db, code, version));

/** A certain version of a framework with its definition as it is stored. */
export const getFrameworkVersion = async (
  db: Db | Tx,
  code: string,
  version: number,
): Promise<{ readonly framework: Framework; readonly definition: unknown }> => {
  const { fingerprint, definition } = await getStoredFramework(db, code, version);
  return { framework: parse(fingerprint, definition), definition };
};

/** The framework and the values that one score is made of. */
export interface IndexValues {
  readonly key: IndexKey;
  readonly framework: Framework;
  readonly stored: readonly StoredValue[];
  readonly values: DataValues;
  /** The bests of the league when this subject has these values; undefined where no rule compares subjects. */
  readonly leagueWith: (values: DataValues) => League | undefined;
}

/** A score's data with the names of its subject. */
export interface IndexData extends IndexValues {
  readonly subject: SubjectRow;
}

/** What a request may leave out. */
export interface IndexSelection {
  readonly framework?: string | undefined;
  readonly subject?: string | undefined;
  readonly year?: number | undefined;
}

const findKey = async (db: Db | Tx, selection: IndexSelection): Promise<IndexKey | undefined> => {
  const { framework, subject, year } = selection;
  if (framework !== undefined && subject !== undefined && year !== undefined) {
    return { framework, subject, year };
  }
  return findLatestKey(db, {
    ...(framework !== undefined && { framework }),
    ...(subject !== undefined && { subject }),
    ...(year !== undefined && { year }),
  });
};

// A framework scores subjects of one kind for one year: figures of others would be a score that nobody asked for.
const findUnassessed = (
  { assessmentYear, subjectKind }: Framework,
  { year }: IndexKey,
  subject: SubjectRow,
): Refusal<'index.not-assessed'> | undefined => {
  if (year !== assessmentYear) return refuse('index.not-assessed', { field: 'year', assessmentYear });
  if (!isSubjectOfKind(subjectKind, subject.kind))
    return refuse('index.not-assessed', { field: 'subject', subjectKind });
  // A year is assessed when it is over: who had ended by then has no score, its successor has.
  return existsOn(subject, recurringDay(year, '12-31'))
    ? undefined
    : refuse('index.not-assessed', { field: 'subject', existedOn: recurringDay(year, '12-31') });
};

const loadLeague = async (
  db: Db | Tx,
  framework: Framework,
  key: IndexKey,
): Promise<IndexValues['leagueWith']> => {
  if (!comparesSubjects(framework)) return () => undefined;
  const others = await listLeagueValues(db, key);
  return (values) => buildLeague(framework, new Map([...others, [key.subject, values]]));
};

const loadValues = async (db: Db | Tx, key: IndexKey): Promise<IndexValues | Refusal<'record.not-found'>> => {
  const framework = await findFramework(db, key.framework);
  if (!framework) return refuse('record.not-found', { kind: 'framework', code: key.framework });
  const stored = await listDataValues(db, key);
  // A subject with values exists: the database sees to it.
  if (stored.length === 0 && !(await findSubject(db, key.subject))) {
    return refuse('record.not-found', { kind: 'organization', code: key.subject });
  }
  const values = new Map(stored.map(({ item, value }) => [item, value]));
  return { key, framework, stored, values, leagueWith: await loadLeague(db, framework, key) };
};

/**
 * Loads what is needed to score; refuses when there is no such framework, subject or data, and when the framework
 * does not assess this subject or year.
 */
export const loadIndex = async (
  db: Db | Tx,
  selection: IndexSelection,
): Promise<IndexData | Refusal<'record.not-found' | 'index.not-assessed'>> => {
  const key = await findKey(db, selection);
  if (!key) return refuse('record.not-found', { kind: 'index', ...selection });
  const loaded = await loadValues(db, key);
  if (isRefusal(loaded)) return loaded;
  const subject = await findSubject(db, key.subject);
  if (!subject) return refuse('record.not-found', { kind: 'organization', code: key.subject });
  return findUnassessed(loaded.framework, key, subject) ?? { ...loaded, subject };
};
