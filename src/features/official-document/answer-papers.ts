import { can, decideAccess, findReach, permittedActions, type Actor } from '#core/access/access.ts';
import type { Action } from '#core/access/permissions.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { existsOn, type OrganizationKind } from '#core/organization/organization.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { PROVINCE_ISSUER } from '#core/report/letterhead.ts';
import type { OfficialDocument } from '#core/report/official-document.ts';
import { countTableRows, hasTables } from '#core/report/table-sheets.ts';
import { PAPER_KINDS } from '#core/report/writing/write-document.ts';
import type { Db } from '#server/db/database.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import type { Paper, PaperChoices, PaperRendering, PaperView } from './contract.ts';
import { listAnsweredDifficulties } from './gather/difficulty-reads.ts';
import { listContradictedDocuments } from './gather/gather-findings.ts';
import { documentOf, hashFacts } from './make-paper.ts';
import { listKeptLeagues, listKeptScores, listPlans } from './reads.ts';
import { listFiles, listRenderings, type RenderingLine } from './rendering-store.ts';
import { findPaper, listPaperLines, type PaperLine, type StoredPaper } from './store.ts';
import { listNewestTemplates } from './template/template-store.ts';

const viewOf = ({ organizationCode, organizationName, madeByName, ...line }: PaperLine): Paper => ({
  ...line,
  organization: { code: organizationCode, name: organizationName },
  madeBy: madeByName,
});

/** Papers within reach, newest first. */
export const answerPapers = async (
  db: Db,
  actor: Actor | undefined,
): Promise<{ items: Paper[]; total: number; actions: Action[] }> => {
  const items = (await listPaperLines(db, findReach(actor, 'official-document.read'))).map(viewOf);
  return { items, total: items.length, actions: [...permittedActions(actor)] };
};

/** One paper in short. */
export const answerPaper = async (db: Db, id: string): Promise<Paper | Refusal<'record.not-found'>> => {
  const [line] = await listPaperLines(db, { kind: 'all' }, id);
  return line ? viewOf(line) : refuse('record.not-found', { kind: 'official-document', id });
};

/** The kept paper, for who may look at it. */
export const openPaper = async (
  db: Db,
  actor: Actor | undefined,
  id: string,
): Promise<StoredPaper | Refusal<'record.not-found' | 'access.denied'>> => {
  const paper = await findPaper(db, id);
  if (!paper) return refuse('record.not-found', { kind: 'official-document', id });
  const decision = decideAccess(actor, 'official-document.read', {
    organizationCode: paper.organizationCode,
  });
  return decision.permitted ? paper : refuse('access.denied', { reason: decision.reason });
};

// About what becomes a file in the time that somebody waits for it.
const MOST_ROWS_AT_ONCE = 2500;

const isLong = (document: OfficialDocument): boolean => countTableRows(document) > MOST_ROWS_AT_ONCE;

const renderingView = (
  { version, number, issuedOn, signing, template, madeAt, madeByName }: RenderingLine,
  files: Awaited<ReturnType<typeof listFiles>>,
): PaperRendering => ({
  ...{ version, number, issuedOn, signing, template, madeAt },
  files: files.filter((file) => file.version === version).map(({ format }) => format),
  madeBy: madeByName,
});

/** A paper with what it was made from and what was given to it. */
export const answerPaperView = async (
  db: Db,
  actor: Actor | undefined,
  id: string,
): Promise<PaperView | Refusal<'record.not-found' | 'access.denied'>> => {
  const paper = await openPaper(db, actor, id);
  if (isRefusal(paper)) return paper;
  const line = await answerPaper(db, id);
  if (isRefusal(line)) return line;
  const document = documentOf(paper);
  const { head, signature } = document;
  const { organizationCode, kind } = paper;
  const files = await listFiles(db, id);
  return {
    ...line,
    request: paper.request,
    isIntact: hashFacts(paper.facts) === paper.factsHash,
    series: head.symbol,
    hasTables: hasTables(document),
    isLong: isLong(document),
    signature: { capacity: signature.capacity, offices: signature.offices },
    renderings: (await listRenderings(db, id)).map((one) => renderingView(one, files)),
    templates: (await listNewestTemplates(db, { organizationCode, kind })).map(
      ({ id: templateId, name, version }) => ({ id: templateId, name, version }),
    ),
    mayIssue: can(actor, 'official-document.write', { organizationCode }),
  };
};

// Who is only named by plans, or stands for others, writes no papers.
const REPORTING: readonly OrganizationKind[] = [
  'department',
  'board',
  'police',
  'vertical-agency',
  'public-service-unit',
  'association',
  'commune',
  'ward',
  'special-zone',
];

const answeredChoices = async (db: Db): Promise<PaperChoices['difficulties']> =>
  (await listAnsweredDifficulties(db)).map(({ id, organization, words }) => ({ id, organization, words }));

/** What this person can make papers from. */
export const answerChoices = async (
  db: Db,
  actor: Actor | undefined,
  today: PlainDate,
): Promise<PaperChoices> => {
  const organizations = await listOrganizations(db);
  const mayMake = (organizationCode: string): boolean =>
    can(actor, 'official-document.write', { organizationCode });
  const reporting = organizations.filter((one) => REPORTING.includes(one.kind) && existsOn(one, today));
  const own = reporting.filter(({ code }) => mayMake(code));
  const ofProvince = mayMake(PROVINCE_ISSUER);
  const province = organizations.find((one) => one.kind === 'province' && existsOn(one, today));
  const issuer = organizations.find(({ code }) => code === PROVINCE_ISSUER);
  return {
    province: ofProvince && issuer ? { code: issuer.code, name: issuer.name } : null,
    kinds: PAPER_KINDS.filter((kind) => (kind === 'agency-report' ? own.length > 0 : ofProvince)),
    today,
    snapshots: ofProvince && province ? [...(await listKeptScores(db, province.code))] : [],
    leagues: ofProvince ? [...(await listKeptLeagues(db))] : [],
    difficulties: ofProvince ? await answeredChoices(db) : [],
    contradictedDocuments: ofProvince ? [...(await listContradictedDocuments({ db, today, actor }))] : [],
    plans: ofProvince ? [...(await listPlans(db))] : [],
    organizations: own.map(({ code, name }) => ({ code, name })),
    addressees: ofProvince ? reporting.map(({ code, name }) => ({ code, name })) : [],
  };
};
