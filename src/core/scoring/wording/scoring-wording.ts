import type { DataItem } from '#core/scoring/data-value.ts';
import type { ItemCode, Rule } from '#core/scoring/rule.ts';
import type { TraceStep } from '#core/scoring/trace.ts';

/** Names that sentences need: of data items and of the levels of a level item. */
export interface WordingNames {
  item(code: ItemCode): string;
  level(item: ItemCode, code: string): string;
  /** Unit of a counted item, or an empty text. */
  unit(code: ItemCode): string;
}

/** Sentences about rules and about the steps of a score, in one language. */
export interface ScoringWording {
  readonly language: 'vi' | 'en';
  /** The rule as a sentence, without the maximum. */
  rule(rule: Rule, names: WordingNames): string;
  /** One step of the arithmetic; nested steps are worded one by one by whoever shows them. */
  step(step: TraceStep, names: WordingNames): string;
}

/** Names taken from data items. A code without an item stands for itself. */
export const namesOf = (items: readonly DataItem[], language: 'vi' | 'en'): WordingNames => {
  const byCode = new Map(items.map((item) => [item.code, item]));
  return {
    item: (code) => byCode.get(code)?.name[language] ?? code,
    level: (itemCode, code) => {
      const item = byCode.get(itemCode);
      const level = item?.kind === 'level' ? item.levels.find((one) => one.code === code) : undefined;
      return level?.name[language] ?? code;
    },
    unit: (code) => {
      const item = byCode.get(code);
      return item?.kind === 'number' ? item.unit[language] : '';
    },
  };
};
