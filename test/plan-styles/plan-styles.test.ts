import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { nameKey } from '#core/kernel/text.ts';
import type { PlanReading, ReadPeriod, ReadValue } from '#core/plan-reading/reading.ts';
import { readPlanFile } from '#server/read/read-plan-file.ts';
import { directory } from '#test/reader.ts';

/**
 * Invented documents in the styles of provinces, ministries, communes and offices of the party, each with the reading
 * that was made of it by hand. A line says what matters of an item: "line comparator value unit | end | leads".
 */
interface Expected {
  readonly document: Readonly<Record<string, string | null>>;
  readonly [register: string]: readonly string[] | Readonly<Record<string, string | null>>;
}

const numberOf = (value: ReadValue | undefined): string => {
  if (value === null || value === undefined) return '-';
  return typeof value === 'number' ? String(value) : value.map(String).join('..');
};

const endOf = (period: ReadPeriod | null | undefined): string => period?.end ?? period?.kind ?? '-';

const canonical = (name: string): string => directory.find(name)[0]?.name ?? name;

/** The names of a list under their name in the directory, so that either spelling of an agency will do. */
const namesOf = (names: readonly string[]): string =>
  names.length === 0 ? '-' : names.map((name) => nameKey(canonical(name))).join('; ');

const summarize = (reading: PlanReading, withLines: boolean): Readonly<Record<string, readonly string[]>> => {
  const at = ({ line }: { readonly line: number | null }): string => (withLines ? `${String(line)} ` : '');
  return {
    targets: reading.targets
      .filter((target) => !target.embedded)
      .map(
        (target) =>
          `${at(target)}${target.comparator} ${numberOf(target.value)} ${target.unit ?? 'null'} | ${endOf(target.period)} | ${namesOf(target.leadAgencies)}`,
      ),
    tasks: reading.tasks.map(
      (task) =>
        `${at(task)}${task.kind === 'table-row' ? 'row' : 'prose'} | ${namesOf(task.leadAgencies)} | ${namesOf(task.coordinatingAgencies)} | ${endOf(task.deadline)}`,
    ),
    projects: reading.projects.map(
      (project) =>
        `${at(project)}${project.name} | ${namesOf(project.investors)} | ${endOf(project.period)} | ${numberOf(project.budget?.value)} ${project.budget?.unit ?? '-'}`,
    ),
    indicatorScores: reading.indicatorScores.map(
      (score) =>
        `${at(score)}${score.name} | ${numberOf(score.maxScore)} | ${score.scores.map(({ value }) => numberOf(value)).join(', ')}`,
    ),
    gaps: reading.gaps.map(
      (gap) =>
        `${at(gap)}${gap.indicatorCode ?? '-'} | ${numberOf(gap.score)}/${numberOf(gap.maxScore)} | ${namesOf(gap.leadAgencies)} | ${numberOf(gap.requiredValue)}`,
    ),
    reportingDuties: reading.reportingDuties.map(
      (duty) =>
        `${at(duty)}${duty.frequency} | ${duty.dueDate ?? (duty.recurringDays.join(', ') || '-')} | ${duty.comparator ?? '-'}`,
    ),
    citedDocuments: reading.citedDocuments
      .filter((cited) => cited.role !== 'self')
      .map(
        (cited) =>
          `${at(cited)}${cited.role} | ${cited.docType ?? '-'} | ${cited.docNumber ?? '-'} | ${cited.issueDate ?? '-'}`,
      ),
  };
};

/** The agencies of an expected line under the names of the directory: they stand between the bars. */
const spellAlike = (line: string): string =>
  line
    .split(' | ')
    .map((part, index) => (index > 0 && /\p{Lu}.*\s/u.test(part) ? namesOf(part.split('; ')) : part))
    .join(' | ');

const spellAllAlike = (lines: readonly string[]): readonly string[] =>
  lines.map(spellAlike).toSorted((a, b) => a.localeCompare(b, 'vi', { numeric: true }));

const names = readdirSync(import.meta.dirname).flatMap((name) => /^(.*)\.txt$/u.exec(name)?.[1] ?? []);

test.each(names)('%s', async (name) => {
  const read = (ending: string): Buffer => readFileSync(join(import.meta.dirname, `${name}${ending}`));
  const expected = JSON.parse(read('.json').toString('utf8')) as Expected;
  const file = await readPlanFile(
    { name: name.endsWith('.html') ? name : `${name}.txt`, content: read('.txt') },
    directory,
  );
  if (isRefusal(file)) throw new Error(file.code);
  const { document, ...registers } = expected;
  const withLines = !/html|dissolved/u.test(name);
  const found = summarize(file.reading, withLines);
  for (const [register, lines] of Object.entries(found)) {
    const wanted = (registers[register] ?? []) as readonly string[];
    expect([register, spellAllAlike(lines)]).toEqual([register, spellAllAlike(wanted)]);
  }
  const head = Object.fromEntries(
    Object.keys(document).map((key) => [key, nameKey(String(file.reading.document[key as 'docType']))]),
  );
  expect(head).toEqual(
    Object.fromEntries(Object.entries(document).map(([key, value]) => [key, nameKey(String(value))])),
  );
});
