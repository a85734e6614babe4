import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlan } from '#core/plan-reading/read-plan.ts';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import { projectRoot } from '#server/project-root.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { checkDocuments } from './check-documents.ts';

const agencies = buildAgencyDirectory(referenceOrganizations);

const read = (fileName: string) => ({
  fileName,
  reading: readPlan(readFileSync(join(projectRoot, 'test', 'planted', fileName), 'utf8'), {
    agencies,
    fileName,
  }),
});

/** What is found in documents held against each other alone: kind and first line, in the order of lines. */
const check = async (...fileNames: readonly string[]) => {
  const findings = await checkDocuments(fileNames.map(read), undefined);
  return findings
    .map(({ finding: { kind, severity, statements } }) => ({
      kind,
      severity,
      line: statements[0]?.place.line ?? 0,
    }))
    .toSorted((a, b) => a.line - b.line)
    .map(({ kind, severity, line }) => `${String(line)} ${kind}${severity === 'high' ? ' !' : ''}`);
};

// Each of these documents holds what a hurried office gets wrong, and beside it what only looks wrong: a yearly report due
// after its half-yearly one, a lower share of what is settled online, a number used in two years, an excess over a plan.
describe('documents in the styles of other offices', () => {
  it('a commune without a district', async () => {
    expect(await check('commune-plan.md')).toEqual([
      '17 citation-number',
      '19 citation-error',
      '27 target-conflict',
      '32 text-vs-annex',
      '40 deadline-order',
      '61 deadline-order',
      '62 duplicate-row',
      '63 obsolete-organization',
      '65 incomplete',
      '66 deadline-order',
    ]);
  });

  it('a decision of a ministry with its annex', async () => {
    expect(await check('ministry-decision.md')).toEqual([
      '18 citation-title',
      '40 part-above-whole',
      '47 unit-mismatch',
      '61 numbering',
      '62 obsolete-organization',
    ]);
  });

  it('a report with tables', async () => {
    expect(await check('province-report.md')).toEqual([
      '21 percentage-not-its-fraction !',
      '32 figure-fell',
      '33 target-below-baseline !',
      '42 sum-mismatch !',
      '54 citation-number',
    ]);
  });

  // A plan of a year, the programme that it carries out and the report of the year before, of one province.
  it('three that belong together', async () => {
    expect(await check('annual-plan.md', 'five-year-programme.md', 'year-report.md')).toEqual([
      '0 citation-number',
      '17 citation-error',
      '19 citation-number',
      '21 percentage-not-its-fraction !',
      '21 citation-title',
      '24 increase-not-by-figures',
      '29 target-conflict !',
      '29 increase-not-by-figures',
      '30 target-conflict !',
      '30 sum-mismatch',
      '31 target-below-baseline !',
      '32 target-below-baseline !',
      '33 target-conflict !',
      '34 comparator-conflict',
      '35 text-vs-annex',
      '39 lead-conflict',
      '42 percentage-not-its-fraction !',
      '45 deadline-conflict',
      '50 text-vs-annex',
      '64 target-lowered',
      '66 sum-mismatch !',
      '67 sum-mismatch',
      '75 deadline-order',
      '75 deadline-order',
      '75 numbering',
      '76 citation-number',
      '77 obsolete-organization',
      '77 numbering',
      '77 citation-number',
      '78 duplicate-row',
      '79 obsolete-organization',
      '87 baseline-conflict',
      '89 sum-mismatch !',
      '90 sum-mismatch !',
      '90 sum-mismatch !',
      '92 baseline-conflict',
      '102 numbering',
      '104 deadline-order',
      '105 incomplete',
      '106 incomplete',
      '107 obsolete-organization',
    ]);
  });

  it('whose figures are of a commune, a province and a ministry are not held against each other', async () => {
    const apart = await Promise.all(
      ['commune-plan.md', 'ministry-decision.md', 'province-report.md'].map((file) => check(file)),
    );
    const together = await check('commune-plan.md', 'ministry-decision.md', 'province-report.md');
    expect(together.toSorted()).toEqual(apart.flat().toSorted());
  });
});
