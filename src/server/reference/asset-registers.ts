import { AssetRegister } from '#contract/asset-register.ts';
import type { AssetRegister as Register } from '#core/asset-register/asset-register.ts';
import aiApplications from '#data/registers/ai-applications.json' with { type: 'json' };
import informationSystems from '#data/registers/information-systems.json' with { type: 'json' };
import ndxpServices from '#data/registers/ndxp-services.json' with { type: 'json' };
import sharedPlatforms from '#data/registers/shared-platforms.json' with { type: 'json' };

/** The registers that feed indicators, in the order in which they are shown. */
export const assetRegisters: readonly Register[] = [
  informationSystems,
  sharedPlatforms,
  ndxpServices,
  aiApplications,
].map((definition) => AssetRegister.parse(definition));

/** Finds a register by its code or its name in addresses. */
export const findAssetRegister = (code: string): Register | undefined =>
  assetRegisters.find((register) => register.code === code || register.path === code);
