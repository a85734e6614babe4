import type { Command } from 'commander';
import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import type { CliContext } from '#server/cli/cli-context.ts';
import { both } from '#server/cli/messages.ts';
import { openGivenFile } from '#server/read/open-given-file.ts';
import { readPlanFile } from '#server/read/read-plan-file.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { importLines, readingLines, type Imported } from './cli-lines.ts';
import { buildPreview } from './preview.ts';
import { getImportView } from './reads.ts';
import { acceptImport, getComparedImport, offerPlan, type ImportContext } from './service.ts';
import { processCaller } from '#server/db/audit.ts';

const readFileAsPlan = async (path: string): Promise<PlanReading | Refusal> => {
  const file = await openGivenFile(path);
  if (isRefusal(file)) return file;
  const read = readPlanFile(file, buildAgencyDirectory(referenceOrganizations));
  return isRefusal(read) ? read : read.reading;
};

const importFile = async (
  context: ImportContext,
  path: string,
  accept: boolean,
): Promise<Imported | Refusal> => {
  const file = await openGivenFile(path);
  if (isRefusal(file)) return file;
  const offered = await offerPlan(context, file, readPlanFile);
  if (isRefusal(offered)) return offered;
  const compared = await getComparedImport(context.db, offered.importId);
  if (isRefusal(compared)) return compared;
  // A file that is in the registers already stays as it was accepted, whatever was left out then.
  const acceptedNow = accept && compared.row.state === 'draft';
  if (acceptedNow) {
    const accepted = await acceptImport(context, offered.importId, { excluded: [], replaced: [] });
    if (isRefusal(accepted)) return accepted;
  }
  const listed = await getImportView(context.db, offered.importId);
  const { counts, unknownAgencies, warnings, items } = buildPreview(compared, listed, undefined);
  const differing = items
    .filter(({ match }) => match === 'differs')
    .map(({ name, differences }) => ({ name, differences }));
  const { repeated } = offered;
  return { import: listed, repeated, acceptedNow, counts, differing, unknownAgencies, warnings };
};

/** `senso read-plan` and `senso import-plan` */
export const register = (program: Command, context: CliContext): void => {
  program
    .command('read-plan <file>')
    .description(both('readPlan'))
    .action(async (path: string) => {
      const reading = await readFileAsPlan(path);
      if (isRefusal(reading)) return context.refuse(reading);
      context.print(reading, () => readingLines(reading));
    });
  program
    .command('import-plan <file>')
    .description(both('importPlan'))
    .option('--yes', both('importYes'))
    .action(async (path: string, options: { readonly yes?: true }) => {
      const db = await context.openDatabase();
      const caller = processCaller('command line');
      const importContext = { db, clock: context.clock, accountId: null, caller };
      const imported = await importFile(importContext, path, options.yes === true);
      if (isRefusal(imported)) return context.refuse(imported);
      context.print(imported, () => importLines(imported));
    });
};
