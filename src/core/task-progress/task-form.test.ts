import { expect, it } from 'vitest';
import { decideItemValue } from '#core/scoring/decide-data-value.ts';
import { listIndicators, type Framework } from '#core/scoring/framework.ts';
import agency from '#data/frameworks/dti-agency-2025.json' with { type: 'json' };
import { isPlanIndicator, isTaskItem, shownCode } from './task-codes.ts';
import { TASK_GROUP, withTasks } from './task-form.ts';

// Safe: a delivered framework, which the tests of frameworks parse.
const FRAMEWORK = agency as unknown as Framework;
const TASKS = ['a', 'b', 'c'].map((id) => ({
  ...{ id, name: `Nhiệm vụ ${id}` },
  ...(id === 'b' ? { planId: 'q', planName: 'Kế hoạch 2' } : { planId: 'p', planName: 'Kế hoạch 1' }),
}));

it('puts tasks under their plans after the figures, and takes nothing away', () => {
  const form = withTasks(FRAMEWORK, TASKS);
  expect(form.components.at(-1)?.code).toBe(TASK_GROUP);
  const plans = listIndicators(form).filter(({ code }) => isPlanIndicator(code));
  expect(plans.map(({ name, dataItems }) => [name.vi, dataItems])).toEqual([
    ['Kế hoạch 1', ['task:a', 'task:c']],
    ['Kế hoạch 2', ['task:b']],
  ]);
  expect(form.dataItems.slice(0, -TASKS.length)).toEqual(FRAMEWORK.dataItems);
  expect(withTasks(FRAMEWORK, [])).toBe(FRAMEWORK);
});

it('asks for an exact percentage from 0 to 100', () => {
  const item = withTasks(FRAMEWORK, TASKS).dataItems.find(({ code }) => isTaskItem(code));
  const decide = (value: string) => item && decideItemValue(item, { state: 'value', value, comparator: '=' });
  expect(decide('33.333')).toMatchObject({ state: 'value', value: '33.333' });
  expect(decide('100.1')).toMatchObject({ code: 'value.out-of-range' });
  expect(decide('-1')).toMatchObject({ code: 'value.out-of-range' });
});

it('shows no code where there is none to read', () => {
  expect(['6.5.total', 'task:a', 'plan:p'].map(shownCode)).toEqual(['6.5.total', '', '']);
});
