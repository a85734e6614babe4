import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SubmissionForm, SubmissionItem } from '#contract/submission.ts';
import { startTestApi, type Caller, type TestApi } from '#test/api.ts';
import {
  actOnRound,
  createRound,
  getRound,
  getSubmission,
  putAnswers,
} from '#features/collection/contract.ts';
import {
  getFormWorkbook,
  importFormWorkbook,
  takeKnownFigures,
} from '#features/collection/workbook-contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const COMMUNE = '29869';
const OTHER = '28261';
const OFFICE = 'soffice';
const SHEET = 'xl/worksheets/sheet1.xml';

/** Opens a round and answers the submissions of both communes. */
const openRound = async (change: object = {}): Promise<{ readonly own: string; readonly other: string }> => {
  const coordinator = api.as('coordinator');
  const body = {
    ...{ title: 'Báo cáo năm 2025', dutyId: null, framework: 'dti-commune-2025', period: '2025' },
    ...{ valueKind: 'final', dueDay: '2026-12-01', dueBefore: true, lockDay: '2026-12-15' },
    ...{ appraisalSteps: 1, requiresEvidence: false, organizations: [COMMUNE, OTHER], items: null },
    ...{ writeId: newId(), ...change },
  };
  const { id } = (await coordinator.call(createRound, { body })).body;
  const step = { action: 'open', version: 1, writeId: newId() };
  await coordinator.call(actOnRound, { params: { id }, body: step });
  const { members } = (await coordinator.call(getRound, { params: { id } })).body;
  const of = (code: string) =>
    members.find(({ organization }) => organization.code === code)?.submissionId ?? '';
  return { own: of(COMMUNE), other: of(OTHER) };
};

const reporter = (): Caller => api.asAccount('cao-lanh-can-bo');

const download = async (id: string, caller: Caller = reporter()): Promise<Uint8Array> =>
  (await caller.call(getFormWorkbook, { params: { id } })).bytes;

const upload = (id: string, content: Uint8Array, change: object = {}, caller: Caller = reporter()) =>
  caller.call(importFormWorkbook, {
    params: { id },
    query: { dryRun: 'no', writeId: newId(), ...change },
    file: { name: 'bieu.xlsx', content },
  });

const formOf = async (id: string): Promise<SubmissionForm> =>
  (await reporter().call(getSubmission, { params: { id } })).body;

const itemsOf = (form: SubmissionForm): readonly SubmissionItem[] =>
  form.groups.flatMap(({ indicators }) => indicators.flatMap(({ items }) => items));

const valueFor = ({ item }: SubmissionItem): string => {
  if (item.kind === 'yes-no') return 'Có';
  return item.kind === 'level' ? (item.levels[0]?.name.vi ?? '') : '3';
};

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const changeSheet = (content: Uint8Array, change: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(content);
  return zipSync({ ...parts, [SHEET]: strToU8(change(strFromU8(parts[SHEET] ?? new Uint8Array()))) });
};

/** Writes into the cell of each item's figure what `cellOf` gives: the inside of a cell with its attributes. */
const fillIn = (
  content: Uint8Array,
  items: readonly SubmissionItem[],
  cellOf: (item: SubmissionItem) => string | undefined,
): Uint8Array =>
  changeSheet(content, (xml) =>
    items.reduce((sheet, item) => {
      const cell = cellOf(item);
      if (cell === undefined) return sheet;
      const key = `>${item.subject}/${item.item.code}<`;
      const row = /<row r="(\d+)">(?:(?!<row).)*$/s.exec(sheet.slice(0, sheet.indexOf(key)))?.[1] ?? '';
      return sheet.replace(
        new RegExp(`<c r="F${row}"( s="\\d+")(?:/>|[^>]*>.*?</c>)`),
        `<c r="F${row}"$1${cell}</c>`,
      );
    }, xml),
  );

const number = (value: string): string => `><v>${value}</v>`;
const text = (value: string): string => ` t="inlineStr"><is><t>${escape(value)}</t></is>`;
const filledCell = (item: SubmissionItem): string =>
  item.item.kind === 'number' ? number(valueFor(item)) : text(valueFor(item));

describe('a form as a workbook', () => {
  test('is filled in, looked at without a trace, and taken over as if it were typed; a retry saves nothing twice', async () => {
    const { own } = await openRound();
    const items = itemsOf(await formOf(own));
    const content = fillIn(await download(own), items, filledCell);
    const dry = await upload(own, content, { dryRun: 'yes' });
    expect(dry.body).toMatchObject({ isSaved: false, unchanged: 0 });
    expect(dry.body.changes).toHaveLength(items.length);
    expect(dry.body.answers.completeness.answered).toBe(items.length);
    expect((await formOf(own)).completeness.answered).toBe(0);

    const writeId = newId();
    const taken = await upload(own, content, { writeId });
    expect(taken.body).toMatchObject({ isSaved: true, answers: { refused: [] } });
    const [first] = itemsOf(await formOf(own));
    expect(first?.answer).toMatchObject({ version: 1, source: { kind: 'workbook', name: 'bieu.xlsx' } });
    const again = await upload(own, content, { writeId });
    expect(again.body).toMatchObject({ changes: [], unchanged: items.length });
    const versions = itemsOf(await formOf(own)).map(({ answer }) => answer?.version);
    expect(new Set(versions)).toEqual(new Set([1]));
    const { details } = await api.db
      .selectFrom('audit_event')
      .select('details')
      .where('action', '=', 'answer.write')
      .where('subject', '=', `submission:${own}`)
      .executeTakeFirstOrThrow();
    expect(details).toMatchObject({ source: 'workbook' });
    // What is typed afterwards is a person's own again.
    const answers = [
      { subject: first?.subject, item: first?.item.code, state: 'not-applicable', value: null },
    ].map((one) => ({ ...one, note: null, explanation: null, version: 1 }));
    await reporter().call(putAnswers, { params: { id: own }, body: { answers, writeId: newId() } });
    expect(itemsOf(await formOf(own))[0]?.answer?.source).toBeUndefined();
  });

  test('is taken all or nothing: every cell that is wrong is named, with what is wrong', async () => {
    const { own } = await openRound();
    const items = itemsOf(await formOf(own));
    const counts = items.filter(({ item }) => item.kind === 'number' && item.whole && item.minimum !== null);
    const [whole, below, formula, words] = counts as [
      SubmissionItem,
      SubmissionItem,
      SubmissionItem,
      SubmissionItem,
    ];
    const bad = new Map([
      [whole, number('2.5')],
      [below, number('-4')],
      [formula, '><f>HYPERLINK("http://a")</f><v>5</v>'],
      [words, text('khoảng 50')],
    ]);
    const codes = async (cells: ReadonlyMap<SubmissionItem, string>) => {
      const content = fillIn(await download(own), items, (item) => cells.get(item) ?? filledCell(item));
      const { problem } = await upload(own, content);
      expect(problem?.code).toBe('workbook.invalid');
      return (problem?.details.problems as { item: string; code: string; cell: string; sheet: string }[]).map(
        ({ item, code, cell, sheet }) => [item, code, /^F\d+$/.test(cell), sheet],
      );
    };
    const said = (item: SubmissionItem, code: string) => [item.item.code, code, true, 'Số liệu'];
    expect(await codes(bad)).toEqual([said(formula, 'formula'), said(words, 'not-a-number')]);
    bad.delete(formula);
    bad.delete(words);
    expect(await codes(bad)).toEqual([said(whole, 'not-a-whole-number'), said(below, 'out-of-range')]);
    expect((await formOf(own)).completeness.answered).toBe(0);
  });

  test('two copies that different people filled in come back one after the other', async () => {
    const { own } = await openRound();
    const items = itemsOf(await formOf(own));
    const blank = await download(own);
    const [one, other] = items as [SubmissionItem, SubmissionItem];
    await upload(
      own,
      fillIn(blank, items, (item) => (item === one ? filledCell(item) : undefined)),
    );
    const second = await upload(
      own,
      fillIn(blank, items, (item) => (item === other ? filledCell(item) : undefined)),
    );
    expect(second.body.changes).toMatchObject([{ item: other.item.code }]);
    expect((await formOf(own)).completeness.answered).toBe(2);
  });

  test('of another organization or round, or no form at all, is refused by name', async () => {
    const { own, other } = await openRound();
    const later = await openRound({ period: '2026', title: 'Báo cáo năm 2026' });
    const codeOf = async (content: Uint8Array) => (await upload(own, content)).problem?.code;
    expect(await codeOf(await download(other, api.as('coordinator')))).toBe('workbook.another-organization');
    expect(await codeOf(await download(later.own))).toBe('workbook.another-round');
    expect(await codeOf(new Uint8Array([1, 2]))).toBe('file.broken');
    expect(await codeOf(new Uint8Array())).toBe('file.empty');
    const stranger = api.asAccount('stp-can-bo');
    expect((await stranger.call(getFormWorkbook, { params: { id: own } })).status).toBe(404);
    expect((await upload(own, await download(own), {}, stranger)).problem?.code).toBe('access.denied');
  });

  const office = spawnSync(OFFICE, ['--version']);
  test('opened and saved by an office program still reads, and its checks are kept', ({ skip }) => {
    if (office.error) skip('LibreOffice is not installed');
    return reopened();
  });

  const reopened = async (): Promise<void> => {
    const { own } = await openRound();
    const items = itemsOf(await formOf(own));
    const folder = mkdtempSync(join(tmpdir(), 'senso-form-'));
    try {
      writeFileSync(join(folder, 'bieu.xlsx'), fillIn(await download(own), items, filledCell));
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const target = ['--outdir', join(folder, 'saved'), join(folder, 'bieu.xlsx')];
      const saved = spawnSync(OFFICE, [
        profile,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        ...target,
      ]);
      expect(saved.status).toBe(0);
      const content = new Uint8Array(readFileSync(join(folder, 'saved', 'bieu.xlsx')));
      const sheet = strFromU8(unzipSync(content)[SHEET] ?? new Uint8Array());
      expect(sheet).toContain('<sheetProtection');
      expect(sheet.match(/<dataValidation /g)?.length).toBeGreaterThan(1);
      const { body, problem } = await upload(own, content);
      expect(problem).toBeUndefined();
      expect(body.changes).toHaveLength(items.length);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
});

describe('figures that are known already', () => {
  test('fill what is blank and nothing else, in one act, marked as such', async () => {
    const past = await openRound({ dueDay: '2026-11-01', dueBefore: false });
    const items = itemsOf(await formOf(past.own));
    await upload(past.own, fillIn(await download(past.own), items, filledCell));
    // Only what was sent is known.
    await api.db
      .updateTable('submission')
      .set({ state: 'submitted' })
      .where('submission_id', '=', past.own)
      .execute();
    const { own } = await openRound({ dueDay: '2026-12-05' });
    const [typed] = items as [SubmissionItem];
    const answers = [{ subject: typed.subject, item: typed.item.code, state: 'not-applicable', value: null }];
    await reporter().call(putAnswers, {
      params: { id: own },
      body: {
        answers: answers.map((one) => ({ ...one, note: null, explanation: null, version: 0 })),
        writeId: newId(),
      },
    });
    const command = { params: { id: own }, body: { writeId: newId() } };
    const { body } = await reporter().call(takeKnownFigures, command);
    expect(body.saved).toHaveLength(items.length - 1);
    expect((await reporter().call(takeKnownFigures, command)).body.saved).toEqual(body.saved);
    const [first, second] = itemsOf(await formOf(own));
    expect(first?.answer).toMatchObject({ value: { state: 'not-applicable' }, version: 1 });
    expect(second?.answer).toMatchObject({ source: { kind: 'known', name: null }, version: 1 });
  });
});
