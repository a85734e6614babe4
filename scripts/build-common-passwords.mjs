// Writes data/passwords/common-passwords.bin from a list of passwords, one a line, the most used first:
//   node scripts/build-common-passwords.mjs LIST
// What is kept and why: data/passwords/README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register();
const { PREFIX_BYTES, prefixOf } = await import('#server/auth/common-passwords.ts');

const MOST_USED = 100_000;
// Those that pass our least length are worth keeping from the whole list.
const LONG_ENOUGH = 12;

const [list] = process.argv.slice(2);
if (list === undefined) {
  process.stderr.write('usage: node scripts/build-common-passwords.mjs LIST\n');
  process.exit(2);
}
const kept = readFileSync(list, 'utf8')
  .split(/\r?\n/)
  .filter((password, rank) => password !== '' && (rank < MOST_USED || password.length >= LONG_ENOUGH))
  .map((password) => prefixOf(password.toLowerCase()).toString('hex'));
const prefixes = [...new Set(kept)].sort();
const target = join(dirname(dirname(fileURLToPath(import.meta.url))), 'data/passwords/common-passwords.bin');
writeFileSync(target, Buffer.from(prefixes.join(''), 'hex'));
process.stdout.write(`${prefixes.length} passwords, ${prefixes.length * PREFIX_BYTES} bytes\n`);
