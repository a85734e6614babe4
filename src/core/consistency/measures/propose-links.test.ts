import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupByMeasure } from './measure-groups.ts';
import type { DecidedLink, Measurable } from './measure-link.ts';
import { readMeasure } from './measure.ts';
import { proposeLinks } from './propose-links.ts';

const target = (id: string, name: string, more: Partial<Measurable> = {}): Measurable => ({
  ...{ id, name, kind: 'target', basis: null, unit: '%', indicatorCode: null, framework: null, leads: [] },
  ...more,
});

const linkOf = (one: Measurable, other: Measurable) => proposeLinks([one, other], [])[0];

describe('a pair that seems to be one measurable thing', () => {
  it('is proposed with what speaks for it and against it', () => {
    const link = linkOf(
      target('b', 'Người dân từ 14 tuổi trở lên có danh tính số', { leads: ['ca'] }),
      target('a', 'Tỷ lệ dân số trưởng thành có tài khoản định danh điện tử (VNeID)', { leads: ['ca'] }),
    );
    expect(link).toEqual({
      ...{ a: 'a', b: 'b', score: 1 },
      reasons: ['same-words', 'same-unit', 'denominator-differs', 'same-lead'],
    });
  });

  it('may be a target and a component whose code it states, whatever the names', () => {
    const component = target('dti:8.1', 'Danh tính số', {
      ...{ kind: 'component', unit: null, indicatorCode: '8.1', framework: 'dti' },
    });
    const link = linkOf(component, target('t', 'Phổ cập VNeID mức 2 toàn tỉnh', { indicatorCode: '8.1' }));
    expect(link).toMatchObject({ score: 0.95, reasons: ['same-component'] });
  });

  it('is proposed for words that no list knows, when enough of them are the same', () => {
    const link = linkOf(
      target('a', 'Tỷ lệ camera giao thông truyền hình ảnh về trung tâm điều hành'),
      target('b', 'Camera giao thông có hình ảnh truyền về trung tâm điều hành'),
    );
    expect(link?.score).toBeGreaterThan(0.8);
  });

  it('scores less where one is narrowed by a condition', () => {
    const [all, eligible] = ['Tỷ lệ TTHC', 'TTHC đủ điều kiện'].map((things) =>
      target(things, `${things} được cung cấp dịch vụ công trực tuyến toàn trình`),
    );
    const link = linkOf(all!, eligible!);
    expect(link?.reasons).toContain('condition-differs');
    expect(link?.score).toBeLessThan(0.9);
  });
});

describe('no pair', () => {
  const invoices = target('a', 'Tỷ lệ doanh nghiệp sử dụng hóa đơn điện tử');
  it.each([
    ['other things', target('b', 'Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử')],
    ['other users', target('b', 'Tỷ lệ hộ gia đình sử dụng hóa đơn điện tử')],
    ['a number, not a share', target('b', 'Doanh nghiệp sử dụng hóa đơn điện tử', { unit: 'doanh nghiệp' })],
  ])('is proposed for %s', (_, other) => {
    expect(linkOf(invoices, other)).toBeUndefined();
  });

  it('is proposed within a framework, nor for two components', () => {
    const of = (id: string, kind: Measurable['kind'], indicatorCode: string) =>
      target(id, 'Người dân có kỹ năng số', { kind, indicatorCode, framework: 'dti' });
    expect(proposeLinks([of('a', 'component', '8.3'), of('b', 'data-item', '8.3')], [])).toEqual([]);
    expect(linkOf(of('a', 'component', '8.3'), of('b', 'target', '4.6'))).toBeUndefined();
  });
});

const NAMES = [
  'Người dân có kỹ năng số',
  'Tỷ lệ dân số biết kỹ năng số cơ bản',
  'Doanh nghiệp dùng hợp đồng điện tử',
  'Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử trong giao dịch',
  'Hộ gia đình có cáp quang',
];
const measurables = fc
  .array(fc.constantFrom(...NAMES), { maxLength: 12 })
  .map((names) => names.map((name, index) => target(`t${String(index)}`, name)));

it('proposes each pair once, in whichever order things come, and none that was decided', () => {
  fc.assert(
    fc.property(measurables, fc.boolean(), (items, isConfirmed) => {
      const links = proposeLinks(items, []);
      expect(proposeLinks(items.toReversed(), [])).toEqual(links);
      expect(new Set(links.map(({ a, b }) => `${a} ${b}`)).size).toBe(links.length);
      expect(links.every(({ a, b, score }) => a < b && score >= 0.5 && score <= 1)).toBe(true);
      const decision = isConfirmed ? 'confirmed' : 'refused';
      const decided = links.slice(0, 3).map(({ a, b }): DecidedLink => ({ a: b, b: a, decision }));
      expect(proposeLinks(items, decided)).toEqual(links.slice(3));
    }),
  );
});

describe('what a person decided', () => {
  const entry = (id: string, name: string, unit = '%') => ({
    ...{ place: { id }, measure: readMeasure(name, null), indicatorCode: null, unit },
  });
  const entries = [
    entry('a', 'Người dân có kỹ năng số'),
    entry('b', 'Tỷ lệ dân số biết kỹ năng số cơ bản'),
    entry('c', 'Xóa mù công nghệ toàn dân'),
    entry('d', 'Bình dân học vụ số'),
  ];
  const groupsFor = (links: readonly DecidedLink[], all = entries) =>
    groupByMeasure(all, links)
      .map((group) =>
        group
          .map(({ place }) => place.id)
          .toSorted()
          .join(''),
      )
      .toSorted();

  it('joins what names alone keep apart, and over a third what nobody compared', () => {
    expect(groupsFor([])).toEqual(['ab', 'c', 'd']);
    const confirmed = ['ac', 'cd'].map(([a, b]): DecidedLink => ({
      a: a ?? '',
      b: b ?? '',
      decision: 'confirmed',
    }));
    expect(groupsFor(confirmed)).toEqual(['abcd']);
  });

  it('keeps apart what names join, even under one name', () => {
    expect(groupsFor([{ a: 'b', b: 'a', decision: 'refused' }])).toEqual(['a', 'b', 'c', 'd']);
    const twins = [entry('a', 'Kỹ năng số'), entry('b', 'Kỹ năng số')];
    expect(groupsFor([], twins)).toEqual(['ab']);
    expect(groupsFor([{ a: 'a', b: 'b', decision: 'refused' }], twins)).toEqual(['a', 'b']);
  });

  it('makes no percentage comparable with a count', () => {
    const mixed = [entry('a', 'Kỹ năng số'), entry('b', 'Kỹ năng số', 'người')];
    expect(groupsFor([{ a: 'a', b: 'b', decision: 'confirmed' }], mixed)).toEqual(['a', 'b']);
  });
});
