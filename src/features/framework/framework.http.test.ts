import { strToU8, unzipSync, zipSync, strFromU8 } from 'fflate';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComponentGroup, Framework } from '#core/scoring/framework.ts';
import { getIndexOverview } from '#features/index-score/contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import {
  changeFrameworkState,
  cloneFramework,
  compareFrameworks,
  createFramework,
  editFramework,
  exportFramework,
  getFramework,
  importFramework,
  listFrameworks,
} from './contract.ts';

const CODE = 'dti-province-2025';
const KEY = { code: CODE, version: '1' };

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const coordinator = () => api.as('coordinator');
const definitionOf = async (params: { code: string; version: string }): Promise<Framework> =>
  (await coordinator().call(getFramework, { params })).body.definition;

const upload = (name: string, content: Uint8Array) =>
  coordinator().call(importFramework, { file: { name, content } });
const uploadJson = (value: unknown) => upload('bo-chi-so.json', strToU8(JSON.stringify(value)));

const cloneTo = async (code: string, assessmentYear = 2026) => {
  const { body } = await coordinator().call(cloneFramework, {
    params: KEY,
    body: { code, assessmentYear, writeId: newId() },
  });
  return { code: body.code, version: String(body.version) };
};

const save = (
  params: { code: string; version: string },
  definition: unknown,
  editVersion = 1,
  writeId = newId(),
) =>
  coordinator().call(editFramework, {
    params,
    body: { definition, editVersion, reason: null, writeId },
  });

const move = (
  params: { code: string; version: string },
  action: 'put-in-force' | 'withdraw' | 'discard',
  editVersion = 1,
  writeId = newId(),
) =>
  coordinator().call(changeFrameworkState, {
    params,
    body: { action, editVersion, reason: null, writeId },
  });

const problemsOf = (problem: { details: Record<string, unknown> } | undefined) =>
  (problem?.details.problems ?? []) as { code: string; place: Record<string, string> }[];

describe('who may do what', () => {
  it('lets everyone who is signed in read, and nobody else', async () => {
    const reads = [
      [listFrameworks, {}],
      [getFramework, { params: KEY }],
      [exportFramework, { params: KEY, query: { format: 'json' } }],
      [compareFrameworks, { params: KEY, query: { beforeCode: CODE, beforeVersion: '1' } }],
    ] as const;
    for (const [route, input] of reads) {
      expect((await api.as('coordinator').call(route, input)).status).toBe(200);
      expect((await api.as('viewer').call(route, input)).status).toBe(200);
      expect((await api.as(undefined).call(route, input)).problem?.code).toBe('session.required');
    }
    expect((await api.as('viewer').call(listFrameworks)).body.mayWrite).toBe(false);
    expect((await api.as('viewer').call(getFramework, { params: KEY })).body.actions).toEqual([]);
  });

  it('lets only a coordinator write', async () => {
    const writes = [
      [
        createFramework,
        {
          body: {
            ...{ code: 'x3', title: 'Mới', subjectKind: 'commune', assessmentYear: 2026 },
            writeId: newId(),
          },
        },
      ],
      [importFramework, { file: { name: 'a.json', content: strToU8('{}') } }],
      [cloneFramework, { params: KEY, body: { code: 'x2', assessmentYear: 2026, writeId: newId() } }],
      [
        editFramework,
        { params: KEY, body: { definition: {}, editVersion: 1, reason: null, writeId: newId() } },
      ],
      [
        changeFrameworkState,
        { params: KEY, body: { action: 'discard', editVersion: 1, reason: null, writeId: newId() } },
      ],
    ] as const;
    for (const [route, input] of writes) {
      expect((await api.as('viewer').call(route, input)).problem?.code).toBe('access.denied');
      expect((await api.as(undefined).call(route, input)).problem?.code).toBe('session.required');
    }
  });
});

describe('a file of a framework', () => {
  it.each(['json', 'xlsx'] as const)(
    'goes out as %s and comes back as the same framework',
    async (format) => {
      const answer = await coordinator().call(exportFramework, { params: KEY, query: { format } });
      const again = await upload(`bo.${format}`, answer.bytes);
      expect(again.body).toMatchObject({ repeated: true, row: { code: CODE, version: 1 } });
    },
  );

  it('becomes a draft that scores nothing, and is not stored twice', async () => {
    const definition = await definitionOf(KEY);
    const before = await coordinator().call(getIndexOverview);
    const edited = { ...definition, title: { vi: 'Bản sửa', en: 'Edited' } };
    const first = await uploadJson(edited);
    expect(first.body).toMatchObject({ repeated: false, row: { state: 'draft', isScoring: false } });
    const second = await uploadJson(edited);
    expect(second.body).toMatchObject({ repeated: true, row: { version: first.body.row.version } });
    const after = await coordinator().call(getIndexOverview);
    expect(after.body).toEqual(before.body);
  });

  it('is refused with every problem and its path, and nothing is stored', async () => {
    const definition = await definitionOf(KEY);
    const count = (await coordinator().call(listFrameworks)).body.total;
    const [first, ...others] = definition.components as ComponentGroup[];
    const broken = {
      ...definition,
      extra: 1,
      components: [
        {
          ...first,
          maximumPoints: 'nhiều',
          children: first?.children.map((child, place) =>
            place === 0 ? { ...child, rule: { kind: 'boolean', items: 'x' } } : child,
          ),
        },
        ...others,
      ],
    };
    const { problem, status } = await uploadJson(broken);
    expect(status).toBe(422);
    expect(problem?.code).toBe('framework.invalid');
    expect(problemsOf(problem)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'field-unknown', place: { path: 'extra' } }),
        expect.objectContaining({
          code: 'field-malformed',
          place: { path: 'components[0].maximumPoints' },
        }),
        expect.objectContaining({
          code: 'field-missing',
          place: { path: 'components[0].children[0].rule.item' },
        }),
        expect.objectContaining({
          code: 'field-unknown',
          place: { path: 'components[0].children[0].rule.items' },
        }),
      ]),
    );
    expect((await coordinator().call(listFrameworks)).body.total).toBe(count);
  });

  it('is refused when a rule can not be evaluated or points do not add up, at the place to mend', async () => {
    const definition = await definitionOf(KEY);
    const [first, ...others] = definition.components as ComponentGroup[];
    const broken = {
      ...definition,
      maximumPoints: '999',
      components: [
        {
          ...first,
          children: first?.children.map((child, place) =>
            place === 0 ? { ...child, rule: { kind: 'boolean', item: '1.2.a' } } : child,
          ),
        },
        ...others,
      ],
    };
    const found = problemsOf((await uploadJson(broken)).problem).map(
      ({ code, place }) => `${code} ${place.path ?? ''}`,
    );
    expect(found).toContain('total-differs-from-components maximumPoints');
    expect(found).toContain('item-kind-unfit components[0].children[0].rule');
  });

  it('is refused when a text holds what the database can not keep', async () => {
    const definition = await definitionOf(KEY);
    for (const vi of ['a\0b', 'a\ud800b']) {
      const { problem } = await uploadJson({ ...definition, title: { vi, en: 'x' } });
      expect(problemsOf(problem)).toMatchObject([{ code: 'text-unstorable', place: { path: 'title.vi' } }]);
    }
  });

  it('is refused with sheet and cell when a number is a text or a formula', async () => {
    const answer = await coordinator().call(exportFramework, { params: KEY, query: { format: 'xlsx' } });
    const parts = unzipSync(answer.bytes);
    const sheet = 'xl/worksheets/sheet2.xml';
    const xml = strFromU8(parts[sheet]!);
    const edited = xml
      .replace(/<c r="F3" s="0"><v>[^<]+<\/v><\/c>/, '<c r="F3" t="inlineStr"><is><t>một trăm</t></is></c>')
      .replace(/<c r="F4" s="0"><v>[^<]+<\/v><\/c>/, '<c r="F4"><f>1+1</f><v>2</v></c>');
    const { problem } = await upload('bo.xlsx', zipSync({ ...parts, [sheet]: strToU8(edited) }));
    expect(problemsOf(problem)).toEqual([
      { code: 'text-in-number-cell', place: { sheet: 'Chỉ số', cell: 'F3' }, details: { text: 'một trăm' } },
      { code: 'formula-in-cell', place: { sheet: 'Chỉ số', cell: 'F4' }, details: {} },
    ]);
  });

  it.each([
    ['a.json', strToU8(''), 'file.empty'],
    ['a.json', strToU8('{"code":'), 'framework.invalid'],
    ['a.json', strToU8('null'), 'framework.invalid'],
    ['a.json', strToU8('['.repeat(500) + ']'.repeat(500)), 'framework.invalid'],
    ['a.json', new Uint8Array([0xff, 0xfe, 0x00]), 'framework.invalid'],
    ['a.xlsx', strToU8('không phải zip'), 'file.broken'],
    ['a.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'file.broken'],
    ['a.xlsx', zipSync({ 'xl/workbook.xml': new Uint8Array(60_000_000) }), 'file.too-complex'],
    ['a.csv', strToU8('a;b'), 'file.unsupported-kind'],
    ['a.json', new Uint8Array(50 * 1024 * 1024), 'file.too-large'],
  ])('%s that is no framework is refused by name', async (name, content, code) => {
    expect((await upload(name, content)).problem?.code).toBe(code);
  });
});

describe('a draft', () => {
  it('begins from nothing, once, under a code of its own', async () => {
    const writeId = newId();
    const begin = (code: string, id = writeId) =>
      coordinator().call(createFramework, {
        body: { code, title: 'Bộ mới', subjectKind: 'commune', assessmentYear: 2026, writeId: id },
      });
    const first = await begin('xa-2026');
    expect(first.body).toMatchObject({ code: 'xa-2026', version: 1, state: 'draft', indicatorCount: 0 });
    expect((await begin('xa-2026')).body).toEqual(first.body);
    expect((await begin('xa-2026', newId())).problem?.code).toBe('framework.code-taken');
    expect((await begin(CODE, newId())).problem?.code).toBe('framework.code-taken');
    expect((await begin('xa-2027')).problem?.code).toBe('edit.conflict');
    expect((await move({ code: 'xa-2026', version: '1' }, 'put-in-force')).problem?.code).toBe(
      'framework.invalid',
    );
  });

  it('tells agencies that the register does not have', async () => {
    const key = await cloneTo('dti-agencies');
    const saved = await save(key, { ...(await definitionOf(key)), owner: 'NOWHERE' });
    expect(saved.body.findings).toContainEqual({
      ...{ severity: 'warning', code: 'agency-not-registered', about: 'dti-agencies' },
      details: { agency: 'NOWHERE' },
    });
  });

  it('is a copy for another year that can be edited, with a history', async () => {
    const key = await cloneTo('dti-province-2026');
    const { body: view } = await coordinator().call(getFramework, { params: key });
    expect(view.row).toMatchObject({
      state: 'draft',
      assessmentYear: 2026,
      basedOn: { code: CODE, version: 1 },
    });
    expect(view.actions).toEqual(['clone', 'edit', 'put-in-force', 'discard']);
    expect(view.comparable).toContainEqual({ code: CODE, version: 1, state: 'in-force' });
    const writeId = newId();
    const definition = { ...view.definition, title: { vi: 'Năm 2026', en: 'Of 2026' } };
    const saved = await save(key, definition, 1, writeId);
    expect(saved.body.row).toMatchObject({ editVersion: 2, title: { en: 'Of 2026' } });
    const retried = await save(key, definition, 1, writeId);
    expect(retried.body.row.editVersion).toBe(2);
    expect(saved.body.history.map(({ action }) => action)).toEqual(['edit', 'create']);
  });

  it('refuses an edit of what somebody else has changed, of another code, and what is malformed', async () => {
    const key = await cloneTo('dti-conflict');
    const definition = await definitionOf(key);
    expect((await save(key, definition, 7)).problem?.code).toBe('edit.conflict');
    expect((await save(key, { ...definition, code: 'other' })).problem?.code).toBe('framework.other-code');
    expect((await save(key, { ...definition, owner: 3 })).problem?.code).toBe('framework.invalid');
    expect((await save(KEY, await definitionOf(KEY))).problem?.code).toBe('framework.not-draft');
  });

  it('may be unfinished while it is a draft, and comes into force only when it holds together', async () => {
    const key = await cloneTo('dti-unfinished');
    const definition = await definitionOf(key);
    const unfinished = { ...definition, maximumPoints: '999' };
    const saved = await save(key, unfinished);
    expect(saved.body.findings).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'total-differs-from-components' }),
    );
    expect((await move(key, 'put-in-force', 2)).problem?.code).toBe('framework.invalid');
    await save(key, definition, 2);
    const writeId = newId();
    expect((await move(key, 'put-in-force', 3, writeId)).body.row).toMatchObject({
      state: 'in-force',
      isLocked: false,
    });
    expect((await move(key, 'put-in-force', 3, writeId)).body.row.editVersion).toBe(4);
    expect((await move(key, 'withdraw', 4)).body.row.state).toBe('draft');
    expect((await move(key, 'discard', 5)).body.row.state).toBe('discarded');
    const listed = await coordinator().call(listFrameworks);
    expect(listed.body.items.map(({ code }) => code)).not.toContain('dti-unfinished');
  });

  it('leaves a version that is in use as it is', async () => {
    expect((await move(KEY, 'withdraw')).problem?.code).toBe('framework.in-use');
    expect((await move(KEY, 'discard')).problem?.code).toBe('framework.not-draft');
    const { body } = await coordinator().call(getFramework, { params: KEY });
    expect(body.row).toMatchObject({ isLocked: true, isScoring: true, subjectCount: 1 });
    expect(body.actions).toEqual(['clone']);
  });

  it('becomes the version that scores when it comes into force, with the same values', async () => {
    const key = await cloneTo(CODE, 2025);
    const definition = await definitionOf(key);
    const components = definition.components.map((group) =>
      group.kind === 'group' && group.code === '6'
        ? {
            ...group,
            children: group.children.map((child) =>
              child.kind === 'indicator' && child.code === '6.4'
                ? { ...child, rule: { ...child.rule, threshold: '57' } }
                : child,
            ),
          }
        : group,
    );
    await save(key, { ...definition, components });
    const query = { beforeCode: CODE, beforeVersion: '1' };
    const { body } = await coordinator().call(compareFrameworks, { params: key, query });
    expect(body.counts).toEqual({ added: 0, removed: 0, changed: 1, moved: 0 });
    expect(body.components).toMatchObject([
      { code: '6.4', fields: [{ field: 'rule.threshold', before: '60', after: '57' }] },
    ]);
    expect(body.subjects).toMatchObject([
      {
        code: 'DONG_THAP',
        points: { difference: { low: '20.00', high: '20.00' } },
        components: [{ code: '6' }, { code: '6.4' }],
      },
    ]);
    const before = (await coordinator().call(getIndexOverview)).body.points;
    await move(key, 'put-in-force', 2);
    const after = (await coordinator().call(getIndexOverview)).body;
    expect(after.framework.version).toBe(Number(key.version));
    expect(Number(after.points.low) - Number(before.low)).toBeCloseTo(20, 6);
    expect((await move(key, 'withdraw', 3)).problem?.code).toBe('framework.in-use');
  });

  it('leaves a trail', async () => {
    const rows = await api.db
      .selectFrom('audit_event')
      .select(['action', 'subject'])
      .where('subject', 'like', 'framework:dti-unfinished/%')
      .orderBy('at')
      .execute();
    expect(rows.map(({ action }) => action)).toEqual([
      'framework.create',
      'framework.edit',
      'framework.edit',
      'framework.put-in-force',
      'framework.withdraw',
      'framework.discard',
    ]);
  });
});
