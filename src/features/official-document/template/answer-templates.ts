import { decideAccess, type Actor } from '#core/access/access.ts';
import { MEDIA_TYPES } from '#core/kernel/media-types.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { letterheadOf, PROVINCE_ISSUER, provinceLetterhead } from '#core/report/letterhead.ts';
import { provinceOf } from '#core/report/province.ts';
import { starterDocument } from '#core/report/template/starter.ts';
import type { PaperKind } from '#core/report/writing/write-document.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import type { Db } from '#server/db/database.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import type { DocumentRenderer } from '#server/report/document-renderer.ts';
import { openPaper } from '#features/official-document/answer-papers.ts';
import { FILE_NAMES } from '#features/official-document/file-names.ts';
import { findProvince } from '#features/official-document/gather/gather-facts.ts';
import { documentOf, factsOf } from '#features/official-document/make-paper.ts';
import type { TemplatePlaceView } from './template-contract.ts';
import {
  findChoice,
  findNewestPaper,
  findTemplate,
  findTemplateContent,
  listTemplates,
  type TemplateLine,
  type TemplatePlace,
} from './template-store.ts';

/** A place as requests name it. */
interface NamedPlace {
  readonly organization: string;
  readonly kind: PaperKind;
}

type PlaceRefusal = Refusal<'record.not-found' | 'access.denied'>;

/** Whose papers of a kind are meant; refused for who may not make them, and for kinds that others issue. */
export const admitPlace = (
  actor: Actor | undefined,
  { organization, kind }: NamedPlace,
): TemplatePlace | PlaceRefusal => {
  const decision = decideAccess(actor, 'official-document.write', { organizationCode: organization });
  if (!decision.permitted) return refuse('access.denied', { reason: decision.reason });
  const isIssuer = (kind === 'agency-report') !== (organization === PROVINCE_ISSUER);
  return isIssuer
    ? { organizationCode: organization, kind }
    : refuse('record.not-found', { kind: 'document-template', organization });
};

/** The templates of a place, and which of them is used. */
export const answerPlace = async (
  db: Db,
  place: TemplatePlace,
): Promise<TemplatePlaceView | Refusal<'record.not-found'>> => {
  const organization = (await listOrganizations(db)).find(({ code }) => code === place.organizationCode);
  if (!organization) {
    return refuse('record.not-found', { kind: 'organization', code: place.organizationCode });
  }
  const { version, templateId } = await findChoice(db, place);
  return {
    organization: { code: organization.code, name: organization.name },
    kind: place.kind,
    templates: (await listTemplates(db, place)).map(({ id, name, version: count, ...line }) => ({
      ...{ id, name, version: count, fileName: line.fileName, contentHash: line.contentHash },
      ...{ uploadedAt: line.uploadedAt, uploadedBy: line.uploadedByName },
    })),
    ...{ chosen: templateId, choiceVersion: version },
    newestPaper: await findNewestPaper(db, place),
  };
};

/** The delivered layout of a kind with the letterhead of an office, as a template to be edited. */
export const answerStarter = async (
  { db, documentRenderer }: { readonly db: Db; readonly documentRenderer: DocumentRenderer },
  { organizationCode, kind }: TemplatePlace,
): Promise<FileAnswer | Refusal> => {
  const province = provinceOf(await findProvince(db));
  const agency = (await listOrganizations(db)).find(({ code }) => code === organizationCode);
  if (!agency) return refuse('record.not-found', { kind: 'organization', code: organizationCode });
  const letterhead =
    organizationCode === PROVINCE_ISSUER ? provinceLetterhead(province) : letterheadOf(agency, province);
  const content = await documentRenderer.render({ starter: starterDocument(kind, letterhead) });
  if (isRefusal(content)) return content;
  return { name: `mau-${FILE_NAMES[kind]}.docx`, mediaType: MEDIA_TYPES.docx, content };
};

const admitTemplate = async (
  db: Db,
  actor: Actor | undefined,
  id: string,
): Promise<TemplateLine | PlaceRefusal> => {
  const template = await findTemplate(db, id);
  if (!template) return refuse('record.not-found', { kind: 'document-template', id });
  const { organizationCode } = template;
  const decision = decideAccess(actor, 'official-document.write', { organizationCode });
  return decision.permitted ? template : refuse('access.denied', { reason: decision.reason });
};

/** A version of a template as it was uploaded. */
export const answerTemplateFile = async (
  db: Db,
  actor: Actor | undefined,
  id: string,
): Promise<FileAnswer | Refusal> => {
  const template = await admitTemplate(db, actor, id);
  if (isRefusal(template)) return template;
  const content = await findTemplateContent(db, id);
  if (!content) return refuse('record.not-found', { kind: 'document-template', id });
  return { name: template.fileName, mediaType: MEDIA_TYPES.docx, content };
};

/** A paper as a version of a template would lay it out. */
export const answerPreview = async (
  {
    db,
    actor,
    documentRenderer,
    unwanted,
  }: {
    readonly db: Db;
    readonly actor: Actor | undefined;
    readonly documentRenderer: DocumentRenderer;
    readonly unwanted: AbortSignal;
  },
  id: string,
  paperId: string,
): Promise<FileAnswer | Refusal> => {
  const template = await admitTemplate(db, actor, id);
  if (isRefusal(template)) return template;
  const paper = await openPaper(db, actor, paperId);
  if (isRefusal(paper)) return paper;
  const content = await findTemplateContent(db, id);
  if (!content || paper.kind !== template.kind) {
    return refuse('record.not-found', { kind: 'official-document', id: paperId });
  }
  const filled = await documentRenderer.render(
    { document: documentOf(paper), format: 'docx', template: { content, facts: factsOf(paper) } },
    unwanted,
  );
  return isRefusal(filled)
    ? filled
    : { name: `xem-thu-${template.fileName}`, mediaType: MEDIA_TYPES.docx, content: filled };
};
