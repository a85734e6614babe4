import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import { EXIT, type CliContext } from '#server/cli/cli-context.ts';
import { both, bothAbout } from '#server/cli/messages.ts';
import { readConfig } from '#server/config.ts';
import {
  checkDocuments,
  type QuotedFinding,
  type ReadDocument,
} from '#server/consistency/check-documents.ts';
import { projectRoot } from '#server/project-root.ts';
import { openGivenFile } from '#server/read/open-given-file.ts';
import { openPlanReader } from '#server/read/plan-reader.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { explainFinding } from '#web/widgets/finding/explanation.ts';
import { en } from '#web/widgets/finding/messages.en.ts';
import { vi } from '#web/widgets/finding/messages.vi.ts';
import { buildKnownShape } from './known-shape.ts';

/** What the command finds around it. */
export interface Surroundings {
  /** The built module of the thread that reads plans. */
  readonly workerFile: string;
  /** Whether a database has been set up: one is not made only to find it empty. */
  readonly hasRegisters: () => boolean;
}

const HERE: Surroundings = {
  workerFile: join(projectRoot, 'dist', 'server', 'read-plan-worker.js'),
  hasRegisters: () => {
    const { databaseUrl, dataDirectory } = readConfig(process.env);
    return databaseUrl !== undefined || existsSync(dataDirectory);
  },
};

// All or nothing: a check that left a file out would pass for a check of all.
const readDocuments = async (
  paths: readonly string[],
  workerFile: string,
): Promise<readonly ReadDocument[] | Refusal> => {
  const reader = openPlanReader({ workerFile });
  try {
    const documents: ReadDocument[] = [];
    for (const path of paths) {
      const file = await openGivenFile(path);
      if (isRefusal(file)) return file;
      const order = { file, organizations: referenceOrganizations };
      const read = await reader.read(order, new AbortController().signal);
      if (isRefusal(read)) return read;
      documents.push({ fileName: file.name, reading: read.reading });
    }
    return documents;
  } finally {
    reader.close();
  }
};

const findingLines = ({ finding, nameOf, quoteOf }: QuotedFinding): readonly string[] => [
  '',
  `${vi.severities[finding.severity]} · ${en.severities[finding.severity]}  ${vi.kinds[finding.kind]} · ${en.kinds[finding.kind]}`,
  `  ${finding.subject}`,
  `  ${explainFinding(finding, vi)}`,
  `  ${explainFinding(finding, en)}`,
  ...finding.statements.map(
    ({ place, name }) =>
      `    ${nameOf(place.documentId)}:${String(place.line ?? '–')}  “${quoteOf(place.id) ?? name}”`,
  ),
];

/** `senso check-consistency`; exit code 1 when something contradicts. */
export const register = (program: Command, context: CliContext, around: Surroundings = HERE): void => {
  program
    .command('check-consistency [files...]')
    .description(both('checkConsistency'))
    .option('--alone', both('checkAlone'))
    .action(async (paths: readonly string[], options: { readonly alone?: true }) => {
      const documents = await readDocuments(paths, around.workerFile);
      if (isRefusal(documents)) return context.refuse(documents);
      const withRegisters = paths.length === 0 || (options.alone !== true && around.hasRegisters());
      const registers = withRegisters
        ? { db: await context.openDatabase(), today: context.clock.today() }
        : undefined;
      const findings = await checkDocuments(documents, registers);
      if (findings.length > 0) process.exitCode = EXIT.refused;
      context.print({ findings: findings.map(buildKnownShape) }, () => [
        ...bothAbout('checkFound', String(findings.length)),
        ...findings.flatMap(findingLines),
      ]);
    });
};
