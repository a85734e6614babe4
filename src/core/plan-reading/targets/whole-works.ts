import { findPeriods } from '#core/plan-reading/language/periods.ts';
import { lineAt, quoteBetween, type SourceText } from '#core/plan-reading/text/source-text.ts';
import type { StatedValue } from './stated-values.ts';

const WHOLE_WORK = /(?<!\p{L})hoàn thành toàn bộ\s+[^.;,:()]{3,160}?\s+(trong năm \d{4})/giu;
const WHOLE = 'hoàn thành toàn bộ';

/** Works that a text wants completed as a whole within a year, "hoàn thành toàn bộ … trong năm 2026": all of them, so 100 %. */
export const listWholeWorks = (content: SourceText): readonly StatedValue[] => {
  const { text } = content;
  return [...text.matchAll(WHOLE_WORK)].map(({ 0: words, 1: time = '', index: start }) => {
    const end = start + words.length;
    return {
      quantity: { kind: 'level', start, end, comparator: '=', value: 100, unit: '%', basis: null },
      name: `H${words.slice(1, -time.length).trim()}`,
      raw: text.slice(start, start + WHOLE.length),
      aspirational: false,
      period: findPeriods(time)[0]?.period ?? null,
      quote: quoteBetween(content, start, end),
      line: lineAt(content, start),
      clause: { start, end },
    };
  });
};
