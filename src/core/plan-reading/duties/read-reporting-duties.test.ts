import { describe, expect, it } from 'vitest';
import { readLines } from '#test/reader.ts';

const dutiesOf = (...lines: readonly string[]) =>
  readLines(
    '## KẾ HOẠCH',
    '',
    'Trồng sen năm 2026',
    '',
    '## IV. TỔ CHỨC THỰC HIỆN',
    '',
    '### 2. Các sở, ban, ngành tỉnh; UBND các xã, phường',
    '',
    ...lines,
  ).reportingDuties;

describe('a reporting duty', () => {
  it.each([
    ['báo cáo kết quả trước ngày 20/12/2026 về Sở Tài chính', 'once', '<', '2026-12-20', []],
    ['báo cáo kết quả chậm nhất ngày 20/12/2026 về Sở Tài chính', 'once', '<=', '2026-12-20', []],
    ['báo cáo kết quả trước ngày 15/12 hằng năm về Sở Tài chính', 'yearly', '<', null, ['15/12']],
    ['báo cáo kết quả trước ngày 25 hằng tháng về Sở Tài chính', 'monthly', '<', null, ['25']],
    ['Gửi báo cáo hằng tháng (trước ngày 20) về Sở Nội vụ', 'monthly', '<', null, ['20']],
    ['Định kỳ hằng quý tổng hợp, báo cáo UBND tỉnh', 'quarterly', null, null, []],
    [
      'Xây dựng Kế hoạch trồng sen hoàn thành trong Quý III/2026, gửi Sở Tài chính',
      'once',
      '<=',
      '2026-09-30',
      [],
    ],
    ['báo cáo kết quả trước năm 2027 về Sở Tài chính', 'once', '<', '2027-01-01', []],
    [
      'Xây dựng Kế hoạch trồng sen hoàn thành trước năm 2028, gửi Sở Tài chính',
      'once',
      '<',
      '2028-01-01',
      [],
    ],
    ['báo cáo kết quả chậm nhất trước năm 2027 về Sở Tài chính', 'once', '<', '2027-01-01', []],
  ])('%s', (text, frequency, comparator, dueDate, recurringDays) => {
    expect(dutiesOf(`- ${text}.`)).toMatchObject([{ frequency, comparator, dueDate, recurringDays }]);
  });

  it('is not due before a year that had begun when the plan was made: that tells which things are meant', () => {
    const rest = 'ao sen đào trước năm 2026, báo cáo Sở Tài chính';
    expect(dutiesOf(`- Tổng hợp các ${rest}.`)).toEqual([]);
    const dated = `- Tổng hợp các ${rest} trước ngày 20/12/2026.`;
    expect(dutiesOf(dated).map(({ dueDate }) => dueDate)).toEqual(['2026-12-20']);
  });

  it('one sentence may order a quarterly, a half-yearly and a yearly report', () => {
    const duties = dutiesOf(
      'c) Định kỳ hằng quý (trước ngày 20 của tháng cuối Quý), 06 tháng (trước ngày 25/5) và báo cáo năm (trước ngày 20/12), gửi Sở Khoa học và Công nghệ tổng hợp báo cáo UBND tỉnh.',
    );
    expect(duties.map(({ frequency, recurringDays }) => [frequency, recurringDays])).toEqual([
      ['quarterly', ['20/03', '20/06', '20/09', '20/12']],
      ['half-yearly', ['25/05']],
      ['yearly', ['20/12']],
    ]);
    expect(duties.map(({ recipientAgencies }) => recipientAgencies)).toEqual(
      Array(3).fill(['Sở Khoa học và Công nghệ']),
    );
    expect(duties[0]?.reporterAgencies).toEqual([
      'Các sở, ban, ngành tỉnh',
      'Ủy ban nhân dân các xã, phường',
    ]);
  });

  it('a list of dates takes who and to whom from the sentence above it', () => {
    const duties = dutiesOf(
      'Định kỳ, các sở chủ trì báo cáo số liệu gửi Sở Nội vụ để tổng hợp theo các mốc thời gian sau:',
      '',
      '- Cung cấp số liệu Quý I: trước ngày 20/02 hằng năm.',
      '',
      '- Cung cấp số liệu Quý II (bao gồm số liệu 06 tháng đầu năm): trước ngày 20/05 hằng năm.',
    );
    expect(duties).toMatchObject([
      {
        what: 'Cung cấp số liệu Quý I',
        covers: 'Quý I',
        recurringDays: ['20/02'],
        recipientAgencies: ['Sở Nội vụ'],
      },
      { covers: 'Quý II; 06 tháng đầu năm', recurringDays: ['20/05'], recipientAgencies: ['Sở Nội vụ'] },
    ]);
  });

  it('is for those whom the text names first, and else for the agency of the heading', () => {
    const { reportingDuties } = readLines(
      '## KẾ HOẠCH',
      '',
      'Trồng sen năm 2026',
      '',
      '## IV. TỔ CHỨC THỰC HIỆN',
      '',
      '### 2. Sở Tài chính',
      '',
      '- Báo cáo UBND tỉnh trước ngày 15/12/2026.',
      '',
      'Các sở, ban, ngành tỉnh gửi báo cáo quý trước ngày 20 tháng cuối quý về Sở Khoa học và Công nghệ.',
    );
    expect(reportingDuties.map(({ reporterAgencies }) => reporterAgencies)).toEqual([
      ['Sở Tài chính'],
      ['Các sở, ban, ngành tỉnh'],
    ]);
  });

  it('has no reporter where the headings only name a section', () => {
    const { reportingDuties } = readLines(
      '## KẾ HOẠCH',
      '',
      'Trồng sen năm 2026',
      '',
      '## IV. TỔ CHỨC THỰC HIỆN',
      '',
      '### 1. Các nhiệm vụ trọng tâm',
      '',
      '- Báo cáo UBND tỉnh trước ngày 15/12/2026.',
    );
    expect(reportingDuties.map(({ reporterRaw }) => reporterRaw)).toEqual([null]);
  });

  it('work that comes back is not a report', () => {
    expect(dutiesOf('- Định kỳ kiểm tra, giám sát các ao sen.', '', '- Hằng năm tổ chức hội sen.')).toEqual(
      [],
    );
  });
});
