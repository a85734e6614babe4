import { findId } from '#web/address-words.ts';

/** Instead of a member, in addresses: what is in nobody's area, and all of the province. */
export const NOBODY_SEGMENT = 'chua-co';
export const WHOLE_SEGMENT = 'toan-tinh';

/** The member that an address means, as servers take it: an id, or `none`; undefined for all of the province. */
export const readResponsible = (segment: string | undefined): string | undefined =>
  segment === NOBODY_SEGMENT ? 'none' : findId(segment);
