import { can } from '#core/access/access.ts';
import type { AssetRegister } from '#core/asset-register/asset-register.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { findAssetEntry, type StoredAssetEntry } from '#server/registers/asset-entries.ts';
import * as contract from './evidence-contract.ts';
import { listEvidenceMoves, listEvidenceOfEntry } from './evidence-reads.ts';
import {
  addEntryEvidence,
  addEntryEvidenceFile,
  mayAttach,
  putEntryEvidence,
} from './keep-entry-evidence.ts';
import { getRegister, writerOf } from './routes.ts';
import { entryNotFound } from './service.ts';

interface EntryParams {
  readonly register: string;
  readonly id: string;
}

// To whom an entry is out of reach it is not there: guessing ids tells nothing.
const findReadable = async (
  { db, actor }: RequestContext,
  { register: code, id }: EntryParams,
): Promise<StoredAssetEntry | Refusal> => {
  const register = getRegister(code);
  if (isRefusal(register)) return register;
  const entry = await findAssetEntry(db, id);
  return entry?.register === register.code && can(actor, 'register.read', entry) ? entry : entryNotFound(id);
};

// The owner's people choose from all that it has; others see what stands behind the entry.
const scopeOf = ({ actor }: RequestContext, { id, organizationCode }: StoredAssetEntry) => ({
  ...{ entryId: id, organizationCode },
  which: can(actor, 'register.write', { organizationCode }) ? ('all' as const) : ('attached' as const),
});

const answerList = async (
  context: RequestContext,
  params: EntryParams,
): Promise<contract.EntryEvidenceList | Refusal> => {
  const entry = await findReadable(context, params);
  if (isRefusal(entry)) return entry;
  const { db, actor, evidenceFiles } = context;
  const items = await listEvidenceOfEntry(db, scopeOf(context, entry));
  return {
    ...{ items: [...items], total: items.length, history: await listEvidenceMoves(db, entry.id) },
    ...{ mayWrite: mayAttach(actor, entry), limitBytes: evidenceFiles.limitBytes },
  };
};

const answerFile = async (context: RequestContext, params: EntryParams & { readonly evidenceId: string }) => {
  const entry = await findReadable(context, params);
  if (isRefusal(entry)) return entry;
  const { evidenceId } = params;
  const [piece] = await listEvidenceOfEntry(context.db, { ...scopeOf(context, entry), evidenceId });
  const content = piece?.file ? await context.evidenceFiles.read(piece.file.sha256) : undefined;
  if (!piece?.file || !content) return refuse('record.not-found', { kind: 'evidence', code: evidenceId });
  return { name: piece.title, mediaType: piece.file.mediaType, content };
};

const placeOf = ({
  register: code,
  id,
}: EntryParams): { readonly register: AssetRegister; readonly id: string } | Refusal => {
  const register = getRegister(code);
  return isRefusal(register) ? register : { register, id };
};

/** Evidence behind the entries of registers. */
export const entryEvidenceRoutes: readonly HandledRoute[] = [
  handle(contract.listEntryEvidence, ({ params }, context) => answerList(context, params)),
  handle(contract.addEntryEvidenceFile, async ({ params, query, file }, context) => {
    const place = placeOf(params);
    if (isRefusal(place)) return place;
    if (!file) return refuse('file.missing');
    const upload = { ...file, writeId: query.writeId };
    const no = await addEntryEvidenceFile(writerOf(context), context.evidenceFiles, place, upload);
    return no ?? answerList(context, params);
  }),
  handle(contract.addEntryEvidenceReference, async ({ params, body }, context) => {
    const place = placeOf(params);
    if (isRefusal(place)) return place;
    const no = await addEntryEvidence(writerOf(context), place, body.reference, body.writeId);
    return no ?? answerList(context, params);
  }),
  handle(contract.putEntryEvidence, async ({ params, body }, context) => {
    const place = placeOf(params);
    const no = isRefusal(place) ? place : await putEntryEvidence(writerOf(context), place, body);
    return no ?? answerList(context, params);
  }),
  handle(contract.getEntryEvidenceFile, ({ params }, context) => answerFile(context, params)),
];
