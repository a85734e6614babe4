import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '#server/project-root.ts';

it('The kernel of draws is made from its text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'senso-kernel-'));
  try {
    const made = join(folder, 'draw-kernel.gen.ts');
    execFileSync(process.execPath, [join(projectRoot, 'scripts/build-draw-kernel.mjs'), made]);
    const kept = join(projectRoot, 'src/core/composite-index/ranking/draw-kernel.gen.ts');
    expect(readFileSync(made, 'utf8')).toBe(readFileSync(kept, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
