import type { Command } from 'commander';
import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import { namePlaces } from '#core/plan-reading/text/name-places.ts';
import type { CliContext } from '#server/cli/cli-context.ts';
import { both } from '#server/cli/messages.ts';
import { openGivenFile } from '#server/read/open-given-file.ts';
import { readPlanFile, type ReadPlanFile } from '#server/read/read-plan-file.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { importLines, readingLines, type Imported } from './cli-lines.ts';
import type { ImportContext } from '#features/plan-import/import-context.ts';
import { buildPreview } from '#features/plan-import/preview.ts';
import { getImportView } from '#features/plan-import/reads.ts';
import { getComparedImport } from '#features/plan-import/compare-with-registers.ts';
import { acceptImport } from '#features/plan-import/accept-import.ts';
import { offerPlan } from '#features/plan-import/offer/offer-plan.ts';
import { processCaller } from '#server/db/audit.ts';

const readFileAsPlan = async (path: string): Promise<ReadPlanFile | Refusal> => {
  const file = await openGivenFile(path);
  if (isRefusal(file)) return file;
  return readPlanFile(file, buildAgencyDirectory(referenceOrganizations));
};

// The command line names neither documents nor agencies.
const NOTHING_BESIDE = { distinctFrom: [], mappedAgencies: [] };

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
  const { counts, unknownAgencies, warnings, items } = buildPreview(compared, listed, NOTHING_BESIDE);
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
      const read = await readFileAsPlan(path);
      if (isRefusal(read)) return context.refuse(read);
      const { reading, places } = read;
      context.print(places ? namePlaces(reading, places) : reading, () => readingLines(reading));
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
