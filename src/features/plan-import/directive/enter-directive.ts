import { isAfter, plainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import { type Directive, writeDirective } from '#core/plan/directive.ts';
import { buildDocumentIdentity } from '#core/plan/document-identity.ts';
import { readAgencyDirectory } from '#server/registers/agency-directory.ts';
import { acceptImport, discardImport } from '#features/plan-import/accept-import.ts';
import type { ImportContext } from '#features/plan-import/import-context.ts';
import { offerText, sha256Of } from '#features/plan-import/offer/offer-plan.ts';
import {
  findDocumentOfIdentity,
  findImport,
  findLiveImport,
  type ImportRow,
} from '#features/plan-import/store.ts';
import type { DirectiveInput } from './directive-contract.ts';

/** A directive that stands in the registers. */
interface Entered {
  readonly documentId: string;
  readonly importId: string;
  readonly tasks: number;
}

const listUnknown = (directory: AgencyDirectory, { issuer, tasks }: DirectiveInput): readonly string[] =>
  [issuer, ...tasks.flatMap(({ leads, coordinating }) => [...leads, ...coordinating])].filter(
    (code) => directory.findByCode(code) === undefined,
  );

/** The official name of an organization, or its code where another one goes by that name too. */
const nameOf = (directory: AgencyDirectory, code: string): string => {
  const name = directory.findByCode(code)?.name ?? code;
  const found = directory.find(name);
  return found.length === 1 && found[0]?.code === code ? name : code;
};

const directiveOf = (directory: AgencyDirectory, input: DirectiveInput): Directive => {
  const names = (codes: readonly string[]) => codes.map((code) => nameOf(directory, code));
  return {
    ...input,
    issueDate: plainDate(input.issueDate),
    issuer: nameOf(directory, input.issuer),
    tasks: input.tasks.map(({ leads, coordinating, ...task }) => ({
      ...task,
      ...{ leads: names(leads), coordinating: names(coordinating) },
    })),
  };
};

const enteredOf = ({ id, document_id: documentId }: ImportRow, tasks: number): Entered => {
  if (documentId === null) throw new Error(`The accepted import ${id} has no document`);
  return { documentId, importId: id, tasks };
};

const ALL = { excluded: [], replaced: [] };

/**
 * Enters a directive with its tasks into the registers, as its own source. The same entry again is a retry; another one under
 * a number that is registered is refused, so that nobody's document gets tasks that it does not give.
 */
export const enterDirectiveByHand = async (
  context: ImportContext,
  input: DirectiveInput,
): Promise<Entered | Refusal> => {
  const { db, clock } = context;
  const today = clock.today();
  if (isAfter(plainDate(input.issueDate), today)) return refuse('directive.day-ahead', { today });
  const directory = await readAgencyDirectory(db);
  const [unknown] = listUnknown(directory, input);
  if (unknown !== undefined) return refuse('record.not-found', { kind: 'organization', code: unknown });
  const { text, reading } = writeDirective(directiveOf(directory, input));
  const earlier = await findLiveImport(db, sha256Of(Buffer.from(text)));
  if (earlier?.state === 'accepted') return enteredOf(earlier, reading.tasks.length);
  const registered = await findDocumentOfIdentity(db, buildDocumentIdentity(reading.document));
  if (registered !== undefined) {
    return refuse('plan-import.already-registered', { id: registered, docNumber: input.docNumber });
  }
  const fileName = `${input.docNumber.trim().replaceAll(/[\\/:*?"<>|\s]+/gu, '-')}.txt`;
  const offered = await offerText(context, { fileName, text, reading });
  if (isRefusal(offered)) return offered;
  const accepted = await acceptImport(context, offered.importId, ALL, 'new-document');
  if (isRefusal(accepted)) {
    // Nothing half done is left behind, but for a draft whose only question is answered where drafts are reviewed.
    if (accepted.code !== 'plan-import.document-unclear') await discardImport(context, offered.importId);
    return accepted;
  }
  const row = await findImport(db, accepted.id);
  if (!row) throw new Error(`The accepted import ${accepted.id} is gone`);
  return enteredOf(row, reading.tasks.length);
};
