import { describe, expect, it } from 'vitest';
import { BLANK_CELL, type SheetCell } from '#core/kernel/sheet.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import { readAccountList } from './account-list.ts';
import type { Role } from './permissions.ts';

const TITLES = {
  username: ['Tên đăng nhập'],
  displayName: ['Họ và tên'],
  email: ['Thư điện tử'],
  phone: ['Điện thoại'],
  organization: ['Cơ quan'],
  role: ['Vai trò'],
  validFrom: ['Từ ngày'],
  validTo: ['Đến ngày'],
};
const ROLES_BY_NAME: Readonly<Record<string, Role>> = { 'Cán bộ báo cáo': 'reporter', Xem: 'viewer' };

const text = (written: string): SheetCell => (written === '' ? BLANK_CELL : { kind: 'text', text: written });

const read = (...rows: (readonly (string | SheetCell)[])[]) =>
  readAccountList(
    {
      name: 'Tài khoản',
      rows: [Object.values(TITLES).map(([title = '']) => title), ...rows].map((row) =>
        row.map((cell) => (typeof cell === 'string' ? text(cell) : cell)),
      ),
    },
    {
      titles: TITLES,
      findOrganizations: (name) => (name === 'Sở Tư pháp' ? ['STP'] : name === 'Tân Phú' ? ['1', '2'] : []),
      findRole: (name) => ROLES_BY_NAME[name],
      today: plainDate('2026-11-22'),
    },
  );

describe('a list of people', () => {
  it('is read by its titles, with days as people and as spreadsheets write them', () => {
    expect(
      read(
        [
          'an',
          'Nguyễn Văn An',
          'an@stp.vn',
          '0277 385 1234',
          'Sở Tư pháp',
          'Cán bộ báo cáo',
          '1/12/2026',
          '',
        ],
        ['AN', 'Nguyễn Văn An', '', '', '', 'Xem', { kind: 'number', number: '46023' }, '2026-12-31'],
        ['', '', '', '', 'Sở Tư pháp', 'Cán bộ báo cáo', '', ''],
      ),
    ).toEqual({
      rows: [
        {
          ...{ username: 'an', displayName: 'Nguyễn Văn An', email: 'an@stp.vn', phone: '0277 385 1234' },
          ...{ organizationCode: 'STP', role: 'reporter', validFrom: '2026-12-01', validTo: null },
        },
        {
          ...{ username: 'an', displayName: 'Nguyễn Văn An', email: null, phone: null },
          ...{ organizationCode: null, role: 'viewer', validFrom: '2026-01-01', validTo: '2026-12-31' },
        },
      ],
    });
  });

  it('names every cell that is wrong', () => {
    const formula: SheetCell = { kind: 'formula' };
    expect(
      read(
        ['nguyễn an', formula, 'an', '12', 'Sở Lạ', 'Vua', '31/2/2026', '2026-01-01'],
        ['binh', 'Bình', '', '', '', 'Cán bộ báo cáo', '', '2026-11-21'],
        ['binh', 'Bính', '', '', 'Tân Phú', 'Xem', '', ''],
      ),
    ).toEqual({
      problems: [
        { cell: 'A2', code: 'malformed-username', value: 'nguyễn an' },
        { cell: 'B2', code: 'formula', value: '' },
        { cell: 'C2', code: 'malformed-email', value: 'an' },
        { cell: 'D2', code: 'malformed-phone', value: '12' },
        { cell: 'E2', code: 'unknown-organization', value: 'Sở Lạ' },
        { cell: 'F2', code: 'unknown-role', value: 'Vua' },
        { cell: 'G2', code: 'malformed-day', value: '31/2/2026' },
        { cell: 'H2', code: 'ends-before-it-begins', value: '2026-01-01' },
        { cell: 'H3', code: 'ends-before-it-begins', value: '2026-11-21' },
        { cell: 'E3', code: 'organization-required', value: '' },
        { cell: 'E4', code: 'ambiguous-organization', value: 'Tân Phú' },
        { cell: 'B4', code: 'differs-from-other-row', value: 'Bính' },
      ],
    });
  });

  it('without its columns or without people is refused', () => {
    const surroundings = {
      ...{ titles: TITLES, findOrganizations: () => [], findRole: () => undefined },
      today: plainDate('2026-11-22'),
    };
    expect(readAccountList({ name: '', rows: [[text('Họ và tên'), text('Vai trò')]] }, surroundings)).toEqual(
      {
        problems: [
          { cell: 'A1', code: 'missing-column', value: 'Tên đăng nhập' },
          { cell: 'A1', code: 'missing-column', value: 'Cơ quan' },
        ],
      },
    );
    expect(read()).toEqual({ problems: [{ cell: 'A2', code: 'empty-list', value: '' }] });
  });
});
