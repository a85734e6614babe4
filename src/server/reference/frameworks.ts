import { FrameworkDefinition } from '#contract/framework.ts';
import type { Framework } from '#core/scoring/framework.ts';
import agency2025 from '#data/frameworks/dti-agency-2025.json' with { type: 'json' };
import commune2025 from '#data/frameworks/dti-commune-2025.json' with { type: 'json' };
import enterprise2025 from '#data/frameworks/enterprise-readiness-2025.json' with { type: 'json' };
import maturity2025 from '#data/frameworks/data-governance-maturity-2025.json' with { type: 'json' };
import province2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };

/** The index frameworks that come with the product: the decreed one, and proposals for what no decision covers yet. */
export const referenceFrameworks: readonly Framework[] = [
  province2025,
  agency2025,
  commune2025,
  maturity2025,
  enterprise2025,
].map((definition) => FrameworkDefinition.parse(definition));
