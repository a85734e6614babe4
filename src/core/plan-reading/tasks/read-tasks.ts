import type { Outline } from '#core/plan-reading/outline/outline.ts';
import { readAssignments } from './read-assignments.ts';
import { readOrderedTasks } from './read-ordered-tasks.ts';
import { readProseProjects } from '#core/plan-reading/projects/read-prose-projects.ts';
import { readProseTasks } from './read-prose-tasks.ts';
import { readTaskTables } from './read-task-tables.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import type { TaskReading, Unnumbered } from '#core/plan-reading/reading.ts';

const lineOf = (task: Unnumbered<TaskReading>): number => task.line ?? 0;

/** Reads every task of a plan, in source order: rows of task tables, labelled running text, duties of agencies. */
export const readTasks = (outline: Outline, context: ReadingContext): readonly Unnumbered<TaskReading>[] => {
  const projects = new Set(readProseProjects(outline, context).map(({ line }) => line));
  const labelled = readProseTasks(outline, context).filter((task) => !projects.has(task.line));
  const lines = new Set(labelled.map(lineOf));
  const prose = [
    ...labelled,
    ...readOrderedTasks(outline, context).filter((task) => !lines.has(lineOf(task))),
  ];
  const told = new Set(prose.map(lineOf));
  const assignments = readAssignments(outline, context).filter((task) => !told.has(lineOf(task)));
  return [...readTaskTables(outline, context), ...prose, ...assignments].toSorted(
    (a, b) => lineOf(a) - lineOf(b),
  );
};
