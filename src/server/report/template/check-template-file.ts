import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import {
  checkTemplate,
  placeOfPlaceholder,
  type TemplateProblem,
} from '#core/report/template/check-template.ts';
import type { TemplateData } from '#core/report/template/template-data.ts';
import { templateFieldsOf, type TemplateFields } from '#core/report/template/template-fields.ts';
import type { PaperKind } from '#core/report/writing/write-document.ts';
import { fillTemplate, UnfillableTemplate } from './fill-template.ts';
import { openTemplate } from './open-template.ts';

/** What a check of a template finds: nothing, or each fault with its place. */
export interface TemplateCheck {
  readonly problems: readonly TemplateProblem[];
  /** How many placeholders stand in it. */
  readonly placeholders: number;
}

// Every text and every list, so that all of a template is filled once.
const sampleOf = ({ texts, lists }: TemplateFields): TemplateData => ({
  ...Object.fromEntries(texts.map((name) => [name, name])),
  ...Object.fromEntries(
    Object.entries(lists).map(([name, inner]) => [name, [sampleOf(inner), sampleOf(inner)]]),
  ),
});

/** Checks a Word file that is to be a template of papers of a kind; by filling it once, too. */
export const checkTemplateFile = async (
  name: string,
  content: Uint8Array,
  kind: PaperKind,
): Promise<TemplateCheck | Refusal> => {
  const opened = await openTemplate(name, content);
  if (isRefusal(opened)) return opened;
  const { paragraphs } = opened;
  const fields = templateFieldsOf(kind);
  const placeholders = paragraphs.reduce(
    (sum, { text }) => sum + (text.match(/\{[^{}]*\}/g)?.length ?? 0),
    0,
  );
  const problems = checkTemplate(paragraphs, fields);
  if (problems.length > 0) return { problems, placeholders };
  try {
    fillTemplate(content, sampleOf(fields));
    return { problems: [], placeholders };
  } catch (error) {
    if (!(error instanceof UnfillableTemplate)) throw error;
    const found = error.placeholders.flatMap((one) => placeOfPlaceholder(paragraphs, one) ?? []);
    const [first] = paragraphs;
    const somewhere: TemplateProblem[] = first
      ? [{ fault: 'unfillable', placeholder: '', around: '', place: first.place }]
      : [];
    return { problems: found.length > 0 ? found : somewhere, placeholders };
  }
};
