import { v7 as newId } from 'uuid';
import type { TestApi } from './api.ts';

/** A task in a registered plan, as a test wants it. */
export interface InventedTask {
  readonly name?: string;
  readonly due?: {
    readonly kind: string;
    readonly raw: string;
    readonly start?: string;
    readonly end?: string;
  };
  readonly lead?: readonly string[];
  readonly coordinating?: readonly string[];
  readonly section?: string;
  readonly year?: number;
  /** The plan has no number yet, and is about this. */
  readonly draft?: string | undefined;
}

const insertPlan = async (
  { db, clock }: TestApi,
  year: number,
  draft: string | undefined,
): Promise<string> => {
  const id = newId();
  await db
    .insertInto('document')
    .values({
      ...{
        id,
        identity_key: id,
        year,
        is_draft: false,
        recipients: '[]',
        legal_basis: '[]',
        origin: 'document',
      },
      ...{ doc_type: 'Kế hoạch', issue_date: `${String(year)}-01-05`, subject_line: draft ?? null },
      doc_number: draft === undefined ? `${id.slice(-4)}/KH-UBND` : null,
      ...{ search_key: '', registered_at: clock.now() },
    })
    .execute();
  await db
    .insertInto('plan')
    .values({
      ...{ document_id: id, name: 'Kế hoạch thử', period_start: `${String(year)}-01-01` },
      period_end: `${String(year)}-12-31`,
    })
    .execute();
  return id;
};

/** Registers a task in a plan of its own, and answers the ids of both. */
export const inventTask = async (
  api: TestApi,
  {
    name = 'Xây dựng kho dữ liệu',
    due,
    lead = [],
    coordinating = [],
    section,
    year = 2026,
    draft,
  }: InventedTask = {},
): Promise<{ readonly id: string; readonly planId: string }> => {
  const { db } = api;
  const planId = await insertPlan(api, year, draft);
  const id = newId();
  await db
    .insertInto('document_item')
    .values({
      ...{ id, document_id: planId, kind: 'task', item_key: id, position: 1, name, continuation: '[]' },
      ...{ due_kind: due?.kind ?? null, due_raw: due?.raw ?? null, due_start: due?.start ?? null },
      ...{ due_end: due?.end ?? null, due_before: false, section: section ?? null },
      search_key: name.toLowerCase(),
    })
    .execute();
  await db.insertInto('task').values({ item_id: id, form: 'table-row' }).execute();
  const agencies = [
    ...lead.map((code) => ({ role: 'lead', code })),
    ...coordinating.map((code) => ({ role: 'coordinating', code })),
  ];
  for (const [position, { role, code }] of agencies.entries()) {
    await db
      .insertInto('item_agency')
      .values({
        ...{ item_id: id, role, position, name_as_written: code, name_key: code },
        organization_code: code,
      })
      .execute();
  }
  return { id, planId };
};
