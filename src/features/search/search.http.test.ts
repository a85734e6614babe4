import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { search, type SearchKind } from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const find = async (q: string, limit?: string) =>
  (await api.as('viewer').call(search, { query: { q, ...(limit !== undefined && { limit }) } })).body;
const titlesOf = async (q: string, kind: SearchKind) =>
  (await find(q)).groups.find((group) => group.kind === kind)?.items.map(({ title }) => title) ?? [];

describe('search', () => {
  it('finds both names that are one without diacritics', async () => {
    expect((await titlesOf('my tho', 'organization')).toSorted()).toEqual(['Phường Mỹ Tho', 'Xã Mỹ Thọ']);
  });

  it('leaves only the very diacritics that were typed, when they are found', async () => {
    expect(await titlesOf('Mỹ Tho', 'organization')).toEqual(['Phường Mỹ Tho']);
    expect(await titlesOf('mỹ thọ', 'organization')).toEqual(['Xã Mỹ Thọ']);
    const { groups } = await find('tư pháp');
    const hits = groups.flatMap(({ items }) => items);
    expect(hits[0]?.title).toBe('Sở Tư pháp');
    for (const { title } of hits) expect(title.toLowerCase()).toMatch(/tư/u);
  });

  it('finds names whose diacritics were typed otherwise when none fit exactly', async () => {
    expect(await titlesOf('mý tho', 'organization')).toEqual(
      expect.arrayContaining(['Phường Mỹ Tho', 'Xã Mỹ Thọ']),
    );
  });

  it.each(['ủy ban nhân dân phường mỹ tho', 'uỷ ban nhân dân phường mỹ tho'])(
    'finds either placement of a tone: "%s"',
    async (typed) => {
      expect(await titlesOf(typed, 'organization')).toEqual(['Phường Mỹ Tho']);
    },
  );

  it.each(['SKHCN', 'so khcn', 'Sở KH&CN', 'sở khoa học công nghệ', 'SO KHOA HOC VA CONG NGHE'])(
    'finds an agency by "%s"',
    async (typed) => {
      expect(await titlesOf(typed, 'organization')).toContain('Sở Khoa học và Công nghệ');
    },
  );

  it.each(['ubnd phường mỹ tho', 'uy ban nhan dan phuong my tho'])('finds a ward by "%s"', async (typed) => {
    expect(await titlesOf(typed, 'organization')).toEqual(['Phường Mỹ Tho']);
  });

  it('leads from the name of a predecessor to the successor', async () => {
    for (const typed of ['tỉnh tiền giang', 'tinh tien giang']) {
      const titles = await titlesOf(typed, 'organization');
      expect(titles[0]).toBe('Tỉnh Tiền Giang');
      expect(titles).toContain('Tỉnh Đồng Tháp');
    }
  });

  it('names what is called exactly so first, then what begins so, and single agencies before groups', async () => {
    expect((await titlesOf('so tai chinh', 'organization'))[0]).toBe('Sở Tài chính');
    expect((await titlesOf('SKHCN', 'organization'))[0]).toBe('Sở Khoa học và Công nghệ');
    const { groups } = await find('so', '50');
    const hits = groups.find(({ kind }) => kind === 'organization')?.items ?? [];
    const firstGroup = hits.findIndex(({ title }) => title.startsWith('Các sở'));
    const lastDepartment = hits.findLastIndex(({ title }) => title.startsWith('Sở '));
    expect(lastDepartment).toBeGreaterThan(0);
    expect(firstGroup === -1 || firstGroup > lastDepartment).toBe(true);
  });

  it('looks in every register and names the document of a hit', async () => {
    const { groups, total } = await find('chuyen doi so');
    const kinds = groups.map(({ kind }) => kind);
    for (const kind of ['organization', 'index-component', 'target', 'task', 'gap', 'document'] as const) {
      expect(kinds).toContain(kind);
    }
    expect(groups.reduce((sum, group) => sum + group.total, 0)).toBe(total);
    const [task] = groups.find(({ kind }) => kind === 'task')?.items ?? [];
    expect(task?.document?.subjectLine).toBeTruthy();
  });

  it('finds an index component by its code, and what speaks of it', async () => {
    const { groups } = await find('3.5');
    expect(groups[0]?.kind).toBe('index-component');
    expect(groups.find(({ kind }) => kind === 'index-component')?.items[0]?.key).toBe('3.5');
    expect(groups.find(({ kind }) => kind === 'gap')?.items[0]?.label).toBe('3.5');
  });

  it('takes no code of a component for the code of a commune', async () => {
    const { groups } = await find('6.4');
    expect(groups[0]?.items[0]?.key).toBe('6.4');
    expect(groups.some(({ kind }) => kind === 'organization')).toBe(false);
    expect((await find('28249')).groups[0]?.kind).toBe('organization');
  });

  it('finds a document by its number', async () => {
    expect((await find('3256/QĐ-UBND')).groups.find(({ kind }) => kind === 'document')?.items[0]?.label).toBe(
      '3256/QĐ-UBND',
    );
    expect((await find('3256')).groups.some(({ kind }) => kind === 'document')).toBe(true);
  });

  it('wants all words, in any order', async () => {
    const [first] = (await find('ký chữ số')).groups.find(({ kind }) => kind === 'target')?.items ?? [];
    expect(first?.title.toLowerCase()).toContain('chữ ký');
    expect((await find('chữ ký số khủng long')).total).toBe(0);
  });

  it.each(['', '   ', '%', '_', '\\', "'; drop table document; --", '((('])(
    'bears with "%s"',
    async (typed) => {
      expect((await api.as('viewer').call(search, { query: { q: typed } })).status).toBe(200);
    },
  );

  it('takes signs for themselves, not for patterns', async () => {
    expect((await find('_')).total).toBe(0);
    const everything = (await find('100%')).groups.flatMap(({ items }) => items);
    expect(everything.length).toBeGreaterThan(0);
    expect((await find('100%zzz')).total).toBe(0);
  });

  it('gives as many of each kind as asked for, and says how many there are', async () => {
    const { groups } = await find('so', '3');
    for (const { items, total } of groups) expect(items).toHaveLength(Math.min(3, total));
    expect(groups.some(({ total }) => total > 3)).toBe(true);
  });

  it('is closed to nobody', async () => {
    expect((await api.as(undefined).call(search, { query: { q: 'sen' } })).status).toBe(401);
  });

  it('tells whoever may not read the index of no component, also by its code', async () => {
    const kindsFor = async (username: string, q: string) =>
      (await api.asAccount(username).call(search, { query: { q } })).body.groups.map(({ kind }) => kind);
    for (const q of ['6.4', 'tỷ lệ']) {
      expect(await kindsFor('nguoi-xem', q)).toContain('index-component');
      expect(await kindsFor('stp-can-bo', q)).not.toContain('index-component');
    }
    expect(await kindsFor('stp-can-bo', 'tỷ lệ')).toContain('target');
  });
});
