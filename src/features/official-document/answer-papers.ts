import { can, decideAccess, findReach, permittedActions, type Actor } from '#core/access/access.ts';
import type { Action } from '#core/access/permissions.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { existsOn, type OrganizationKind } from '#core/organization/organization.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { PAPER_KINDS } from '#core/report/writing/write-document.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import type { Db } from '#server/db/database.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import type { DocumentRenderer } from '#server/report/document-renderer.ts';
import type { Paper, PaperChoices, PaperFormat, PaperView } from './contract.ts';
import { PROVINCE_ISSUER } from './gather-facts.ts';
import { documentOf, hashFacts } from './make-paper.ts';
import { listKeptLeagues, listKeptScores, listPlans } from './reads.ts';
import { findPaper, listPaperLines, type PaperLine, type StoredPaper } from './store.ts';

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

const openPaper = async (
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

/** A paper with what it was made from. */
export const answerPaperView = async (
  db: Db,
  actor: Actor | undefined,
  id: string,
): Promise<PaperView | Refusal<'record.not-found' | 'access.denied'>> => {
  const paper = await openPaper(db, actor, id);
  if (isRefusal(paper)) return paper;
  const line = await answerPaper(db, id);
  if (isRefusal(line)) return line;
  return { ...line, request: paper.request, isIntact: hashFacts(paper.facts) === paper.factsHash };
};

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
} as const satisfies Record<PaperFormat, string>;

/** A paper as a file, made anew from the kept data: the same bytes each time. */
export const answerPaperFile = async (
  {
    db,
    actor,
    documentRenderer,
  }: { readonly db: Db; readonly actor: Actor | undefined; readonly documentRenderer: DocumentRenderer },
  id: string,
  format: PaperFormat,
): Promise<FileAnswer | Refusal> => {
  const paper = await openPaper(db, actor, id);
  if (isRefusal(paper)) return paper;
  const content = await documentRenderer.render({ document: documentOf(paper), format });
  if (isRefusal(content)) return content;
  return {
    name: `${paper.kind}-${paper.madeAt.slice(0, 10)}-${id.slice(-6)}.${format}`,
    mediaType: MEDIA_TYPES[format],
    content,
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

/** What this person can make papers from. */
export const answerChoices = async (
  db: Db,
  actor: Actor | undefined,
  today: PlainDate,
): Promise<PaperChoices> => {
  const organizations = await listOrganizations(db);
  const mayMake = (organizationCode: string): boolean =>
    can(actor, 'official-document.write', { organizationCode });
  const own = organizations.filter(
    (one) => REPORTING.includes(one.kind) && existsOn(one, today) && mayMake(one.code),
  );
  const ofProvince = mayMake(PROVINCE_ISSUER);
  const province = organizations.find((one) => one.kind === 'province' && existsOn(one, today));
  return {
    kinds: PAPER_KINDS.filter((kind) => (kind === 'agency-report' ? own.length > 0 : ofProvince)),
    today,
    snapshots: ofProvince && province ? [...(await listKeptScores(db, province.code))] : [],
    leagues: ofProvince ? [...(await listKeptLeagues(db))] : [],
    plans: ofProvince ? [...(await listPlans(db))] : [],
    organizations: own.map(({ code, name }) => ({ code, name })),
  };
};
