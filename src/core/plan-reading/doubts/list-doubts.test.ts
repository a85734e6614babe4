import { describe, expect, it } from 'vitest';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import { buildRegisterEntry, type KindReading } from '#core/plan/register-entry.ts';
import { writeInventedPlan } from '#test/invented-plan.ts';
import { buildDoubtContext, listDoubts } from './list-doubts.ts';
import { readPlan } from '#core/plan-reading/read-plan.ts';

const organization = (code: string, name: string, aliases: readonly string[] = []) => ({
  ...{ code, kind: 'department' as const, name, nameEn: null, abbreviation: null, parentCode: null },
  ...{ validFrom: null, validTo: null, aliases, predecessorCodes: [], memberKinds: [], place: null },
});
const directory = buildAgencyDirectory([
  organization('SKHCN', 'Sở Khoa học và Công nghệ', ['Sở KH&CN']),
  organization('STC', 'Sở Tài chính'),
  organization('SNNMT', 'Sở Nông nghiệp và Môi trường'),
]);
const reading = readPlan(writeInventedPlan(), { agencies: directory, fileName: 'sen.md' });
const context = buildDoubtContext(reading, directory);
const [target] = reading.targets;
const [task] = reading.tasks;
if (!target || !task) throw new Error('The invented plan has targets and tasks');

const doubtsOf = (item: KindReading) => listDoubts(buildRegisterEntry(item, 1), context);

describe('the doubts about a reading', () => {
  it('are none for a row that says all', () => {
    expect(doubtsOf({ kind: 'target', reading: target })).toEqual([]);
    expect(doubtsOf({ kind: 'task', reading: task })).toEqual([]);
  });

  it.each([
    ['no-value', { value: null }],
    ['no-unit', { unit: null }],
    ['odd-value', { value: 2026, unit: null }],
    ['odd-value', { value: 180 }],
    ['inside-sentence', { embedded: true }],
    ['broken-name', { name: 'Tỷ lệ ao sen có' + ' bản đồ số và' }],
    ['long-name', { name: 'sen '.repeat(120) }],
    ['unknown-agency', { leadAgencies: ['Viện Nghiên cứu Hoa súng'] }],
    ['source-defect', { sourceDefect: 'chữ đè lên nhau' }],
    ['unread-deadline', { deadline: { raw: 'khi sen nở', kind: 'other' as const, start: null, end: null } }],
  ])('about a target: %s', (doubt, change) => {
    expect(doubtsOf({ kind: 'target', reading: { ...target, ...change } })).toEqual([doubt]);
  });

  it('do not include an objective in words, and a change of more than a hundred per cent', () => {
    const words = { comparator: 'qualitative' as const, value: null, unit: null };
    expect(doubtsOf({ kind: 'target', reading: { ...target, ...words } })).toEqual([]);
    const growth = { comparator: 'increase>=' as const, value: 150 };
    expect(doubtsOf({ kind: 'target', reading: { ...target, ...growth } })).toEqual([]);
  });

  it('about a task: who leads it, and when it is due where others of the plan are', () => {
    const alone = { leadAgencies: [], coordinatingAgencies: [], deadline: null };
    expect(doubtsOf({ kind: 'task', reading: { ...task, ...alone } })).toEqual(['no-lead', 'no-deadline']);
    const plan = { ...reading, tasks: reading.tasks.map((one) => ({ ...one, deadline: null })) };
    const entry = buildRegisterEntry({ kind: 'task', reading: { ...task, deadline: null } }, 1);
    expect(listDoubts(entry, buildDoubtContext(plan, directory))).toEqual([]);
  });
});
