import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { OfficialDocument } from '#core/report/official-document.ts';
import { typstSource } from './typst-source.ts';

const FONT_FILES = [
  '400Regular/Tinos_400Regular.ttf',
  '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '700Bold/Tinos_700Bold.ttf',
  '700Bold_Italic/Tinos_700Bold_Italic.ttf',
] as const;

const openCompiler = (): NodeCompiler => {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
  return NodeCompiler.create({
    fontArgs: [{ fontBlobs: FONT_FILES.map((file) => readFileSync(join(fonts, file))) }],
  });
};

let compiler: NodeCompiler | undefined;

/** A document as a .pdf file for reading, with the same layout. The same document gives the same bytes. */
export const renderPdf = (document: OfficialDocument): Uint8Array => {
  compiler ??= openCompiler();
  const file = compiler.pdf({ mainFileContent: typstSource(document) });
  // What it remembers of one document helps no other.
  compiler.evictCache(0);
  return new Uint8Array(file);
};
