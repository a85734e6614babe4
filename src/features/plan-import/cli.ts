import { basename } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import type { CliContext } from '#server/cli/cli-context.ts';
import { both, bothAbout } from '#server/cli/messages.ts';
import { readPlanFile, type PlanFile } from '#server/read/read-plan-file.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { buildPreview } from './preview.ts';
import { getImportView } from './reads.ts';
import { acceptImport, getComparedImport, offerPlan, type ImportContext } from './service.ts';

const openFile = async (path: string): Promise<PlanFile | Refusal> => {
  const content = await readFile(path).catch(() => undefined);
  return content ? { name: basename(path), content } : refuse('file.missing', { path });
};

const LISTS = [
  'targets',
  'tasks',
  'projects',
  'gaps',
  'indicatorScores',
  'reportingDuties',
  'citedDocuments',
  'results',
  'resources',
  'warnings',
] as const satisfies readonly (keyof PlanReading)[];

const describeHead = ({ docType, docNumber, year, subjectLine }: PlanReading['document']): string =>
  [docType, docNumber, year, subjectLine].filter((part) => part !== null).join(' · ');

const describeReading = (reading: PlanReading): readonly string[] => [
  describeHead(reading.document),
  ...LISTS.map((list) => `${String(reading[list].length).padStart(5)}  ${list}`),
  ...reading.targets.map(({ line, name, rawTarget }) => `${String(line ?? '–')}\t${rawTarget}\t${name}`),
  ...reading.tasks.map(
    ({ line, name, deadline }) => `${String(line ?? '–')}\t${deadline?.raw ?? ''}\t${name}`,
  ),
];

const readFileAsPlan = async (path: string): Promise<PlanReading | Refusal> => {
  const file = await openFile(path);
  if (isRefusal(file)) return file;
  const read = readPlanFile(file, buildAgencyDirectory(referenceOrganizations));
  return isRefusal(read) ? read : read.reading;
};

const importFile = async (context: ImportContext, path: string, accept: boolean) => {
  const file = await openFile(path);
  if (isRefusal(file)) return file;
  const offered = await offerPlan(context, file, readPlanFile);
  if (isRefusal(offered)) return offered;
  const compared = await getComparedImport(context.db, offered.importId);
  if (isRefusal(compared)) return compared;
  // A file that is in the registers already stays as it was accepted, whatever was left out then.
  if (accept && compared.row.state === 'draft') {
    const accepted = await acceptImport(context, offered.importId, { excluded: [], replaced: [] });
    if (isRefusal(accepted)) return accepted;
  }
  const listed = await getImportView(context.db, offered.importId);
  const { counts, unknownAgencies, warnings } = buildPreview(compared, listed, undefined);
  return { import: listed, repeated: offered.repeated, counts, unknownAgencies, warnings };
};

type Imported = Exclude<Awaited<ReturnType<typeof importFile>>, Refusal>;

const describeImport = ({
  import: listed,
  repeated,
  counts,
  unknownAgencies,
}: Imported): readonly string[] => [
  [listed.docType, listed.docNumber, listed.subjectLine].filter((part) => part !== null).join(' · '),
  ...(repeated ? [both('importRepeated')] : []),
  ...Object.entries(listed.outcome ?? counts).map(([word, count]) => `${String(count).padStart(5)}  ${word}`),
  ...unknownAgencies.map(({ nameAsWritten, count }) => `${String(count).padStart(5)}  ? ${nameAsWritten}`),
  ...(listed.state === 'draft' ? bothAbout('importIsDraft', listed.id) : [both('importAccepted')]),
];

/** `senso read-plan` and `senso import-plan` */
export const register = (program: Command, context: CliContext): void => {
  program
    .command('read-plan <file>')
    .description(both('readPlan'))
    .action(async (path: string) => {
      const reading = await readFileAsPlan(path);
      if (isRefusal(reading)) return context.refuse(reading);
      context.print(reading, () => describeReading(reading));
    });
  program
    .command('import-plan <file>')
    .description(both('importPlan'))
    .option('--yes', both('importYes'))
    .action(async (path: string, options: { readonly yes?: true }) => {
      const actor = 'command line';
      const db = await context.openDatabase();
      const caller = { db, clock: context.clock, accountId: null, actor };
      const imported = await importFile(caller, path, options.yes === true);
      if (isRefusal(imported)) return context.refuse(imported);
      context.print(imported, () => describeImport(imported));
    });
};
