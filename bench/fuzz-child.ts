// Reads mutated files of the seeds from its first argument to before its second, and prints how each ended, a line for each:
// the seed when it begins, then its end, milliseconds and the largest memory so far in megabytes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import { projectRoot } from '#server/project-root.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { openFuzzedFiles, readFuzzed } from '#test/fuzz/fuzz-case.ts';
import { writeInventedPlan } from '#test/invented-plan.ts';

const DOCUMENTS = join(projectRoot, '..', 'shared', 'plans');
const PIECE = 4000;
// Without the head of a plan a piece of one would only be refused.
const HEAD = 'KẾ HOẠCH\nĐưa công nghệ số vào vườn sen năm 2026\nSố: 99/KH-UBND\n';

/** Pieces of real documents, where they are beside the project. */
const realPieces = (): readonly string[] =>
  !existsSync(DOCUMENTS)
    ? []
    : readdirSync(DOCUMENTS)
        .filter((name) => name.endsWith('.txt'))
        .flatMap((name) => {
          const text = readFileSync(join(DOCUMENTS, name), 'utf8');
          return Array.from(
            { length: Math.floor(text.length / PIECE) },
            (_, at) => `${HEAD}${text.slice(at * PIECE, (at + 1) * PIECE)}`,
          );
        });

const say = (...words: readonly (string | number)[]): void =>
  void process.stdout.write(`${words.join(' ')}\n`);
const [from = 0, to = 0] = process.argv.slice(2).map(Number);
const fileOf = openFuzzedFiles([writeInventedPlan(), ...realPieces()]);
const agencies = buildAgencyDirectory(referenceOrganizations);
for (let seed = from; seed < to; seed += 1) {
  const file = fileOf(seed);
  // What the mutation itself takes is not the reader's.
  say(seed);
  const began = performance.now();
  const end = await readFuzzed(file, agencies).catch((error: unknown) => {
    process.stderr.write(`${String(seed)} ${String(error instanceof Error ? error.stack : error)}\n`);
    return 'thrown';
  });
  const megabytes = Math.ceil(process.resourceUsage().maxRSS / 1024);
  say(end, Math.ceil(performance.now() - began), megabytes);
}
