import { expect, it } from 'vitest';
import type { AreaPartView } from '#features/steering-committee/contract.ts';
import { hasPart } from './area-part-of.ts';

const NOTHING = {
  ...{ document: null, section: null, organization: null, task: null, indicator: null },
  ...{ isGone: false, heirs: [] },
};
const organization = (code: string, name: string): AreaPartView => ({
  ...{ ...NOTHING, kind: 'organization', organization: { code, name } },
});

it('tells parts apart by what they are, not by what they are called', () => {
  const parts = [organization('UBND_TAN_PHU_1', 'UBND xã Tân Phú')];
  expect(hasPart(parts, organization('UBND_TAN_PHU_2', 'UBND xã Tân Phú'))).toBe(false);
  expect(hasPart(parts, organization('UBND_TAN_PHU_1', 'UBND xã Tân Phú (mới)'))).toBe(true);
});
