import { LINK_DECISIONS } from './measure-link.ts';

/** What a person may say of a pair: that both are one measurable thing, that they aren't, that nothing is decided after all. */
export const LINK_ACTIONS = [...LINK_DECISIONS, 'withdrawn'] as const;
export type LinkAction = (typeof LINK_ACTIONS)[number];
