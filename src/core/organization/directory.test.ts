import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import agencies from '#data/organizations/agencies.json' with { type: 'json' };
import communes from '#data/organizations/communes.json' with { type: 'json' };
import { buildAgencyDirectory } from './directory.ts';
import { existsOn, ORGANIZATION_KINDS, type Organization } from './organization.ts';
import { organizationKey } from './spelling.ts';

const organizations = [...agencies, ...communes] as unknown as readonly Organization[];
const directory = buildAgencyDirectory(organizations);
const codesOf = (name: string) => directory.find(name).map((organization) => organization.code);

describe('a name finds its organization', () => {
  it.each([
    ['Sở KH&CN', 'SKHCN'],
    ['sở khoa học và công nghệ', 'SKHCN'],
    ['Sở KH và CN', 'SKHCN'],
    ['Sở Khoa học và Công nghệ tỉnh Đồng Tháp', 'SKHCN'],
    ['Sở VH, TT&DL', 'SVHTTDL'],
    ['Sở Văn hoá, Thể thao và Du lịch', 'SVHTTDL'],
    ['Sở Giáo dục và Ðào tạo', 'SGDDT'],
    ['VP UBND Tỉnh', 'VP_UBND'],
    ['VPUB', 'VP_UBND'],
    ['UBND tỉnh Đồng Tháp', 'UBND_TINH'],
    ['Uỷ ban nhân dân Tỉnh', 'UBND_TINH'],
    ['UBND xã, phường', 'UBND_XA'],
    ['Các Sở, ban ngành tỉnh', 'SBN'],
    ['doanh nghiệp viễn thông', 'DN_VT'],
    ['UBND cấp huyện', 'UBND_HUYEN'],
    ['Bộ KH&CN', 'BKHCN'],
  ])('%s → %s', (name, code) => {
    expect(codesOf(name)).toEqual([code]);
  });

  it('finds nothing for the same department of another province', () => {
    expect(codesOf('Sở Tài chính tỉnh Nghệ An')).toEqual([]);
  });

  it('finds every organization by each of its spellings', () => {
    const anySpelling = fc.constantFrom(
      ...organizations.flatMap((organization) =>
        [organization.name, ...organization.aliases].map((name) => ({ name, code: organization.code })),
      ),
    );
    fc.assert(
      fc.property(anySpelling, ({ name, code }) => {
        expect(codesOf(name)).toContain(code);
        expect(codesOf(name.toUpperCase())).toContain(code);
        expect(codesOf(name.normalize('NFD'))).toContain(code);
      }),
    );
  });
});

describe('communes whose names differ by a tone only', () => {
  it.each([
    ['UBND phường Mỹ Tho', '28261'],
    ['Xã Mỹ Thọ', '30076'],
    ['Tân Thành', '29938'],
    ['Ủy ban nhân dân xã Tân Thạnh', '30157'],
  ])('%s is %s alone', (name, code) => {
    expect(codesOf(name)).toEqual([code]);
  });

  it.each([
    ['my tho', ['28261', '30076']],
    ['tan thanh', ['29938', '30157']],
  ])('a search for "%s" without diacritics finds both', (words, codes) => {
    const found = directory.search(words).map((organization) => organization.code);
    expect(found).toEqual(expect.arrayContaining(codes));
  });

  it('finds a name in either tone placement and in the common spelling', () => {
    expect(codesOf('Xã An Thạnh Thủy')).toEqual(codesOf('Xã An Thạnh Thuỷ'));
    expect(codesOf('Mỹ Quý')).toEqual(codesOf('Mỹ Quí'));
    expect(codesOf('Mỹ Quý')).toHaveLength(1);
  });
});

describe('groups', () => {
  it('the communes stand for 102 units since the merger and none before', () => {
    const [group] = directory.find('UBND các xã, phường');
    if (!group) throw new Error('the group is in the data');
    expect(directory.listMembers(group, plainDate('2026-01-01'))).toHaveLength(102);
    expect(directory.listMembers(group, plainDate('2025-06-30'))).toHaveLength(0);
  });

  it('the departments stand for themselves, without the dissolved one', () => {
    const [group] = directory.find('Các sở, ban, ngành tỉnh');
    if (!group) throw new Error('the group is in the data');
    const members = directory
      .listMembers(group, plainDate('2026-01-01'))
      .map((organization) => organization.code);
    expect(members).toContain('SKHCN');
    expect(members).toContain('VP_UBND');
    expect(members).not.toContain('STTTT');
  });
});

describe('reference data', () => {
  it('has unique codes, known kinds, and parents and predecessors that exist', () => {
    const codes = new Set(organizations.map((organization) => organization.code));
    expect(codes.size).toBe(organizations.length);
    for (const organization of organizations) {
      expect(ORGANIZATION_KINDS).toContain(organization.kind);
      for (const code of [organization.parentCode, ...organization.predecessorCodes]) {
        if (code !== null) expect(codes).toContain(code);
      }
    }
  });

  it('lists the 82 communes and 20 wards', () => {
    expect(communes.filter((commune) => commune.kind === 'commune')).toHaveLength(82);
    expect(communes.filter((commune) => commune.kind === 'ward')).toHaveLength(20);
  });

  it('ends the former provinces the day before the new one begins', () => {
    const find = (code: string) => organizations.find((organization) => organization.code === code);
    const [province, former] = [find('DONG_THAP'), find('TIEN_GIANG')];
    if (!province || !former) throw new Error('both are in the data');
    expect(existsOn(province, plainDate('2025-06-30'))).toBe(false);
    expect(existsOn(former, plainDate('2025-06-30'))).toBe(true);
    expect(existsOn(former, plainDate('2025-07-01'))).toBe(false);
  });
});

it('the key of a name is stable: keying it again changes nothing', () => {
  const anyName = fc.constantFrom(...organizations.map((organization) => organization.name));
  fc.assert(
    fc.property(anyName, (name) => {
      expect(organizationKey(organizationKey(name))).toBe(organizationKey(name));
    }),
  );
});
