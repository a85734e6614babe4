import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { annexLabel, annexReference, closeLines, dateLine, numberLine, parentLine } from './head-lines.ts';
import { headOfPaper, letterheadOf, provinceLetterhead } from './letterhead.ts';
import { labelBlocks, pointLetter, romanNumeral } from './numbering.ts';
import {
  countText,
  dayInFigures,
  dayInWords,
  joinNames,
  measureText,
  numberText,
  periodText,
  pointsText,
  shareText,
} from './official-wording.ts';
import {
  findReportPeriod,
  nextPeriod,
  periodCode,
  periodDays,
  sameDayYearBefore,
  yearBefore,
} from './report-period.ts';
import { changeText, goalSentence, lackText, laterGoalSentence, spanText } from './writing/comparison.ts';
import { judgeTarget } from './writing/judge-target.ts';
import { writeAnnouncement, type RankedLeague, type RankedSubject } from './writing/result-announcement.ts';
import { writeReminderLetter } from './writing/reminder-letter.ts';
import type { TargetFact, TaskFact } from './writing/task-facts.ts';
import { wantedIn } from './writing/wanted-value.ts';

describe('numbering', () => {
  it('letters points as Vietnamese documents do', () => {
    expect(Array.from({ length: 12 }, (_, index) => pointLetter(index)).join('')).toBe('abcdđeghiklm');
    expect([22, 23, 24].map(pointLetter)).toEqual(['y', 'aa', 'ab']);
  });

  it('gives every point of a list a letter of its own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (count) => {
        const letters = Array.from({ length: count }, (_, index) => pointLetter(index));
        expect(new Set(letters).size).toBe(count);
      }),
    );
  });

  it('numbers headings I., 1. and begins anew beneath each', () => {
    const heading = (level: 1 | 2) => ({ kind: 'heading', level, title: 't' }) as const;
    const labelled = labelBlocks([heading(1), heading(2), heading(2), heading(1), heading(2)]);
    expect(labelled.map((block) => ('label' in block ? block.label : ''))).toEqual([
      ...['I.', '1.', '2.', 'II.', '1.'],
    ]);
    expect([4, 9, 14, 40].map(romanNumeral)).toEqual(['IV', 'IX', 'XIV', 'XL']);
  });

  it('gives no letter to what stands alone: there is no a) without a b)', () => {
    expect(labelBlocks([{ kind: 'points', items: ['một'] }])).toEqual([{ kind: 'paragraph', text: 'một' }]);
  });
});

describe('numbers and days in official words', () => {
  it('writes numbers with a comma and points between thousands', () => {
    expect(numberText('1308.9')).toBe('1.308,9');
    expect(numberText('-0.004')).toBe('0');
    expect(pointsText('1000')).toBe('1.000,00');
    expect(pointsText('40.125')).toBe('40,13');
    expect(pointsText('-0.004')).toBe('0,00');
    expect(measureText('57.6', '%')).toBe('57,6%');
    expect([0, 7, 12].map(countText)).toEqual(['0', '07', '12']);
    expect(shareText(1, 3)).toBe('33,3%');
    expect([0, 2000, 1999, 1, 3].map((part) => shareText(part, 2000))).toEqual([
      ...['0%', '100%', 'trên 99,9%', '0,1%', '0,2%'],
    ]);
    expect([shareText(1, 3000), shareText(0, 0)]).toEqual(['dưới 0,1%', '0%']);
    expect(pointsText('-0.004')).toBe('0,00');
  });

  it('puts a zero before days below ten and the first two months alone', () => {
    expect(dayInWords(plainDate('2026-02-05'))).toBe('ngày 05 tháng 02 năm 2026');
    expect(dayInFigures(plainDate('2026-09-20'))).toBe('20/9/2026');
  });

  it('finds the same day of the year before, in February of a leap year too', () => {
    const before = (day: string) => sameDayYearBefore(plainDate(day));
    expect(['2026-11-29', '2028-02-29'].map(before)).toEqual(['2025-11-29', '2027-02-28']);
  });

  it('names periods, knows their days and reads its own codes', () => {
    expect(periodText({ kind: 'quarter', year: 2026, part: 3 })).toBe('quý III năm 2026');
    expect(periodText({ kind: 'half-year', year: 2026, part: 1 })).toBe('6 tháng đầu năm 2026');
    expect(periodDays({ kind: 'quarter', year: 2024, part: 1 })).toEqual({
      start: '2024-01-01',
      end: '2024-03-31',
    });
    expect(nextPeriod({ kind: 'half-year', year: 2026, part: 2 })).toEqual({
      ...{ kind: 'half-year', year: 2027, part: 1 },
    });
    for (const code of ['2026', '2026-H1', '2026-Q4']) {
      const period = findReportPeriod(code);
      expect(period && periodCode(period)).toBe(code);
      expect(period && periodCode(yearBefore(period))).toBe(code.replace('2026', '2025'));
    }
    expect(findReportPeriod('2026-Q5')).toBeUndefined();
  });
});

describe('the head of a paper', () => {
  const paper = { kind: 'report', typeSymbol: 'BC', subject: 's', year: 2026 } as const;

  it('leaves number and day blank until they are given', () => {
    const head = headOfPaper(provinceLetterhead({ name: 'Đồng Tháp' }), paper);
    expect(numberLine(head)).toMatch(/^Số:\s{5,}\/BC-UBND$/u);
    expect(dateLine(head)).toMatch(/^Đồng Tháp, ngày\s+tháng\s+năm 2026$/u);
    const issued = { ...head, number: 7, issuedOn: plainDate('2026-02-05') };
    expect(numberLine(issued)).toBe('Số: 07/BC-UBND');
    expect(annexReference(issued)).toBe(
      '(Kèm theo Báo cáo số 07/BC-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Đồng Tháp)',
    );
  });

  it('puts the parent above an agency, none above a committee, and the kind behind the issuer in letters', () => {
    const province = { name: 'Đồng Tháp' };
    const agency = letterheadOf(
      { name: 'Sở Khoa học và Công nghệ', kind: 'department', abbreviation: 'Sở KH&CN' },
      province,
    );
    expect(agency).toMatchObject({
      parentBody: 'Ủy ban nhân dân tỉnh Đồng Tháp',
      symbol: 'SKH&CN',
      signature: { authority: ['GIÁM ĐỐC'] },
    });
    expect(parentLine(agency.parentBody ?? '')).toBe('ỦY BAN NHÂN DÂN TỈNH\u00A0ĐỒNG\u00A0THÁP');
    const commune = letterheadOf({ name: 'Xã Tân Hồng', kind: 'commune', abbreviation: null }, province);
    expect(commune).toMatchObject({ parentBody: null, place: 'Tân Hồng', symbol: 'UBND' });
    const letter = headOfPaper(provinceLetterhead(province), {
      ...paper,
      kind: 'dispatch',
      typeSymbol: 'KGVX',
    });
    expect(letter.symbol).toBe('UBND-KGVX');
    expect(provinceLetterhead(province).signature.authority).toEqual([
      ...['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ]);
  });

  it('numbers annexes in Roman letters where there are several, and closes lists', () => {
    expect(annexLabel(0, 1)).toBe('Phụ lục');
    expect(annexLabel(1, 3)).toBe('Phụ lục II');
    expect(closeLines(['a', 'b'])).toEqual(['a;', 'b.']);
    expect(joinNames(['a', 'b', 'c'])).toBe('a, b và c');
  });
});

describe('what figures say', () => {
  it('tells a goal reached, exceeded, missed, or still within the span', () => {
    const told = (low: string, high: string) => goalSentence({ low, high }, '700', 'kết quả');
    expect(told('625.64', '646.82')).toContain('chưa đạt, còn thiếu từ 53,18 đến 74,36 điểm');
    expect(told('700', '700')).toContain('đạt mục tiêu.');
    expect(told('710.5', '710.5')).toContain('vượt mục tiêu 10,50 điểm');
    expect(told('690', '710')).toContain('nằm trong khoảng');
    expect(lackText({ low: '26.6', high: '30' }, '30')).toBe('có thể còn thiếu đến 3,40 điểm');
    expect(lackText({ low: '20', high: '26.6' }, '30')).toBe('còn thiếu từ 3,40 đến 10,00 điểm');
  });

  it('does not call the goal of a later year missed', () => {
    const told = (high: string) => laterGoalSentence({ low: '600', high }, '700', 2026);
    expect(told('646.82')).toBe('Mục tiêu năm 2026 là 700,00 điểm, cần tăng thêm từ 53,18 đến 100,00 điểm.');
    expect(told('700')).toBe('Mục tiêu năm 2026 là 700,00 điểm.');
  });

  it('takes what a target wants from the step of the year, and nothing from a later year', () => {
    const wanted = (end: string | null, value: string) => ({
      ...{ raw: `${value}%`, comparator: '>=' as const, value },
      end: end === null ? null : plainDate(end),
    });
    const target = wanted('2030-12-31', '95');
    expect(wantedIn(2026, target, [wanted('2026-12-31', '60')])).toMatchObject({ value: '60', raw: '60%' });
    expect(wantedIn(2026, target, [wanted('2028-12-31', '80')])).toMatchObject({ value: null, raw: '95%' });
    expect(wantedIn(2030, target, []).value).toBe('95');
    expect(wantedIn(2026, wanted(null, '95'), []).value).toBe('95');
  });

  it('leaves out nobody who shares the third place, and tells points that are open as a span', () => {
    const row = (name: string, rank: string, low: string, high = low): RankedSubject => ({
      ...{ name, rank, points: { low, high }, percent: low, change: null, groups: [] },
    });
    const told = JSON.stringify(
      writeAnnouncement(
        {
          ...{ kind: 'result-announcement', province: 'Đồng Tháp', year: 2026, writtenIn: 2026 },
          leagues: [
            {
              ...{
                subjects: 'commune',
                year: 2026,
                frameworkTitle: 'Bộ chỉ số của xã, phường (đề xuất)',
                decision: null,
              },
              ...{ maximum: '100', byPercent: false, groupNames: [], comparedWith: null, simulated: false },
              snapshot: { name: 'KQ', takenAt: '' },
              rows: [
                ...[
                  row('Xã A', '1', '90', '94'),
                  row('B', '2', '80'),
                  row('C', '=3', '70'),
                  row('D', '=3', '70'),
                ],
                ...[row('E', '5', '60'), row('F', '6', '50'), row('G', '7', '40')],
              ],
            },
          ],
        },
        null,
      ).blocks,
    );
    expect(told).toContain('04 xã, phường dẫn đầu: xã A (từ 90,00 đến 94,00 điểm), B');
    expect(told).toContain('03 xã, phường có kết quả thấp nhất: E (60,00 điểm)');
    expect(told).toContain('bình quân đạt từ 65,71 đến 66,29 điểm');
    expect(told).toContain('theo Bộ chỉ số của xã, phường. Kết quả');
    expect(told).toContain('Thứ hạng tính theo mức điểm chắc chắn đạt được');
  });

  it('ranks agencies before communes, in whichever order they were chosen', () => {
    const league = (subjects: 'agency' | 'commune'): RankedLeague => ({
      ...{ subjects, year: 2026, frameworkTitle: 'Bộ chỉ số', decision: null, maximum: '100' },
      ...{ byPercent: false, groupNames: [], comparedWith: null, simulated: false },
      ...{ snapshot: { name: 'KQ', takenAt: '' }, rows: [] },
    });
    const { head, annexes } = writeAnnouncement(
      {
        ...{ kind: 'result-announcement', province: 'Đà Nẵng', provinceKind: 'city', year: 2026 },
        ...{ writtenIn: 2026, leagues: [league('commune'), league('agency')] },
      },
      null,
    );
    expect(head.subject).toContain('của các sở, ban, ngành thành phố và Ủy ban nhân dân các xã, phường');
    expect(annexes[0]?.title).toContain('các sở, ban, ngành thành phố');
  });

  it('lists every late task that a letter counts, those that nobody leads too', () => {
    const task: TaskFact = {
      ...{ name: 'Việc không ai chủ trì', plan: 'p', leads: [], coordinating: [], due: null, doneOn: null },
      ...{ lastDay: plainDate('2026-10-31'), state: 'overdue', percent: null },
      ...{ words: null, result: null, difficulties: null },
    };
    const letter = writeReminderLetter(
      {
        ...{ kind: 'reminder-letter', province: 'Đồng Tháp', tasks: [task] },
        ...{ asOf: plainDate('2026-11-29'), answerBy: plainDate('2026-12-10') },
      },
      null,
    );
    expect(JSON.stringify(letter.blocks)).toContain('còn 01 nhiệm vụ chuyển đổi số quá hạn');
    expect(JSON.stringify(letter.annexes)).toContain(task.name);
  });

  it('speaks in a letter to one alone of that one, and asks for the answer until its day, not before it', () => {
    const letterTo = (...leads: readonly string[]) =>
      JSON.stringify(
        writeReminderLetter(
          {
            ...{ kind: 'reminder-letter', province: 'Đồng Tháp' },
            tasks: leads.map((lead): TaskFact => ({
              ...{
                name: 'Việc',
                plan: 'Kế hoạch A',
                leads: [lead],
                coordinating: [],
                due: null,
                doneOn: null,
              },
              ...{ lastDay: plainDate('2026-10-31'), state: 'overdue', percent: null },
              ...{ words: null, result: null, difficulties: null },
            })),
            ...{ asOf: plainDate('2026-11-29'), answerBy: plainDate('2026-12-10') },
          },
          null,
        ),
      );
    const toOne = letterTo('Sở Tư pháp', 'Sở Tư pháp');
    expect(toOne).toContain('Sở Tư pháp còn 02 nhiệm vụ chuyển đổi số quá hạn');
    expect(toOne).toContain('yêu cầu Sở Tư pháp:');
    expect(toOne).toContain('chậm nhất ngày 10 tháng 12 năm 2026');
    expect(letterTo('Sở A', 'Sở B')).toContain('các cơ quan, đơn vị, địa phương còn 02 nhiệm vụ');
    expect(toOne).not.toContain('được ghi ở từng cơ quan');
  });

  it('tells the direction of a change only where it is certain', () => {
    expect(changeText({ low: '110', high: '112' }, '100')).toBe('tăng từ 10,00 đến 12,00 điểm');
    expect(changeText({ low: '90', high: '90' }, '100')).toBe('giảm 10,00 điểm');
    expect(changeText({ low: '100', high: '100' }, '100')).toBe('bằng');
    expect(changeText({ low: '99.999', high: '100.004' }, '100')).toBe('bằng');
    expect(changeText({ low: '99.998', high: '103' }, '100')).toBe('bằng hoặc tăng đến 3,00 điểm');
    expect(goalSentence({ low: '699.996', high: '699.996' }, '700', 'kết quả')).toContain(
      'chưa đạt, còn thiếu dưới 0,01 điểm',
    );
    expect(goalSentence({ low: '700.004', high: '700.004' }, '700', 'kết quả')).toContain(
      'vượt mục tiêu dưới 0,01 điểm',
    );
    expect(changeText({ low: '98', high: '101' }, '100')).toContain('từ giảm 2,00 đến tăng 1,00');
    expect(changeText({ low: '100', high: '104.5' }, '100')).toBe('bằng hoặc tăng đến 4,50 điểm');
    expect(changeText({ low: '95.5', high: '100.001' }, '100')).toBe('bằng hoặc giảm đến 4,50 điểm');
    expect(spanText({ low: '5', high: '5.00' })).toBe('5,00');
  });

  it('judges a target by its comparator, and leaves alone what it cannot compare', () => {
    const target = (
      comparator: TargetFact['comparator'],
      value: string,
      actual: string | null,
    ): TargetFact => ({
      ...{ name: 'n', plan: 'p', leads: [], wanted: 'w', comparator, value, unit: '%' },
      actual: actual === null ? null : { value: actual, period: 'năm 2026' },
    });
    expect(judgeTarget(target('>=', '80', '80'))).toBe('reached');
    expect(judgeTarget(target('>', '80', '80'))).toBe('missed');
    expect(judgeTarget(target('>=', '80', '85.5'))).toBe('exceeded');
    expect(judgeTarget(target('<=', '5', '6'))).toBe('missed');
    expect(judgeTarget(target('increase>=', '10', '12'))).toBeUndefined();
    expect(judgeTarget(target('>=', '80', null))).toBeUndefined();
  });
});
