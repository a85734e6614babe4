import type { Framework } from '#core/scoring/framework.ts';

/** What is said of a framework before anything is in it. */
export type FrameworkBeginning = Pick<Framework, 'code' | 'subjectKind' | 'assessmentYear'> & {
  /** In Vietnamese. */
  readonly title: string;
};

const UNSAID = { mark: 'inferred', note: null } as const;

/**
 * A framework without components: a proposal of 100 points that publishes two decimals, half up, leaves
 * out what does not apply, and takes a ratio over nothing for missing data, until somebody settles it otherwise.
 */
export const blankFramework = ({
  code,
  subjectKind,
  assessmentYear,
  title,
}: FrameworkBeginning): Framework => ({
  ...{ code, version: 1, assessmentYear, subjectKind },
  status: 'proposal',
  title: { vi: title, en: '' },
  decision: null,
  maximumPoints: '100',
  policies: {
    rounding: { places: 2, mode: 'half-up' },
    notApplicable: 'excluded',
    zeroDenominator: 'no-data',
  },
  provenance: { maximumPoints: UNSAID, policies: UNSAID },
  notes: [],
  dataItems: [],
  components: [],
});
