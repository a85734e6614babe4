import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedSteps } from './read-pasted-steps.ts';
import { EMPTY_DRAFT, readStepDraft, type StepDraft } from './step-draft.ts';

const draftsOf = (text: string): readonly StepDraft[] => {
  const read = readPastedSteps(text);
  if (read.kind !== 'steps') throw new Error(read.kind);
  return read.drafts;
};
const names = {
  people: [
    { id: 'lan', name: 'Nguyễn Thị Lan' },
    { id: 'an1', name: 'Trần An' },
    { id: 'an2', name: 'Trần An' },
  ],
  partners: [{ code: 'SNV', name: 'Sở Nội vụ' }],
};
const read = (change: Partial<StepDraft>) =>
  readStepDraft({ ...EMPTY_DRAFT, name: 'Khảo sát', lastDay: '20/12/2026', ...change }, names);

describe('pasted rows', () => {
  it('are understood by their titles, in any order', () => {
    const text = [
      'STT\tNội dung công việc\tNgười thực hiện\tKết quả thực hiện\tNgày bắt đầu\tThời hạn hoàn thành\tGiao cho cơ quan',
      '1\tKhảo sát\tNguyễn Thị Lan\tBáo cáo\t1/12/2026\t20/12/2026\tSở Nội vụ',
    ].join('\r\n');
    expect(draftsOf(text)).toEqual([
      {
        ...{ name: 'Khảo sát', firstDay: '1/12/2026', lastDay: '20/12/2026', who: 'Nguyễn Thị Lan' },
        ...{ result: 'Báo cáo', handedTo: 'Sở Nội vụ' },
      },
    ]);
  });

  it('are guessed without titles: a column of numbers is none, days by their form, a cell may hold breaks', () => {
    const drafts = draftsOf(
      '1.\t"Khảo sát\nba xã"\t01/12/2026\t20/12/2026\tTổ CĐS\n2.\tHọp giao việc kết thúc\t\t31/02/2026\n\n',
    );
    expect(drafts).toMatchObject([
      { name: 'Khảo sát ba xã', firstDay: '01/12/2026', lastDay: '20/12/2026', who: 'Tổ CĐS' },
      { name: 'Họp giao việc kết thúc', firstDay: '', lastDay: '31/02/2026', who: '' },
    ]);
    expect(draftsOf('Khảo sát\t20/12/2026\nDự thảo\t25/12/2026')).toMatchObject([
      { name: 'Khảo sát', lastDay: '20/12/2026' },
      { name: 'Dự thảo', lastDay: '25/12/2026' },
    ]);
    expect(draftsOf('Khảo sát\nDự thảo').map(({ name }) => name)).toEqual(['Khảo sát', 'Dự thảo']);
  });

  it('are limited, and nothing is said to be nothing', () => {
    const rows = Array.from({ length: 500 }, (_, place) => `Việc ${String(place)}\t20/12/2026`).join('\n');
    expect(readPastedSteps(rows)).toEqual({ kind: 'too-many', rows: 500, most: 200 });
    expect(readPastedSteps(' \n\t')).toEqual({ kind: 'nothing' });
    expect(readPastedSteps('Việc\tHạn')).toEqual({ kind: 'nothing' });
  });

  it('come to one draft for each row that says something, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const pasted = readPastedSteps(text);
        if (pasted.kind === 'steps') expect(pasted.drafts.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a draft', () => {
  it('says days as they are written here, people and organizations by their names', () => {
    expect(read({ firstDay: '1/12/2026', who: ' nguyễn thị  lan', handedTo: 'sở nội vụ' })).toEqual({
      content: {
        ...{ name: 'Khảo sát', firstDay: '2026-12-01', lastDay: '2026-12-20', assigneeId: 'lan' },
        ...{ assigneeWords: null, handedTo: 'SNV', result: null },
      },
    });
    expect(read({ who: 'Trần An' })).toMatchObject({
      content: { assigneeId: null, assigneeWords: 'Trần An' },
    });
  });

  it('is told what is wrong, field by field', () => {
    const problems = (change: Partial<StepDraft>) => {
      const draft = read(change);
      return 'problems' in draft ? draft.problems : {};
    };
    expect(problems({ name: ' ', lastDay: '' })).toEqual({ name: 'missing', lastDay: 'missing' });
    expect(problems({ lastDay: '31/02/2026', firstDay: 'mai' })).toEqual({
      ...{ lastDay: 'no-day', firstDay: 'no-day' },
    });
    expect(problems({ firstDay: '21/12/2026' })).toEqual({ firstDay: 'days-reversed' });
    expect(problems({ name: 'a'.repeat(501), who: 'b'.repeat(201), handedTo: 'Sở X' })).toEqual({
      ...{ name: 'too-long', who: 'too-long', handedTo: 'unknown-organization' },
    });
  });
});
