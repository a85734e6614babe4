import { populationsDiffer } from '#core/consistency/measures/measure.ts';
import { POPULATION_PARTS } from '#core/consistency/measures/population.ts';
import type { PopulationPart } from '#core/consistency/measures/population.ts';
import type { Figure } from '#core/consistency/records/figures.ts';
import type { Finding, FindingKind, FindingStatement, Severity, StatementRole } from './finding.ts';
import type { Horizon } from '#core/consistency/records/horizon.ts';
import type { ItemPlace } from '#core/consistency/records/records.ts';
import { findLastDay } from '#core/calendar/due-rule.ts';
import { decimalText } from '#core/kernel/decimal.ts';
import type { Decimal } from '#core/kernel/decimal.ts';

/** A statement that says nothing yet but where it stands. */
export const statementAt = (role: StatementRole, place: ItemPlace, name: string): FindingStatement => ({
  role,
  place,
  name,
  fromYear: null,
  year: null,
  comparator: null,
  value: null,
  unit: null,
  population: null,
  agencies: [],
  dueOn: null,
  words: null,
});

const populationOf = (figure: Figure): PopulationPart | null => {
  const parts = POPULATION_PARTS.filter((part) => figure.measure.parts.has(part));
  return parts.length === 1 ? (parts[0] ?? null) : null;
};

// A figure is a side of a contradiction about values, about who leads or about when it is due.
const figureStatement = (figure: Figure, about: 'value' | 'lead' | 'due'): FindingStatement => ({
  ...statementAt(about === 'value' ? figure.role : about, figure.place, figure.name),
  fromYear: figure.fromYear,
  year: figure.toYear,
  comparator: about === 'value' ? figure.comparator : null,
  value: about === 'value' ? decimalText(figure.value) : null,
  unit: about === 'value' ? figure.unit : null,
  population: about === 'value' ? populationOf(figure) : null,
  agencies: about === 'lead' ? figure.leads.map((lead) => lead.name) : [],
  dueOn: about === 'due' && figure.due !== null ? (findLastDay(figure.due) ?? null) : null,
  words: about === 'due' ? (figure.due?.raw ?? null) : null,
});

interface FigureFinding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly year: number | null;
  readonly figures: readonly Figure[];
  /** All that speaks of the measure. */
  readonly group: readonly Figure[];
  readonly about?: 'value' | 'lead' | 'due';
  readonly horizon: Horizon;
}

const shortest = (names: readonly string[]): string =>
  names.reduce((best, name) => (name.length < best.length ? name : best));

const spread = (values: readonly Decimal[]): Decimal => {
  const [first, ...rest] = values;
  if (!first) throw new RangeError('No figure to compare');
  const high = rest.reduce((best, value) => (value.gt(best) ? value : best), first);
  const low = rest.reduce((best, value) => (value.lt(best) ? value : best), first);
  return high.minus(low);
};

// In the order of the documents and their lines, so that the same input gives the same finding.
const inOrder = (figures: readonly Figure[]): readonly Figure[] =>
  [...figures].sort(
    (a, b) =>
      (a.role === b.role ? 0 : a.role === 'target' ? -1 : 1) ||
      (a.toYear ?? 0) - (b.toYear ?? 0) ||
      a.place.documentId.localeCompare(b.place.documentId) ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      a.place.id.localeCompare(b.place.id),
  );

// A row may print one value under two columns.
const withoutRepeats = (figures: readonly Figure[]): readonly Figure[] =>
  figures.filter(
    (figure, index) =>
      index ===
      figures.findIndex(
        (other) =>
          other.place.id === figure.place.id &&
          other.toYear === figure.toYear &&
          other.value.eq(figure.value),
      ),
  );

/** Names a finding by its kind, its year and the items on its sides. */
export const findingId = (kind: FindingKind, year: number | null, places: readonly ItemPlace[]): string =>
  [kind, ...(year === null ? [] : [String(year)]), ...new Set(places.map((place) => place.id))].join(':');

interface StatedFinding extends Partial<Finding> {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly subject: string;
  readonly statements: readonly FindingStatement[];
}

/** A contradiction between statements that carry no figures of one measure: what it does not say is null. */
export const buildStatedFinding = (found: StatedFinding): Finding => ({
  id: findingId(
    found.kind,
    found.year ?? null,
    found.statements.map(({ place }) => place),
  ),
  ...{ indicatorCode: null, year: null, computed: null, difference: null },
  ...{ populationsDiffer: false, subjectsDiffer: false },
  ...found,
});

const findIndicatorCode = (group: readonly Figure[]): string | null =>
  group.find((figure) => figure.indicatorCode !== null)?.indicatorCode ?? null;

/** A contradiction between figures of one measure. */
export const buildFigureFinding = ({
  kind,
  severity,
  year,
  figures,
  group,
  about = 'value',
  horizon,
}: FigureFinding): Finding => {
  const sides = inOrder(withoutRepeats(figures));
  const [first, ...others] = sides;
  const difference = spread(sides.map((side) => side.value));
  return {
    id: findingId(
      kind,
      year,
      sides.map((side) => side.place),
    ),
    kind,
    severity,
    subject: shortest(sides.map((side) => side.name)),
    indicatorCode: findIndicatorCode(group),
    year,
    statements: sides.map((side) => figureStatement(side, about)),
    computed: null,
    difference: about === 'value' && !difference.isZero() ? decimalText(difference) : null,
    populationsDiffer:
      first !== undefined && others.some((side) => populationsDiffer(first.measure, side.measure)),
    subjectsDiffer: first !== undefined && others.some((side) => !horizon.sameSubject(first, side)),
  };
};
