import type { RegisterItem } from '#contract/plan-item.ts';

type Placed = Pick<RegisterItem, 'place'> & { readonly document: { readonly id: string } };

/** A point of a section that has a number and no words: "V.1.a". */
const BARE_POINT = /^(.+)\.\p{L}$/u;

const numberOf = (section: string): string => /^(\S+)\. /u.exec(section)?.[1] ?? section;

/**
 * Says under which heading an item stands: its section, or the section that a bare point ("V.1.a") belongs to,
 * by its words when another item knows them. Null when nothing is known of its place.
 */
export const buildHeadings = (items: readonly Placed[]): ((item: Placed) => string | null) => {
  const known = new Map<string, string>();
  for (const { document, place } of items) {
    if (place.section === null || BARE_POINT.test(place.section)) continue;
    known.set(`${document.id} ${numberOf(place.section)}`, place.section);
  }
  return ({ document, place }) => {
    const point = place.section === null ? null : BARE_POINT.exec(place.section);
    if (!point) return place.section ?? place.appendix;
    const [, number = ''] = point;
    return known.get(`${document.id} ${number}`) ?? number;
  };
};
