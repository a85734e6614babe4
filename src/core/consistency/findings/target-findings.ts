import { buildFigureFinding } from '#core/consistency/build-finding.ts';
import type { Figure } from '#core/consistency/records/figures.ts';
import type { Finding, FindingKind, Severity } from '#core/consistency/finding.ts';
import type { Horizon } from '#core/consistency/records/horizon.ts';
import { groupBy } from '#core/kernel/group-by.ts';

type DatedFigure = Figure & { readonly fromYear: number; readonly toYear: number };

const isDated = (figure: Figure): figure is DatedFigure => figure.fromYear !== null && figure.toYear !== null;

const isPoint = (figure: DatedFigure): boolean => figure.fromYear === figure.toYear;

const overlap = (a: DatedFigure, b: DatedFigure): boolean => a.fromYear <= b.toYear && b.fromYear <= a.toYear;

interface Clash {
  readonly kind: FindingKind;
  readonly year: number | null;
  readonly figures: readonly Figure[];
}

const pairs = <Entry>(entries: readonly Entry[]): readonly (readonly [Entry, Entry])[] =>
  entries.flatMap((a, index) => entries.slice(index + 1).map((b) => [a, b] as const));

// A single year inside a phase may lie below the phase's end value on the way up, never above it.
const clashInOneYear = (a: DatedFigure, b: DatedFigure): boolean => {
  if (a.value.eq(b.value)) return false;
  if (isPoint(a) === isPoint(b)) return a.toYear === b.toYear && a.fromYear === b.fromYear;
  const [point, phase] = isPoint(a) ? [a, b] : [b, a];
  return point.value.gt(phase.value);
};

const isStrict = (figure: Figure): boolean => figure.comparator === '>';

const clashOfTargets = (a: DatedFigure, b: DatedFigure, horizon: Horizon): Clash | undefined => {
  if (overlap(a, b) && horizon.concurrent(a, b)) {
    const year = Math.min(a.toYear, b.toYear);
    if (clashInOneYear(a, b)) return { kind: 'target-conflict', year, figures: [a, b] };
    const differsInWording = a.value.eq(b.value) && isPoint(a) && isPoint(b) && isStrict(a) !== isStrict(b);
    return differsInWording ? { kind: 'comparator-conflict', year, figures: [a, b] } : undefined;
  }
  const [early, late] =
    a.toYear < b.toYear || (a.toYear === b.toYear && horizon.later(b, a)) ? [a, b] : [b, a];
  // A newer plan may ask for more; only less than was promised before is a contradiction.
  const isLowered = late.value.lt(early.value) && !horizon.later(early, late);
  return isLowered ? { kind: 'target-lowered', year: late.toYear, figures: [early, late] } : undefined;
};

// What was known when the plan began: its own document's figure, or one of a year before the plan.
const wasKnown = (current: DatedFigure, target: DatedFigure, horizon: Horizon): boolean =>
  current.toYear < target.fromYear &&
  (current.place.documentId === target.place.documentId ||
    current.toYear < horizon.firstYear(target.place.documentId));

const latestKnown = (
  currents: readonly DatedFigure[],
  target: DatedFigure,
  horizon: Horizon,
): readonly DatedFigure[] => {
  const known = currents.filter((current) => wasKnown(current, target, horizon));
  const year = Math.max(...known.map((current) => current.toYear));
  return known.filter((current) => current.toYear === year);
};

const clashesWithBaseline = (
  target: DatedFigure,
  currents: readonly DatedFigure[],
  horizon: Horizon,
): readonly Clash[] => {
  const surpassing = latestKnown(currents, target, horizon).filter((current) =>
    current.value.gt(target.value),
  );
  if (surpassing.length === 0) return [];
  return [{ kind: 'target-below-baseline', year: target.toYear, figures: [target, ...surpassing] }];
};

const isExactFigure = (figure: Figure): boolean =>
  figure.comparator === '=' || figure.comparator === 'maintain';

// What a province promised is not judged by the figure of another one, its successor included.
const isMissed = (target: DatedFigure, current: DatedFigure, horizon: Horizon): boolean => {
  const isOfItsYear = isPoint(target) && target.toYear === current.toYear;
  if (!isExactFigure(current) || !isOfItsYear || !horizon.sameSubject(target, current)) return false;
  return isStrict(target) ? current.value.lte(target.value) : current.value.lt(target.value);
};

const clashesWithActual = (
  target: DatedFigure,
  currents: readonly DatedFigure[],
  horizon: Horizon,
): readonly Clash[] =>
  currents
    .filter((current) => isMissed(target, current, horizon))
    .map((current) => ({ kind: 'target-vs-actual', year: target.toYear, figures: [target, current] }));

// "90,8" and "90,80" are one figure; so are 85,7 and 85,71 when one is only rounded more coarsely.
const sameRounded = (a: Figure, b: Figure): boolean => {
  const places = Math.min(a.value.decimalPlaces(), b.value.decimalPlaces());
  return a.value.toDecimalPlaces(places).eq(b.value.toDecimalPlaces(places));
};

const clashOfCurrents = (a: Figure, b: Figure): Clash | undefined => {
  const sameDocument = a.place.documentId === b.place.documentId;
  const sameYear = a.toYear !== null && a.toYear === b.toYear;
  const sameComponent = a.indicatorCode !== null && a.indicatorCode === b.indicatorCode;
  const yearUnsaid = sameDocument && sameComponent && (a.toYear === null || b.toYear === null);
  if (!isExactFigure(a) || !isExactFigure(b) || !(sameYear || yearUnsaid) || sameRounded(a, b))
    return undefined;
  return { kind: 'baseline-conflict', year: a.toYear ?? b.toYear, figures: [a, b] };
};

// What was reached is rarely lost again: a fall is a slip, another count, or worth an explanation.
const listFalls = (currents: readonly DatedFigure[]): readonly Clash[] => {
  const exact = currents.filter(isExactFigure).toSorted((a, b) => a.toYear - b.toYear);
  return exact.flatMap((later) => {
    const year = exact.filter((earlier) => earlier.toYear < later.toYear).at(-1)?.toYear;
    const before = exact.filter((earlier) => earlier.toYear === year && earlier.value.gt(later.value));
    return before.length === 0
      ? []
      : [{ kind: 'figure-fell' as const, year: later.toYear, figures: [...before, later] }];
  });
};

const SEVERITY: Readonly<Partial<Record<FindingKind, Severity>>> = {
  'target-conflict': 'high',
  'target-below-baseline': 'high',
  'baseline-conflict': 'high',
  'target-vs-actual': 'medium',
  'target-lowered': 'medium',
  'figure-fell': 'medium',
  'comparator-conflict': 'low',
};

// Across a merger the figures belong to two provinces, and within one list like names may mean unlike things:
// worth a look, not an alarm.
const severityOf = ({ kind, figures }: Clash, horizon: Horizon): Severity => {
  const [first, ...others] = figures;
  const sameSubject = first !== undefined && others.every((other) => horizon.sameSubject(first, other));
  const oneDocument = new Set(figures.map((figure) => figure.place.documentId)).size === 1;
  if (kind === 'figure-fell' && !sameSubject) return 'low';
  const yearUnsaid =
    kind === 'baseline-conflict' &&
    figures.some(({ toYear, isYearInferred }) => toYear === null || isYearInferred);
  const severity = SEVERITY[kind] ?? 'medium';
  const isDoubtful = !sameSubject || yearUnsaid || (oneDocument && kind === 'target-conflict');
  return severity === 'high' && isDoubtful ? 'medium' : severity;
};

// Clashes of one kind and year are one contradiction with several sides.
const merge = (clashes: readonly Clash[]): readonly Clash[] =>
  [...groupBy(clashes, ({ kind, year }) => `${kind}:${String(year)}`).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, figures: [...new Set(same.flatMap((clash) => clash.figures))] }] : [];
  });

// Items that already contradict each other for one time are not told once more for being lower at another.
const isToldByConflict = (clash: Clash, clashes: readonly Clash[]): boolean =>
  clash.kind === 'target-lowered' &&
  clashes.some(({ kind, figures }) => {
    const items = new Set(figures.map((figure) => figure.place.id));
    return kind === 'target-conflict' && clash.figures.every((figure) => items.has(figure.place.id));
  });

/** The contradictions between the targets and figures of one measure. */
export const findTargetContradictions = (group: readonly Figure[], horizon: Horizon): readonly Finding[] => {
  const dated = group.filter(isDated);
  const targets = dated.filter((figure) => figure.role === 'target');
  const currents = dated.filter((figure) => figure.role === 'current');
  const ofTargets = pairs(targets).flatMap(([a, b]) => clashOfTargets(a, b, horizon) ?? []);
  const withFigures = targets.flatMap((target) => [
    ...clashesWithBaseline(target, currents, horizon),
    ...clashesWithActual(target, currents, horizon),
  ]);
  const ofCurrents = pairs(group.filter((figure) => figure.role === 'current')).flatMap(
    ([a, b]) => clashOfCurrents(a, b) ?? [],
  );
  const clashes = merge([...ofTargets, ...withFigures, ...ofCurrents, ...listFalls(currents)]);
  return clashes
    .filter((clash) => !isToldByConflict(clash, clashes))
    .map((clash) => buildFigureFinding({ ...clash, severity: severityOf(clash, horizon), group, horizon }));
};
