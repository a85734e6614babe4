/** What a person may say of a proposed link: both speak of one measurable thing, or they don't; or the word is taken back. */
export const LINK_DECISIONS = ['confirmed', 'refused', 'withdrawn'] as const;
export type LinkDecision = (typeof LINK_DECISIONS)[number];
