// Assembles src/core/composite-index/ranking/draw-kernel.wat into draw-kernel.gen.ts beside it, or into TARGET:
//   node scripts/build-draw-kernel.mjs [TARGET]
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openWabt from 'wabt';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src/core/composite-index/ranking');
const [target = join(folder, 'draw-kernel.gen.ts')] = process.argv.slice(2);

const wabt = await openWabt();
const source = readFileSync(join(folder, 'draw-kernel.wat'), 'utf8');
const { buffer } = wabt.parseWat('draw-kernel.wat', source, { simd: true }).toBinary({});
writeFileSync(
  target,
  '// Made by scripts/build-draw-kernel.mjs from draw-kernel.wat.\n\n' +
    '/** A WebAssembly module, two hexadecimal digits a byte. */\n' +
    `export const DRAW_KERNEL =\n  '${Buffer.from(buffer).toString('hex')}';\n`,
);
