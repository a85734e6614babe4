import type { Rule } from '#core/scoring/rule.ts';
import type { SheetKey } from '#core/scoring/definition/field-shape.ts';

/** Words for the parts of a framework's definition, in one language. */
export interface FieldWording {
  /** Titles of members by their name. */
  readonly members: Readonly<Record<string, string>>;
  /** Names of the shapes of rules. */
  readonly kinds: Readonly<Record<Rule['kind'], string>>;
  /** Words for the choices of a member, `member.choice`. */
  readonly choices: Readonly<Record<string, string>>;
  /** What each sheet of a workbook holds. */
  readonly sheets: Readonly<Record<SheetKey | 'framework', string>>;
  /** How a workbook is read, in a few sentences. */
  readonly guide: readonly string[];
}

/** The title of a field by its path: `measure.fraction.numerator`. A member without a word stands for itself. */
export const titleOf = (field: string, wording: FieldWording): string =>
  field
    .split('.')
    .map((member) => wording.members[member] ?? member)
    .join(' – ');

/** A choice of a field in words; a symbol stands for itself. */
export const choiceOf = (field: string, choice: string, wording: FieldWording): string =>
  wording.choices[`${field.split('.').at(-1) ?? ''}.${choice}`] ?? choice;
