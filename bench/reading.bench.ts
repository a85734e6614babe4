import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import { readPlan } from '#core/plan-reading/read-plan.ts';
import { projectRoot } from '#server/project-root.ts';
import { readTextFile } from '#server/read/read-text-file.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { againstBudget, notMeasured, percentile, timeRuns, type BenchRow } from './row.ts';

const WORK = 'read the five documents together';
const BUDGET_SECONDS = 0.5;
const DOCUMENTS = join(projectRoot, '..', 'shared', 'plans');

const PAGES = 60;
const BUDGET_OF_PAGES = { seconds: 3, megabytes: 500 };

/** A plan of sixty pages, read once in a process of its own: what a person waits for who uploads it. */
const measurePages = (format: 'docx' | 'pdf'): readonly BenchRow[] => {
  const child = fileURLToPath(new URL('reading-child.ts', import.meta.url));
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', child, format, String(PAGES)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { seconds, megabytes } = JSON.parse(stdout) as Record<'seconds' | 'megabytes', number>;
  const work = `read a ${format} of ${String(PAGES)} pages`;
  return [
    againstBudget(work, seconds, BUDGET_OF_PAGES.seconds, 's'),
    againstBudget(`${work}, memory of the process`, megabytes, BUDGET_OF_PAGES.megabytes, 'MB'),
  ];
};

/** Reading the province's five documents, which are kept beside the project and not in it, and plans of sixty pages. */
export const measureReading = async (): Promise<readonly BenchRow[]> => {
  if (!existsSync(DOCUMENTS)) {
    return [
      notMeasured(WORK, `≤ ${String(BUDGET_SECONDS)} s`, 'the documents are not beside the project'),
      ...measurePages('docx'),
      ...measurePages('pdf'),
    ];
  }
  const files = readdirSync(DOCUMENTS)
    .filter((name) => name.endsWith('.txt'))
    .map((fileName) => ({ fileName, bytes: readFileSync(join(DOCUMENTS, fileName)) }));
  const agencies = buildAgencyDirectory(referenceOrganizations);
  const times = await timeRuns(5, () => {
    for (const file of files) {
      const read = readTextFile(file);
      if ('refused' in read) throw new Error(`${file.fileName}: ${read.code}`);
      readPlan(read.text, { agencies, fileName: file.fileName });
    }
  });
  return [
    againstBudget(WORK, percentile(times, 0.5) / 1000, BUDGET_SECONDS, 's'),
    ...measurePages('docx'),
    ...measurePages('pdf'),
  ];
};
