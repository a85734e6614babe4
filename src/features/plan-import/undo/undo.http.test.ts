import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { writeInventedPlan, type InventedPlan } from '#test/invented-plan.ts';
import { getPlanItem, listDocuments, listTasks } from '#features/plan/contract.ts';
import {
  acceptPlanImport,
  getPlanImport,
  type PlanImportPreview,
  undoPlanImport,
  uploadPlan,
} from '#features/plan-import/contract.ts';
import { addReviewStep } from '#features/plan-import/review/review-contract.ts';
import { DETAIL_TABLES } from '#features/plan-import/register/detail-rows.ts';
import { DOCUMENT_REFERENCES, ITEM_REFERENCES } from './undo-reads.ts';

// Real documents are kept outside the project; where they are at hand, they are imported and undone too.
const PLANS = '../shared/plans';
const REGISTERS = ['document', 'document_source', 'plan', 'document_item', 'item_agency'] as const;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const coordinator = () => api.as('coordinator');

const offer = async (name: string, content: Uint8Array): Promise<string> =>
  (await coordinator().call(uploadPlan, { file: { name, content } })).body.import.id;

const offerInvented = (plan: InventedPlan): Promise<string> =>
  offer('sen.md', new TextEncoder().encode(writeInventedPlan(plan)));

/** Says of a file that could be a registered document that it is the one; answers the steps of its review. */
const sayWhichDocument = async (id: string, { identity, document }: PlanImportPreview): Promise<number> => {
  if (identity.standing !== 'asked' || !document) return 0;
  const step = { kind: 'same-document', registered: document.id } as const;
  await coordinator().call(addReviewStep, { params: { id }, body: { writeId: newId(), version: 0, step } });
  return 1;
};

/** Accepts an import with every value that differs; answers the document. */
const acceptAll = async (id: string): Promise<string> => {
  const { body: preview } = await coordinator().call(getPlanImport, { params: { id } });
  const reviewVersion = await sayWhichDocument(id, preview);
  const replaced = preview.items.filter(({ match }) => match === 'differs').map(({ readingId }) => readingId);
  const { body } = await coordinator().call(acceptPlanImport, {
    params: { id },
    body: { excluded: [], replaced, reviewVersion },
  });
  return body.import.documentId ?? '';
};

const enter = async (plan: InventedPlan): Promise<{ readonly id: string; readonly document: string }> => {
  const id = await offerInvented(plan);
  return { id, document: await acceptAll(id) };
};

const undo = (id: string) => coordinator().call(undoPlanImport, { params: { id } });

/** All rows of the registers, as text. */
const readRegisters = async (): Promise<Record<string, readonly string[]>> => {
  const tables = [...REGISTERS, ...Object.values(DETAIL_TABLES)];
  const contents: Record<string, readonly string[]> = {};
  for (const table of tables) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(entry)::text as row from ${sql.table(table)} as entry order by 1`.execute(api.db);
    contents[table] = rows.map(({ row }) => row);
  }
  return contents;
};

const countRevisions = async (): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from document_item_revision`.execute(api.db);
  return rows[0]?.count ?? 0;
};

describe('an import that is undone', () => {
  it('takes the document and its items out of the registers, keeps their history, and can be offered again', async () => {
    const before = await readRegisters();
    const { id, document } = await enter({ number: '801' });
    const revisions = await countRevisions();
    const undone = await undo(id);
    expect(undone.body.import).toMatchObject({ state: 'undone', documentId: null });
    expect(await readRegisters()).toEqual(before);
    expect(await countRevisions()).toBeGreaterThan(revisions);
    const { body } = await coordinator().call(listDocuments);
    expect(body.items.map((item) => item.id)).not.toContain(document);

    const revisionsAfter = await countRevisions();
    expect((await undo(id)).body.import.state).toBe('undone');
    expect(await countRevisions()).toBe(revisionsAfter);

    const again = await enter({ number: '801' });
    expect(again.id).not.toBe(id);
    expect((await undo(id)).body.import.state).toBe('undone');
    const { body: tasks } = await coordinator().call(listTasks, { query: { document: again.document } });
    expect(tasks.total).toBe(3);
  });

  it('gives replaced values, quotes and the head back, and tells so in the history', async () => {
    const subject = 'Đưa thuyền máy vào đầm sen năm 2026';
    const first = await enter({ number: '…', subject });
    const before = await readRegisters();
    const second = await enter({
      ...{ number: '802', subject, firstTarget: 'trên 85%' },
      ...{ strangeAgency: 'Sở Nội vụ', extraTasks: ['Vẽ logo hoa sen'] },
    });
    expect(second.document).toBe(first.document);
    expect(await readRegisters()).not.toEqual(before);
    await undo(second.id);
    expect(await readRegisters()).toEqual(before);

    const third = await enter({ number: '802', subject, firstTarget: 'trên 85%', extraTasks: ['Vẽ logo'] });
    const { rows } = await sql<{ id: string }>`
      select item.id from document_item as item join target on target.item_id = item.id
      where item.document_id = ${first.document} and target.value = 85`.execute(api.db);
    const view = await coordinator().call(getPlanItem, { params: { id: rows[0]?.id ?? '' } });
    expect(view.body.history.map(({ change }) => change)).toEqual([
      'registered',
      'replaced',
      'undone',
      'replaced',
    ]);
    await undo(third.id);
    expect(await readRegisters()).toEqual(before);
  });

  it('is refused, with what stands in the way, once something was built on it', async () => {
    const first = await enter({ number: '803' });
    const second = await enter({ number: '803', extraTasks: ['Vẽ logo hoa sen'] });
    const later = await undo(first.id);
    expect(later.status).toBe(409);
    expect(later.problem).toMatchObject({
      code: 'plan-import.built-on',
      details: { obstacles: { 'later-import': 1 } },
    });
    await undo(second.id);
    await api.db
      .insertInto('evidence')
      .values({
        ...{
          evidence_id: newId(),
          organization_code: 'SKHCN',
          kind: 'document',
          title: 'Kế hoạch trồng sen',
        },
        ...{ document_id: first.document, added_at: api.clock.now(), write_id: newId() },
      })
      .execute();
    const proven = await undo(first.id);
    expect(proven.problem).toMatchObject({ details: { obstacles: { evidence: 1 } } });
  });

  it('waits for what is being said of its tasks, and is then refused', async () => {
    const { id, document } = await enter({ number: '805' });
    const { body: tasks } = await coordinator().call(listTasks, { query: { document } });
    const { account_id: by } = await api.db
      .selectFrom('account')
      .select('account_id')
      .executeTakeFirstOrThrow();
    const undoing = await api.db.transaction().execute(async (tx) => {
      const said = { kind: 'pause', period: '', reason: 'Chờ kinh phí', at: api.clock.now(), by };
      const event = { event_id: newId(), task_id: tasks.items[0]?.id ?? '', version: 1, write_id: newId() };
      await tx
        .insertInto('task_event')
        .values({ ...said, ...event })
        .execute();
      const answer = undo(id);
      await vi.waitFor(async () => {
        const waiting =
          await sql`select from pg_locks where not granted and locktype = 'transactionid'`.execute(tx);
        expect(waiting.rows).not.toHaveLength(0);
      }, 20_000);
      // Not awaited before the transaction has ended.
      return { answer };
    });
    const { problem } = await undoing.answer;
    expect(problem).toMatchObject({
      code: 'plan-import.built-on',
      details: { obstacles: { 'task-event': 1 } },
    });
  });

  it('is refused while it is only a draft, and accepted no more once it is undone', async () => {
    const draft = await offerInvented({ number: '804' });
    expect((await undo(draft)).problem?.code).toBe('plan-import.not-accepted');
    await acceptAll(draft);
    await undo(draft);
    const accepted = await coordinator().call(acceptPlanImport, {
      params: { id: draft },
      body: { excluded: [], replaced: [] },
    });
    expect(accepted.problem?.code).toBe('plan-import.undone');
  });

  it('asks every column of other registers that refers to items or documents', async () => {
    const { rows } = await sql<{ table: string; column: string }>`
      select conrelid::regclass::text as table, attname as column
      from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and confrelid = any(${[...REGISTERS, ...Object.values(DETAIL_TABLES)]}::regclass[])
        and confdeltype <> 'c'
      order by 1, 2`.execute(api.db);
    const own: readonly string[] = [
      ...REGISTERS,
      ...Object.values(DETAIL_TABLES),
      'plan_import',
      'task_standing',
    ];
    const foreign = rows.filter(({ table }) => !own.includes(table));
    const asked = [...ITEM_REFERENCES, ...DOCUMENT_REFERENCES].map(({ table, column }) => ({
      table,
      column,
    }));
    const nameOf = ({ table, column }: (typeof foreign)[number]): string => `${table}.${column}`;
    expect(foreign.map(nameOf)).toEqual(asked.map(nameOf).toSorted());
  });
});

const plans = existsSync(PLANS) ? readdirSync(PLANS).filter((name) => name.endsWith('.txt')) : [];

describe('the documents of the demonstration province', () => {
  if (plans.length === 0) it(`are not imported: ${PLANS} is not here`, () => undefined);
  it.each(plans)('%s leaves the registers as they were', async (name) => {
    const before = await readRegisters();
    const id = await offer(name, readFileSync(`${PLANS}/${name}`));
    await acceptAll(id);
    expect(await readRegisters()).not.toEqual(before);
    expect((await undo(id)).body.import.state).toBe('undone');
    expect(await readRegisters()).toEqual(before);
  });
});
