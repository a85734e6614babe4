import { expect, it } from 'vitest';
import framework2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import agencies from '#data/organizations/agencies.json' with { type: 'json' };
import { checkAgencies } from './check-agencies.ts';
import { type Framework, listIndicators } from './framework.ts';

const framework = framework2025 as unknown as Framework;

it('names every agency that the register does not have, once for each indicator', () => {
  const codes = new Set(agencies.map(({ code }) => code));
  const [first] = listIndicators(framework);
  const known = first!.leadAgencies[0]!.organizationCode!;
  const without = new Set([...codes].filter((code) => code !== known));
  expect(checkAgencies(framework, codes)).toEqual([]);
  const expected = listIndicators(framework).filter(({ leadAgencies, coordinatingAgencies }) =>
    [...leadAgencies, ...coordinatingAgencies].some(({ organizationCode }) => organizationCode === known),
  );
  expect(checkAgencies(framework, without).map(({ about }) => about)).toEqual(
    expected.map(({ code }) => code),
  );
});

it('tells an owner that the register does not have', () => {
  expect(checkAgencies({ ...framework, components: [], owner: 'NOWHERE' }, new Set())).toEqual([
    {
      severity: 'warning',
      code: 'agency-not-registered',
      about: framework.code,
      details: { agency: 'NOWHERE' },
    },
  ]);
});
