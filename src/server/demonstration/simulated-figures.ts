import type { DataValue } from '#core/scoring/data-value.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { isSubjectOfKind } from '#core/scoring/subject-kind.ts';
import type { Organization } from '#core/organization/organization.ts';
import { referenceFrameworks } from '#server/reference/frameworks.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { between, normalFrom, type Random, seededRandom } from './seeded-random.ts';
import { simulateValues } from './simulate-values.ts';

/** Made-up figures of a whole league: every subject of a framework, for the year that it assesses. */
export interface SimulatedLeague {
  readonly framework: Framework;
  readonly values: ReadonlyMap<string, ReadonlyMap<string, DataValue>>;
}

interface Profile {
  /** Mean share of all points and how far subjects lie from it, as published results of other provinces show. */
  readonly mean: number;
  readonly deviation: number;
  readonly sizes: (organization: Organization, random: Random) => Readonly<Record<string, number>>;
  /** Items that do not apply to some of the subjects. */
  readonly notApplicable: (organization: Organization, random: Random) => readonly string[];
  readonly outOfReach: readonly string[];
}

// Without public services of their own.
const WITHOUT_PROCEDURES: ReadonlySet<string> = new Set([
  'TTCDS',
  'BAO_PTTH',
  'CONG_TTDT',
  'THONGKE',
  'TTPVHCC',
]);
const PROCEDURE_ITEMS = ['6.1.a', '6.1.b', '6.2.a', '6.3.a', '6.3.b', '6.7.level', '6.9.a'];

const PROFILES: Readonly<Partial<Record<Framework['subjectKind'], Profile>>> = {
  agency: {
    mean: 0.72,
    deviation: 0.06,
    sizes: (_organization, random) => {
      const staff = Math.round(between(random, 45, 260));
      return {
        staff,
        '2.5.b': Math.round(between(random, 40_000, 400_000)),
        '3.3.b': Math.round(between(random, 4, 18)),
        '3.5.b': Math.round(between(random, 4, 14)),
        '4.2.b': staff,
        '6.1.b': Math.round(between(random, 900, 24_000)),
        '6.3.b': Math.round(between(random, 40, 180)),
      };
    },
    notApplicable: ({ code }) => (WITHOUT_PROCEDURES.has(code) ? PROCEDURE_ITEMS : []),
    outOfReach: ['4.2'],
  },
  commune: {
    mean: 0.63,
    deviation: 0.075,
    sizes: ({ kind, place }, random) => {
      const density = kind === 'ward' ? between(random, 900, 2600) : between(random, 380, 900);
      const population = Math.round((place?.areaKm2 ?? 60) * density);
      const dossiers = Math.round(population * between(random, 0.12, 0.3));
      return {
        population,
        households: Math.round(population / between(random, 3.5, 4.1)),
        adults: Math.round(population * between(random, 0.72, 0.78)),
        staff: Math.round(between(random, 36, 72)),
        '3.4.hamlets': Math.round(between(random, 7, 26)),
        '6.1.b': dossiers,
        '6.4.b': Math.round(dossiers * between(random, 0.3, 0.6)),
        '6.5.b': Math.round(between(random, 1200, 4800)),
        '7.1.b': Math.round(population * between(random, 0.015, 0.04)),
        '7.2.b': Math.round(between(random, 2, 14)),
      };
    },
    notApplicable: (_organization, random) => (random() < 0.06 ? ['7.2.a', '7.2.b'] : []),
    // Five team members for a hundred people, where plans count less than one.
    outOfReach: ['4.3'],
  },
};

/** The figures of two years, so that places won and lost can be shown: the first one, and how much better the next is. */
const YEARS = [
  { year: 2025, better: 0, spread: 0 },
  { year: 2026, better: 0.05, spread: 0.035 },
] as const;

/** A framework of a year taken over to another one, as provinces do when nothing is decided anew. */
const carryOver = (framework: Framework, year: number): Framework => ({
  ...framework,
  code: framework.code.replace(String(framework.assessmentYear), String(year)),
  assessmentYear: year,
});

const simulateLeague = (
  base: Framework,
  profile: Profile,
  { year, better, spread }: (typeof YEARS)[number],
): SimulatedLeague => {
  const framework = carryOver(base, year);
  const subjects = referenceOrganizations.filter(
    ({ kind, validTo }) => validTo === null && isSubjectOfKind(base.subjectKind, kind),
  );
  return {
    framework,
    values: new Map(
      subjects.map((organization) => {
        const { code } = organization;
        // What a subject is does not change from year to year.
        const random = seededRandom(`${base.subjectKind}/${code}`);
        const ability = normalFrom(random, profile.mean, profile.deviation);
        const step = normalFrom(
          seededRandom(`${base.subjectKind}/${code}/step/${String(year)}`),
          better,
          spread,
        );
        const values = simulateValues(framework, {
          ...{ code, year, ability: ability + step },
          sizes: new Map(Object.entries(profile.sizes(organization, random))),
          notApplicable: new Set(profile.notApplicable(organization, random)),
          outOfReach: new Set(profile.outOfReach),
        });
        return [code, values];
      }),
    ),
  };
};

/** Made-up figures of the demonstration's agencies and communes. Nobody has measured them. */
export const listSimulatedLeagues = (): readonly SimulatedLeague[] =>
  referenceFrameworks.flatMap((framework) => {
    const profile = PROFILES[framework.subjectKind];
    return profile ? YEARS.map((year) => simulateLeague(framework, profile, year)) : [];
  });
