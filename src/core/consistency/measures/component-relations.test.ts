import { describe, expect, it } from 'vitest';
import { relateComponents, type RelatableItem } from './component-relations.ts';

const COMPONENTS = [
  { code: 'a.1', name: 'Tỷ lệ người dân từ 14 tuổi trở lên có danh tính điện tử' },
  { code: 'a.2', name: 'Tỷ lệ dân số từ 14 tuổi trở lên có chứng thư số cá nhân' },
  { code: 'b.1', name: 'Tỷ lệ công chức được tập huấn về chuyển đổi số' },
  { code: 'b.2', name: 'Tỷ lệ công chức chuyên trách về chuyển đổi số' },
  { code: 'b.3', name: 'Số thành viên Tổ công nghệ số cộng đồng trên 100 dân' },
  { code: 'c.1', name: 'Tỷ lệ hộ gia đình có Internet cáp quang' },
  { code: 'd.1', name: 'Tỷ lệ hệ thống thông tin được phê duyệt cấp độ an toàn' },
];

const item = (kind: RelatableItem['kind'], name: string, indicatorCode: string | null = null) => ({
  id: name,
  kind,
  name,
  basis: null,
  indicatorCode,
});

const codesOf = (kind: RelatableItem['kind'], name: string) =>
  relateComponents(COMPONENTS, [item(kind, name)]).map(({ code }) => code);

describe('what touches a component', () => {
  it('takes a stated code for certain, whatever the name speaks of', () => {
    const stated = item('target', 'Hộ gia đình có cáp quang', 'a.1');
    expect(relateComponents(COMPONENTS, [stated])).toEqual([
      { code: 'a.1', itemId: stated.id, certainty: 'stated' },
    ]);
  });

  it('infers a target from what it measures, in other words and over another part of the people', () => {
    expect(relateComponents(COMPONENTS, [item('target', 'Dân số trưởng thành có tài khoản VNeID')])).toEqual([
      { code: 'a.1', itemId: 'Dân số trưởng thành có tài khoản VNeID', certainty: 'inferred' },
    ]);
  });

  it('learns a measure from the items that state the code', () => {
    const components = [{ code: 'x', name: 'Chỉ số X' }];
    const stated = item('gap', 'Tỷ lệ doanh nghiệp có hóa đơn điện tử', 'x');
    const silent = item('target', 'Doanh nghiệp sử dụng hóa đơn điện tử');
    expect(relateComponents(components, [stated, silent]).map(({ certainty }) => certainty)).toEqual([
      'stated',
      'inferred',
    ]);
  });

  it.each([
    ['Mở lớp bồi dưỡng kỹ năng số cho cán bộ xã', ['b.1']],
    ['Vận động nhân dân; cấp chữ ký số cho công dân', ['a.2']],
    ['Bố trí công chức chuyên trách chuyển đổi số', ['b.2']],
    ['Kiện toàn các Tổ công nghệ số cộng đồng ở ấp', ['b.3']],
    ['Kéo cáp quang đến vùng sâu', ['c.1']],
    ['Trình phê duyệt hồ sơ đề xuất cấp độ của từng HTTT', ['d.1']],
  ])('infers from the task “%s”', (name, codes) => {
    expect(codesOf('task', name)).toEqual(codes);
  });

  it.each([
    ['an official’s signature', 'Ký văn bản bằng chữ ký số của cán bộ, hướng dẫn người dân'],
    ['specialists', 'Đào tạo cán bộ chuyên trách chuyển đổi số về quản trị dữ liệu'],
    ['a subject put together from two clauses', 'Tập huấn phòng cháy; khen thưởng cán bộ chuyển đổi số'],
    ['a maturity level', 'Hệ thống thông tin dữ liệu xác định cấp độ trưởng thành'],
    ['a government’s own network', 'Nâng cấp cáp quang của mạng truyền số liệu chuyên dùng'],
    ['a general duty', 'Báo cáo tình hình chuyển đổi số hằng quý'],
  ])('does not infer from %s', (_what, name) => {
    expect(codesOf('task', name)).toEqual([]);
  });

  it('keeps a target about something else of the subject away, though a task about it serves', () => {
    const name = 'Thành viên Tổ công nghệ số cộng đồng được tập huấn';
    expect(codesOf('target', name)).toEqual([]);
    expect(codesOf('task', name)).toEqual(['b.3']);
  });
});
