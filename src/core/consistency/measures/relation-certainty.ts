/** How an item comes to a component: its document names the code, or only their names speak of one thing. */
export const RELATION_CERTAINTIES = ['stated', 'inferred'] as const;
export type RelationCertainty = (typeof RELATION_CERTAINTIES)[number];
