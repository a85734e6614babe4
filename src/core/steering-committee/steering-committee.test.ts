import { describe, expect, it, test } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { coversIndicator, distinctParts, listNewParts, partFact, type AreaPart } from './area-part.ts';
import { findMemberRefusal, standingOn, type KnownMember } from './committee-member.ts';

const span = (from: string, to: string | null = null) => ({
  validFrom: plainDate(from),
  validTo: to === null ? null : plainDate(to),
});

describe('a membership', () => {
  it.each([
    ['2026-06-30', 'future'],
    ['2026-07-01', 'present'],
    ['2026-12-31', 'present'],
    ['2027-01-01', 'past'],
  ])('on %s is %s', (day, standing) => {
    expect(standingOn(span('2026-07-01', '2026-12-31'), plainDate(day))).toBe(standing);
  });

  it('has no end until one is known', () => {
    expect(standingOn(span('2026-07-01'), plainDate('2090-01-01'))).toBe('present');
  });

  const by = (name: string, office: string | null = null) => ({ accountId: null, name, office });
  const signsIn = { accountId: 'a', name: null, office: null };
  const known: readonly KnownMember[] = [
    { id: '1', ...by('Trần Văn Hòa', 'Giám đốc Sở Tài chính'), ...span('2026-01-01', '2026-06-30') },
    { id: '2', ...signsIn, ...span('2026-07-01') },
    { id: '3', accountId: null, name: null, office: 'Giám đốc Sở Y tế', ...span('2026-01-01') },
  ];

  it.each([
    ['another name', { ...by('Trần Văn Hoa'), ...span('2026-01-01') }, undefined],
    [
      'the same name in another office',
      { ...by('Trần Văn Hòa', 'Chánh Văn phòng'), ...span('2026-01-01') },
      undefined,
    ],
    ['who left before', { ...by('Trần Văn Hòa', 'Giám đốc Sở Tài chính'), ...span('2026-07-01') }, undefined],
    [
      'the same person on one same day, written otherwise',
      { ...by('TRẦN  VĂN HOÀ', 'giám đốc Sở Tài chính'), ...span('2026-06-30') },
      'committee-member.twice',
    ],
    ['the same account', { ...signsIn, ...span('2027-01-01', '2027-12-31') }, 'committee-member.twice'],
    ['the same account, over before', { ...signsIn, ...span('2026-01-01', '2026-06-30') }, undefined],
    [
      'a last day before the first',
      { ...by('Lê Thị Mai'), ...span('2026-07-02', '2026-07-01') },
      'committee-member.days-reversed',
    ],
  ])('%s', (_, content, code) => {
    expect(findMemberRefusal(content, known)?.code).toBe(code);
  });
});

describe('an area', () => {
  const section = (name: string | null): AreaPart => ({ kind: 'section', documentId: 'd', section: name });
  const whole: AreaPart = { kind: 'province' };
  const agency: AreaPart = { kind: 'organization', code: '6' };

  test('has each part once; an organization and an indicator with one code are two', () => {
    const indicator: AreaPart = { kind: 'indicator', code: '6' };
    expect(
      distinctParts([section('I'), agency, section(null), section('I'), indicator, whole, whole]),
    ).toEqual([...[section('I'), agency, section(null), indicator, whole]]);
  });

  test('says what is new in it', () => {
    const task: AreaPart = { kind: 'task', taskId: 't' };
    expect(listNewParts([agency, task, section('II')], [section('I'), { ...agency }])).toEqual([
      ...[task, section('II')],
    ]);
  });

  test('is told in the audit trail by the codes of its parts', () => {
    const task: AreaPart = { kind: 'task', taskId: 't' };
    expect([whole, section(null), section('I. Dữ liệu'), agency, task].map(partFact)).toEqual([
      ...['province', 'section d', 'section d I. Dữ liệu', 'organization 6', 'task t'],
    ]);
  });

  it.each([
    [['6'], '6.5', true],
    [['6.5'], '6.5', true],
    [['6'], '61.5', false],
    [['6.5'], '6.50', false],
    [['6.5'], '6', false],
    [[], '6.5', false],
  ])('with the indicators %j, %s: %s', (codes, component, isCovered) => {
    expect(coversIndicator(codes, component)).toBe(isCovered);
  });
});
