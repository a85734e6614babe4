import { FrameworkDefinition } from '#contract/framework.ts';
import type { Framework } from '#core/scoring/framework.ts';
import province2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };

/** The index frameworks that come with the product. */
export const referenceFrameworks: readonly Framework[] = [FrameworkDefinition.parse(province2025)];
