import type { AssetFigureView } from '#features/asset-register/contract.ts';

/** Over all entries the figures of the province; over one's own also those of the agency, which would mean nothing summed up. */
export const figuresShown = (
  figures: readonly AssetFigureView[],
  scope: 'all' | 'own',
): readonly AssetFigureView[] =>
  scope === 'all' ? figures.filter(({ framework }) => framework === 'dti-province') : figures;
