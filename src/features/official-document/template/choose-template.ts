import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Db } from '#server/db/database.ts';
import { findTemplate, type TemplateLine, type TemplatePlace } from './template-store.ts';

/** The template with an id when it lays out papers of a kind of an organization; null for the delivered layout. */
export const findTemplateFor = async (
  db: Db,
  { organizationCode, kind }: TemplatePlace,
  id: string | null,
): Promise<TemplateLine | Refusal<'record.not-found'> | null> => {
  if (id === null) return null;
  const template = await findTemplate(db, id);
  return template?.organizationCode === organizationCode && template.kind === kind
    ? template
    : refuse('record.not-found', { kind: 'document-template', id });
};
