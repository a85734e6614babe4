import type { z } from 'zod';
import type { ItemPlace } from '#contract/plan-item.ts';
import type { PlanItemWords } from './messages.ts';

type Place = z.infer<typeof ItemPlace>;

/** Where an item stands, outermost last: "dòng 375, Phụ lục II, 3. Hạ tầng số, mục 6". */
export const describePlace = (place: Place, words: PlanItemWords): string => {
  const section = place.section !== null && place.section !== place.appendix ? place.section : null;
  // Some sections repeat their annex: "Phụ lục II - 8. Hoạt động xã hội số".
  const appendix = section?.startsWith(place.appendix ?? '\0') ? null : place.appendix;
  return [
    place.line === null ? null : words.place.line(String(place.line)),
    place.page === null ? null : words.place.page(String(place.page)),
    appendix,
    section,
    place.order === null ? null : words.place.order(place.order),
  ]
    .filter((part) => part !== null)
    .join(', ');
};
