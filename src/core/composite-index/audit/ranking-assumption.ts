/** What a ranking by points takes for granted, and might have been chosen otherwise. */
export const RANKING_ASSUMPTIONS = ['weights', 'scale', 'mean', 'outliers', 'gaps'] as const;
export type RankingAssumption = (typeof RANKING_ASSUMPTIONS)[number];
