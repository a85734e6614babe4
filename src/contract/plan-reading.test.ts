import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factsOnly } from '#core/plan-reading/results/facts-only.ts';
import { readLines } from '#test/reader.ts';
import { PlanReading } from './plan-reading.ts';

const DIRECTORY = new URL('../../data/demonstration/readings/', import.meta.url);
const files = readdirSync(DIRECTORY).filter((name) => name.endsWith('.json'));
const load = (name: string): PlanReading =>
  PlanReading.parse(JSON.parse(readFileSync(new URL(name, DIRECTORY), 'utf8')));

it('takes what the reader gives, and its facts alone, unchanged', () => {
  const reading = readLines(
    '## KẾ HOẠCH',
    '',
    'Trồng sen năm 2026',
    '',
    '## I. MỤC TIÊU',
    '',
    '- 85% hộ trồng sen.',
  );
  expect(PlanReading.parse(reading)).toEqual(reading);
  expect(PlanReading.parse(factsOnly(reading))).toEqual(factsOnly(reading));
});

it('refuses a reading with a day that does not exist', () => {
  const reading = readLines('## KẾ HOẠCH', '', 'Trồng sen năm 2026');
  const wrong = { ...reading, document: { ...reading.document, issueDate: '2026-02-30' } };
  expect(PlanReading.safeParse(wrong).success).toBe(false);
});

describe('the reviewed readings of the demonstration province', () => {
  it('are five', () => {
    expect(files).toHaveLength(5);
  });

  it.each(files)('%s is a whole reading without the text of the document', (name) => {
    const reading = load(name);
    const { document: _document, warnings, ...registers } = reading;
    const items = Object.values(registers).flat();
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ quote, line }) => quote === '' && line !== null)).toBe(true);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(warnings).toEqual([]);
  });

  it('name what a target inside a sentence measures, and complete the work that is to be complete', () => {
    const action = load('digital-government-action-plan-2026-2030.json');
    const named = (line: number) => action.targets.find((target) => target.line === line)?.name;
    expect([104, 132, 268, 295].map(named)).toEqual([
      'Mức độ trưởng thành về quản trị dữ liệu',
      'Xã, phường được phát triển và mở rộng kết nối Mạng truyền số liệu chuyên dùng của Đảng và Nhà nước',
      'Xã, phường được phát triển và mở rộng kết nối Mạng truyền số liệu chuyên dùng của Đảng và Nhà nước',
      'Kinh phí cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số',
    ]);
    const { targets } = load('digital-transformation-plan-2025.json');
    expect(targets.find(({ line }) => line === 90)).toMatchObject({ value: 100, unit: '%', embedded: true });
  });

  it('give the day of a report that is due once in the one year of its plan', () => {
    const once = load('digital-transformation-plan-2025.json').reportingDuties.filter(
      ({ validFor, recurringDays }) => validFor === 'năm 2025' && recurringDays.length === 1,
    );
    expect(once.map(({ dueDate }) => dueDate)).toEqual(
      once.map(({ recurringDays: [day = ''] }) => `2025-${day.split('/').toReversed().join('-')}`),
    );
    expect(once.length).toBeGreaterThan(0);
  });

  it('hold the targets, tasks, gaps and scores that the documents have', () => {
    const count = (register: 'targets' | 'tasks' | 'projects' | 'gaps' | 'indicatorScores'): number =>
      files.map(load).reduce((sum, reading) => sum + reading[register].length, 0);
    const own = files.map(load).flatMap(({ targets }) => targets.filter(({ embedded }) => !embedded));
    expect({
      targets: own.length,
      projects: count('projects'),
      gaps: count('gaps'),
      scores: count('indicatorScores'),
    }).toEqual({
      targets: 173,
      projects: 56,
      gaps: 27,
      scores: 18,
    });
  });
});
