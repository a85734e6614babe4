import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { isInCapitals } from '#core/report/template/placeholders.ts';
import type { TemplateData } from '#core/report/template/template-data.ts';
import { withoutChance } from '#server/report/fixed-package.ts';

/** A template that can't be filled as it is, with the names of the placeholders that stand in the way. */
export class UnfillableTemplate extends Error {
  override readonly name = 'UnfillableTemplate';
  readonly placeholders: readonly string[];

  constructor(placeholders: readonly string[]) {
    super(`A template can't be filled: ${placeholders.join(', ')}`);
    this.placeholders = placeholders;
  }
}

/** How a name becomes a value: looked up in the data and nowhere else; capitals ask for capitals. */
const parser = (tag: string) => ({
  get: (scope: unknown): unknown => {
    const name = tag.trim().toLowerCase();
    if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, name)) return undefined;
    const value = (scope as TemplateData)[name];
    return typeof value === 'string' && isInCapitals(tag.trim()) ? value.toUpperCase() : value;
  },
});

const placeholdersOf = (error: unknown): readonly string[] => {
  if (typeof error !== 'object' || error === null || !('properties' in error)) return [];
  const { properties } = error as {
    readonly properties: { readonly xtag?: unknown; readonly errors?: readonly unknown[] };
  };
  const own = typeof properties.xtag === 'string' ? [properties.xtag] : [];
  return [...own, ...(properties.errors ?? []).flatMap(placeholdersOf)];
};

/**
 * Fills a template with data. The same template and data give the same bytes. Nothing in a template is run: a placeholder names a
 * value. Throws `UnfillableTemplate` where placeholders stand so that the library can't repeat what is between them.
 */
export const fillTemplate = (template: Uint8Array, data: TemplateData): Uint8Array => {
  try {
    const filled = new Docxtemplater(new PizZip(template), {
      ...{ paragraphLoop: true, linebreaks: true, stripInvalidXMLChars: true, parser },
      nullGetter: () => '',
    });
    filled.render(data);
    return withoutChance(filled.getZip().generate({ type: 'uint8array' }));
  } catch (error) {
    // The library tells of what is wrong with a template in properties of its errors.
    if (error instanceof Error && 'properties' in error) throw new UnfillableTemplate(placeholdersOf(error));
    throw error;
  }
};
