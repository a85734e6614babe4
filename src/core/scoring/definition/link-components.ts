import { BLANK_CELL } from '#core/kernel/sheet.ts';
import type { Draft } from './decode-row.ts';
import type { DefinitionProblem } from './problem.ts';
import type { SheetRow } from './sheet-rows.ts';

interface ComponentRow {
  readonly row: SheetRow;
  readonly thing: Draft;
}

/** Puts components below the components that they name, in the order of their rows. Circles and strangers are told. */
export const linkComponents = (
  components: readonly ComponentRow[],
): { readonly roots: readonly Draft[]; readonly problems: readonly DefinitionProblem[] } => {
  const groups = new Map(
    components.flatMap(({ thing }) =>
      thing.kind === 'group' && typeof thing.code === 'string' ? [[thing.code, thing] as const] : [],
    ),
  );
  const problems: DefinitionProblem[] = [];
  const parents = new Map<Draft, Draft>();
  const roots: Draft[] = [];
  for (const { row, thing } of components) {
    const cell = row.cell('parent');
    if (cell.kind === BLANK_CELL.kind) {
      roots.push(thing);
      continue;
    }
    const code = cell.kind === 'text' ? cell.text.trim() : cell.kind === 'number' ? cell.number : '';
    const parent = groups.get(code);
    if (!parent) {
      problems.push({ code: 'parent-unknown', place: row.place('parent'), details: { parent: code } });
      continue;
    }
    parents.set(thing, parent);
    (parent.children as Draft[]).push(thing);
  }
  const isInCircle = (thing: Draft): boolean => {
    let above = parents.get(thing);
    for (let steps = 0; above !== undefined && steps <= components.length; steps += 1) {
      if (above === thing) return true;
      above = parents.get(above);
    }
    return false;
  };
  for (const { row, thing } of components) {
    if (!isInCircle(thing)) continue;
    problems.push({
      code: 'parent-in-circle',
      place: row.place('parent'),
      details: { code: String(thing.code) },
    });
  }
  return { roots, problems };
};
