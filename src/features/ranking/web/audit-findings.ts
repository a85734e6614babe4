import type { AuditedAssumption, LeagueAudit, StableNumber } from '#features/ranking/contract.ts';

/** Something of a ranking that should be looked at again. */
export type AuditFinding =
  | {
      readonly kind: 'redundant' | 'opposed';
      readonly left: string;
      readonly right: string;
      readonly coefficient: number;
    }
  | { readonly kind: 'no-spread'; readonly code: string }
  | { readonly kind: 'low-availability'; readonly code: string; readonly availability: number }
  /** Carries at least its fair share of the points and next to none of the ranking. */
  | { readonly kind: 'without-influence'; readonly code: string; readonly nominalWeight: number }
  /** Groups whose children do not go together; null for the main indicators. */
  | { readonly kind: 'incoherent'; readonly codes: readonly (string | null)[]; readonly of: number };

/** From this alpha on the children of a group are called consistent (Nunnally 1978; OECD/JRC handbook, step 4). */
const CONSISTENT = 0.7;
const NEGLIGIBLE_IMPORTANCE = 0.01;

const pairFindings = ({ families }: LeagueAudit): readonly AuditFinding[] =>
  families
    .flatMap(({ pairs }) => pairs)
    .flatMap(({ left, right, coefficient, flag }) =>
      flag === null || coefficient === null ? [] : [{ kind: flag, left, right, coefficient }],
    )
    .sort((one, other) => Math.abs(other.coefficient) - Math.abs(one.coefficient));

const componentFindings = ({ components }: LeagueAudit): readonly AuditFinding[] => {
  const indicators = components.filter(({ isGroup }) => !isGroup);
  return indicators.flatMap(({ code, flags, availability, nominalWeight, importance }): AuditFinding[] => {
    if (availability !== null && flags.includes('low-availability')) {
      return [{ kind: 'low-availability', code, availability }];
    }
    if (flags.includes('no-spread')) return [{ kind: 'no-spread', code }];
    const isHeavy = nominalWeight >= 1 / indicators.length;
    return isHeavy && importance !== null && importance < NEGLIGIBLE_IMPORTANCE
      ? [{ kind: 'without-influence', code, nominalWeight }]
      : [];
  });
};

const familyFindings = ({ families }: LeagueAudit): readonly AuditFinding[] => {
  const measured = families.filter(({ alpha }) => alpha !== null);
  const codes = measured.filter(({ alpha }) => (alpha ?? 1) < CONSISTENT).map(({ code }) => code);
  return codes.length === 0 ? [] : [{ kind: 'incoherent', codes, of: measured.length }];
};

/** What should be looked at again: doubles and opposites first, then single components, then groups. */
export const listAuditFindings = (audit: LeagueAudit): readonly AuditFinding[] => [
  ...pairFindings(audit),
  ...componentFindings(audit),
  ...familyFindings(audit),
];

/** Both ends of a number or a span. */
export const endsOf = (number: StableNumber): readonly [number, number] =>
  number.kind === 'number' ? [number.value, number.value] : [number.low, number.high];

/** Assumptions by how much of the movement of ranks they take part in, most first. */
export const orderAssumptions = (audit: LeagueAudit): readonly AuditedAssumption[] => {
  const middleOf = ({ total }: AuditedAssumption): number => {
    const [low, high] = endsOf(total);
    return (low + high) / 2;
  };
  return audit.sensitivity.assumptions.toSorted((one, other) => middleOf(other) - middleOf(one));
};

/** The assumption that moves ranks most; nothing where two of them can't be told apart. */
export const findStrongest = (audit: LeagueAudit): AuditedAssumption | undefined => {
  const [first, second] = orderAssumptions(audit);
  if (!first || !second) return first;
  return endsOf(first.total)[0] > endsOf(second.total)[1] ? first : undefined;
};
