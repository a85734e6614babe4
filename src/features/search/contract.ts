import { z } from 'zod';
import { DocumentName } from '#contract/plan-item.ts';
import { route } from '#contract/route.ts';

/** What can be found; each group leads to pages of its own. */
export const SEARCH_KINDS = [
  'organization',
  'index-component',
  'target',
  'task',
  'project',
  'gap',
  'document',
] as const;
export const SearchKind = z.enum(SEARCH_KINDS).meta({ id: 'SearchKind' });
export type SearchKind = z.infer<typeof SearchKind>;

export const SearchHit = z
  .object({
    kind: SearchKind,
    /** What the address of its page takes: an id, or the code of an organization or index component. */
    key: z.string(),
    title: z.string(),
    /** Abbreviation, document number, indicator code. */
    label: z.string().nullable(),
    /** The document that the hit stands in. */
    document: DocumentName.nullable(),
    /** The words were found with exactly these diacritics. */
    exact: z.boolean(),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof SearchHit>;

export const search = route({
  method: 'GET',
  path: '/search',
  operationId: 'search',
  summary: 'Finds words in all registers, typed with or without diacritics',
  access: 'search.read',
  query: z.object({
    q: z.string().max(200),
    /** Hits for each kind, at most 50; 8 when not given. */
    limit: z
      .string()
      .regex(/^\d{1,2}$/)
      .optional(),
  }),
  response: z.object({
    groups: z.array(z.object({ kind: SearchKind, total: z.number().int(), items: z.array(SearchHit) })),
    total: z.number().int(),
  }),
  since: '0.1.0',
});
