import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { v7 as newId } from 'uuid';
import type { Actor } from '#core/access/access.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import { lockWrite } from '#server/db/lock-write.ts';
import type { DocumentRenderer } from '#server/report/document-renderer.ts';
import { findTemplateFor } from './choose-template.ts';
import {
  findChoice,
  findChoiceOfWrite,
  findTemplateOfWrite,
  insertChoice,
  insertTemplate,
  listTemplates,
  lockTemplates,
  type TemplatePlace,
} from './template-store.ts';

/** Who changes templates, and when. */
export interface TemplateChange {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly caller: Caller;
}

/** A file that is to be a template. */
export interface GivenTemplate {
  readonly name: string;
  readonly writeId: string;
  readonly file: { readonly name: string; readonly content: Uint8Array };
}

const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/**
 * Checks a file and keeps it as the next version of the template of its name. Refused as a whole with every fault and its place. The
 * file of the newest version again, or a retry with the same write id, changes nothing.
 */
export const keepTemplate = async (
  { db, clock, actor, caller }: TemplateChange,
  documentRenderer: DocumentRenderer,
  place: TemplatePlace,
  { name, writeId, file }: GivenTemplate,
): Promise<Refusal | undefined> => {
  const { kind } = place;
  const checked = await documentRenderer.checkTemplate({ name: file.name, content: file.content, kind });
  if (isRefusal(checked)) return checked;
  const { problems } = checked;
  if (problems.length > 0) return refuse('document-template.invalid', { count: problems.length, problems });
  const contentHash = sha256Of(file.content);
  return db.transaction().execute(async (tx) => {
    await lockTemplates(tx, place);
    await lockWrite(tx, writeId);
    const earlier = await findTemplateOfWrite(tx, writeId);
    if (earlier) {
      const { organizationCode, contentHash: hash, uploadedBy, ...kept } = earlier;
      const was = { organizationCode, kind: kept.kind, name: kept.name, hash, uploadedBy };
      const wanted = { ...place, name, hash: contentHash, uploadedBy: actor.accountId };
      return isDeepStrictEqual(was, wanted) ? undefined : refuse('edit.conflict', { field: 'writeId' });
    }
    const newest = (await listTemplates(tx, place)).find((one) => one.name === name);
    if (newest?.contentHash === contentHash) return undefined;
    const id = newId();
    const version = (newest?.version ?? 0) + 1;
    await insertTemplate(
      tx,
      {
        ...place,
        ...{ id, name, version, contentHash, writeId, fileName: file.name },
        ...{ uploadedAt: clock.now(), uploadedBy: actor.accountId },
      },
      file.content,
    );
    await appendAuditEvent(tx, caller, {
      ...{ at: clock.now(), action: 'document-template.upload', subject: `document-template:${id}` },
      details: { organization: place.organizationCode, kind, name, version, contentHash },
    });
    return undefined;
  });
};

/** Which version is chosen, and on what choice that builds. */
export interface ChoiceOrder {
  readonly templateId: string | null;
  readonly choiceVersion: number;
  readonly writeId: string;
}

/** Lays out new papers by a version of a template from now on, or by the delivered layout again; papers that are there stay. */
export const chooseTemplate = async (
  { db, clock, actor, caller }: TemplateChange,
  place: TemplatePlace,
  { templateId, choiceVersion, writeId }: ChoiceOrder,
): Promise<Refusal | undefined> => {
  const template = await findTemplateFor(db, place, templateId);
  if (isRefusal(template)) return template;
  return db.transaction().execute(async (tx) => {
    await lockTemplates(tx, place);
    const earlier = await findChoiceOfWrite(tx, writeId);
    if (earlier) {
      const wanted = { ...place, templateId, chosenBy: actor.accountId };
      return isDeepStrictEqual(earlier, wanted) ? undefined : refuse('edit.conflict', { field: 'writeId' });
    }
    const current = await findChoice(tx, place);
    if (current.version !== choiceVersion) {
      return refuse('edit.conflict', { field: 'choiceVersion', current: current.version });
    }
    const version = choiceVersion + 1;
    await insertChoice(tx, {
      ...place,
      ...{ version, templateId, writeId, chosenAt: clock.now(), chosenBy: actor.accountId },
    });
    await appendAuditEvent(tx, caller, {
      at: clock.now(),
      action: 'document-template.choose',
      subject: `organization:${place.organizationCode}`,
      details: { kind: place.kind, templateId, version },
    });
    return undefined;
  });
};
