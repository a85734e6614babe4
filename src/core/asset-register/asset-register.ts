import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { AssetCondition } from './asset-condition.ts';
import type { AssetValues } from './asset-values.ts';

interface FieldBase {
  readonly code: string;
  readonly name: LocalizedText;
  readonly help: LocalizedText | null;
  readonly isRequired: boolean;
  /** Required as well where this holds for the entry. */
  readonly requiredWhen: AssetCondition | null;
  /** Stands in the list of entries, where entries can be filtered by it when its answers are few. */
  readonly isListed: boolean;
}

/** What a register asks about each of its entries. `days` is a log: one day for each event. */
export type AssetField =
  | (FieldBase & { readonly kind: 'text' | 'yes-no' | 'day' | 'days' })
  | (FieldBase & {
      readonly kind: 'choice';
      readonly choices: readonly { readonly code: string; readonly name: LocalizedText }[];
    });

/** A data item of an index that follows from a register. */
export interface AssetFigure {
  /** Code of the framework without its year: `dti-province`. */
  readonly framework: string;
  /** Code of the data item: `5.1.a`. */
  readonly item: string;
  /** How many entries fulfil the condition, or whether any does. */
  readonly kind: 'count' | 'exists';
  readonly name: LocalizedText;
  /** Entries that say the same here count once; null where each counts. */
  readonly distinctBy: string | null;
  /** Null where every entry counts. */
  readonly where: AssetCondition | null;
  /** The data item of the same register that this one is a part of. */
  readonly outOf: string | null;
}

/** A register that feeds indicators, described by data: what its entries say and which figures follow from them. */
export interface AssetRegister {
  readonly code: string;
  /** Its name in addresses. */
  readonly path: string;
  readonly title: LocalizedText;
  /** What its entries are, after a number. */
  readonly counted: LocalizedText;
  /** The legal basis of what it asks. */
  readonly basis: LocalizedText;
  /** The field with the day from which an entry counts. */
  readonly beginsOn: string | null;
  readonly fields: readonly AssetField[];
  readonly figures: readonly AssetFigure[];
}

/** An entry of a register as figures see it. */
export interface AssetEntry {
  readonly id: string;
  readonly values: AssetValues;
  /** The first day on which it no longer counts; null while it is kept. */
  readonly retiredOn: PlainDate | null;
}

/** Whether figures of a framework of some year come from a register: `dti-province-2026` is of the family `dti-province`. */
export const isOfFamily = (frameworkCode: string, family: string): boolean =>
  frameworkCode === family ||
  (frameworkCode.startsWith(`${family}-`) && /^\d{4}$/.test(frameworkCode.slice(family.length + 1)));
