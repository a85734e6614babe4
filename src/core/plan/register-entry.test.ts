import { describe, expect, it } from 'vitest';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import { readPlan } from '#core/plan-reading/read-plan.ts';
import type { DocumentHead, TargetReading } from '#core/plan-reading/reading.ts';
import { writeInventedPlan } from '#test/invented-plan.ts';
import { findPlanOfDocument } from './plan-of-document.ts';
import { numberText, splitValue } from './read-number.ts';
import { buildRegisterEntries, buildRegisterEntry, listEntryLines } from './register-entry.ts';

const reading = readPlan(writeInventedPlan(), { agencies: buildAgencyDirectory([]), fileName: 'sen.md' });

describe('the statements of a reading', () => {
  it('come in order of reading, whatever their kind', () => {
    const entries = buildRegisterEntries(reading);
    const lines = entries.map((entry) => entry.reading.line ?? 0);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => index + 1));
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['cited-document', 'target', 'task']));
  });

  it('stand on their line and on those after a page break', () => {
    const [task] = reading.tasks;
    if (!task) throw new Error('The invented plan has tasks');
    const continued = {
      ...task,
      line: 20,
      continuation: [
        { line: 26, quote: '…' },
        { line: 20, quote: '…' },
      ],
    };
    expect(listEntryLines(buildRegisterEntry({ kind: 'task', reading: continued }, 1))).toEqual([20, 26]);
  });
});

describe('the name of a document that is cited', () => {
  const [cited] = reading.citedDocuments;
  it.each([
    ['Luật', null, 'Luật Chuyển đổi số', 'Luật Chuyển đổi số'],
    [
      'Luật',
      '72/2025/QH15',
      'Luật Tổ chức chính quyền địa phương',
      'Luật Tổ chức chính quyền địa phương 72/2025/QH15',
    ],
    ['Kế hoạch', '283/KH-UBND', 'về chuyển đổi số', 'Kế hoạch 283/KH-UBND về chuyển đổi số'],
  ])('%s, %s, %s is told with its kind once: %s', (docType, docNumber, subject, name) => {
    if (!cited) throw new Error('The invented plan cites a document');
    const entry = buildRegisterEntry(
      { kind: 'cited-document', reading: { ...cited, docType, docNumber, subject } },
      1,
    );
    expect(entry.name).toBe(name);
  });
});

describe('the due rule of a statement', () => {
  const [task] = reading.tasks;
  const [target] = reading.targets;

  it.each([
    ['trước ngày 30/6/2026', true],
    ['Trước 30/6/2026', true],
    ['đến hết ngày 30/6/2026', false],
    ['Quý II/2026', false],
  ])('"%s" excludes the day it names: %s', (raw, before) => {
    if (!task) throw new Error('The invented plan has tasks');
    const deadline = { raw, kind: 'by-date', start: null, end: '2026-06-30' } as const;
    expect(buildRegisterEntry({ kind: 'task', reading: { ...task, deadline } }, 1).due?.before).toBe(before);
  });

  it('is the completion time of a target, and its period only without one', () => {
    if (!target) throw new Error('The invented plan has targets');
    const period = { raw: 'năm 2026', kind: 'year', start: '2026-01-01', end: '2026-12-31' } as const;
    const deadline = { raw: 'Thường xuyên', kind: 'ongoing', start: null, end: null } as const;
    const dueOf = (own: typeof deadline | null) =>
      buildRegisterEntry({ kind: 'target', reading: { ...target, period, deadline: own } }, 1).due?.kind;
    expect([dueOf(deadline), dueOf(null)]).toEqual(['ongoing', 'year']);
  });
});

describe('numbers of a reading', () => {
  it.each([
    [62.5, '62.5'],
    [0, '0'],
    [1308.9, '1308.9'],
    [0.1, '0.1'],
    [1_900_000, '1900000'],
    [null, null],
    [undefined, null],
  ])('%s is kept as the decimal %s, and nothing is not zero', (read, text) => {
    expect(numberText(read)).toBe(text);
  });

  it('are one value or several, never both', () => {
    expect(splitValue(80)).toEqual({ value: '80', values: null });
    expect(splitValue([4, 5])).toEqual({ value: null, values: ['4', '5'] });
    expect(splitValue(null)).toEqual({ value: null, values: null });
    expect(splitValue([])).toEqual({ value: null, values: null });
  });
});

describe('the plan of a document', () => {
  const head = { ...reading.document, attachedDocType: null };
  const planWith = (change: Partial<DocumentHead>, targets = reading.targets) =>
    findPlanOfDocument({ document: { ...head, ...change }, targets });
  const targetsFor = (...spans: readonly (readonly [string, string])[]): readonly TargetReading[] =>
    spans.flatMap(([start, end]) =>
      reading.targets
        .slice(0, 1)
        .map((target) => ({ ...target, period: { raw: '', kind: 'range', start, end } })),
    );

  it('is the document itself or what is attached to it', () => {
    expect(planWith({})).toMatchObject({ periodStart: '2026-01-01', periodEnd: '2026-12-31' });
    expect(planWith({ docType: 'Quyết định', attachedDocType: 'Kế hoạch hành động' })).toBeDefined();
  });

  it('spans the years of its title', () => {
    const subjectLine = 'Trồng sen giai đoạn 2026 - 2030';
    expect(planWith({ subjectLine })).toEqual({
      ...{ name: subjectLine, periodStart: '2026-01-01', periodEnd: '2030-12-31' },
    });
  });

  it('spans what its targets are for when the title names no year, and never the year of issue', () => {
    const subjectLine = 'Thực hiện Chương trình trồng sen';
    const targets = targetsFor(['2026-01-01', '2027-12-31'], ['2028-01-01', '2030-12-31']);
    expect(planWith({ subjectLine }, targets)).toMatchObject({
      ...{ periodStart: '2026-01-01', periodEnd: '2030-12-31' },
    });
    expect(planWith({ subjectLine }, [])).toMatchObject({ periodStart: null, periodEnd: null });
  });

  it.each(['Báo cáo', 'Quyết định', 'Công văn', null])('is not there in a %s alone', (docType) => {
    expect(planWith({ docType })).toBeUndefined();
  });
});
