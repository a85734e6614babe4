import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { Organization } from '#core/organization/organization.ts';
import { findStandingFor } from '#core/organization/successor.ts';
import { findFigure } from './figure-text.ts';
import { issueDocument } from './issue.ts';
import { headOfPaper, letterheadOf } from './letterhead.ts';
import { withDecimalCommas } from './official-wording.ts';
import { reachedText, verdictText } from './writing/judge-target.ts';
import { taskSentences } from './writing/progress-sections.ts';
import { writeAnnouncement, type RankedLeague } from './writing/result-announcement.ts';
import { countTasks, type TargetFact, type TaskFact } from './writing/task-facts.ts';

describe('what papers say of figures and agencies', () => {
  it('writes decimals of quoted words with commas, and leaves codes, days and thousands alone', () => {
    expect(withDecimalCommas('đạt 57.6% và 9.84 điểm; chỉ số 6.4, ngày 30.6.2026, 1.234 hồ sơ, 12.5%')).toBe(
      'đạt 57,6% và 9,84 điểm; chỉ số 6.4, ngày 30.6.2026, 1.234 hồ sơ, 12,5%',
    );
  });

  it('reads figures back as numbers, never words, spans or shares of a maximum', () => {
    expect(
      ['05', '1.308,9', '57,6%', '-3', '625,64 - 646,82', '9,84/50,00', '30/6/2026'].map(findFigure),
    ).toEqual([
      { value: '5', form: 'whole' },
      { value: '1308.9', form: 'decimal' },
      { value: '0.576', form: 'percent' },
      { value: '-3', form: 'whole' },
      ...[undefined, undefined, undefined],
    ]);
  });

  it('names whoever has taken over the work of an organization that is no more', () => {
    const organization = (
      code: string,
      validTo: string | null,
      predecessorCodes: readonly string[],
    ): Organization => ({
      ...{ code, name: code, nameEn: null, abbreviation: null, aliases: [], parentCode: null },
      ...{ validFrom: null, validTo: validTo === null ? null : plainDate(validTo), predecessorCodes },
      ...{ kind: 'department', memberKinds: [], place: null },
    });
    const all = [
      organization('STTTT', '2025-02-28', []),
      organization('SKHCN1', '2025-06-30', ['STTTT']),
      organization('SKHCN', null, ['SKHCN1']),
      organization('CU', '2025-02-28', []),
    ];
    const standing = (code: string, day: string) => findStandingFor(all, code, plainDate(day))?.code;
    expect(standing('STTTT', '2025-01-01')).toBe('STTTT');
    expect(standing('STTTT', '2025-04-01')).toBe('SKHCN1');
    expect(standing('STTTT', '2026-01-01')).toBe('SKHCN');
    expect(standing('CU', '2026-01-01')).toBeUndefined();
  });

  it('is signed as it is issued: by a deputy with an office of its own, on its day, with its number', () => {
    const letterhead = letterheadOf(
      { name: 'Sở Tư pháp', kind: 'department', abbreviation: null },
      { name: 'Đồng Tháp' },
    );
    const document = {
      ...{ addressees: [], bases: [], blocks: [], recipients: [], annexes: [], origin: null },
      head: headOfPaper(letterhead, { kind: 'report', typeSymbol: 'BC', subject: 'Kết quả', year: 2026 }),
      signature: letterhead.signature,
    };
    const issued = issueDocument(document, {
      ...{ number: 7, issuedOn: plainDate('2027-01-05') },
      signing: { capacity: 'deputy', office: null, signer: 'Nguyễn Văn Sen' },
    });
    expect(issued.head).toMatchObject({ number: 7, year: 2027 });
    expect(issued.signature).toMatchObject({
      ...{ authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], signer: 'Nguyễn Văn Sen' },
    });
  });

  it('counts what is due on no day apart from what is within its time', () => {
    const task = (members: Partial<TaskFact>): TaskFact => ({
      ...{
        name: 'việc',
        plan: 'kế hoạch',
        leads: [],
        coordinating: [],
        due: null,
        lastDay: null,
        doneOn: null,
      },
      ...{ state: 'not-yet-due', percent: null, words: null, result: null, difficulties: null },
      ...members,
    });
    const tasks = [
      task({}),
      task({ lastDay: plainDate('2026-12-31') }),
      task({ state: 'completed-on-time', isToldLate: true }),
    ];
    expect(countTasks(tasks)).toMatchObject({ all: 3, running: 1, undated: 1, completed: 1, toldLate: 1 });
    const [told] = taskSentences(tasks, '28/11/2026');
    expect(JSON.stringify(told)).toContain('01 nhiệm vụ chưa xác định thời hạn');
    expect(JSON.stringify(told)).toContain('báo cáo sau thời hạn');
  });

  it('tells an estimate as one, and rankings of different years each with its own', () => {
    const target: TargetFact = {
      ...{
        name: 'Tỷ lệ',
        plan: 'kế hoạch',
        leads: [],
        wanted: 'Tối thiểu 80%',
        comparator: '>=',
        value: '80',
      },
      ...{ unit: '%', actual: { value: '57.6', period: 'năm 2026', isEstimate: true } },
    };
    expect([reachedText(target), verdictText(target)]).toEqual(['ước 57,6% (năm 2026)', 'Ước chưa đạt']);
    const league = (subjects: 'agency' | 'commune', year: number): RankedLeague => ({
      ...{ subjects, year, frameworkTitle: 'Bộ chỉ số', decision: null, maximum: '100', byPercent: false },
      ...{ groupNames: [], comparedWith: null, simulated: false, snapshot: { name: 'KQ', takenAt: '' } },
      rows: [
        { name: 'A', rank: '1', points: { low: '1', high: '1' }, percent: '1', change: null, groups: [] },
      ],
    });
    const leagues = [league('agency', 2025), league('commune', 2026)];
    const { head } = writeAnnouncement(
      { kind: 'result-announcement', province: 'Đồng Tháp', year: 2026, writtenIn: 2026, leagues },
      null,
    );
    expect(head.subject).toContain(
      'các sở, ban, ngành tỉnh năm 2025 và Ủy ban nhân dân các xã, phường năm 2026',
    );
  });
});
