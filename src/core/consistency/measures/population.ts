/** Which part of a people a measure counts: the same words with another part have another denominator. */
export const POPULATION_PARTS = ['from-14', 'from-15', 'from-18', 'adult', 'working-age'] as const;
export type PopulationPart = (typeof POPULATION_PARTS)[number];
