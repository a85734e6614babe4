import { decimal, decimalText, type DecimalText } from '#core/kernel/decimal.ts';
import { canonicalJson } from '#core/kernel/canonical-json.ts';
import { searchKey, tidy } from '#core/kernel/text.ts';
import type { ItemKind } from '#core/plan/plan-item.ts';
import type { FindingKind, FindingStatement, StatementRole } from './finding.ts';

/** What one side of a contradiction says and where, in a form that a second import of its document does not change. */
export interface SideFacts {
  /** Key of the document, as `buildDocumentIdentity` makes it. */
  readonly document: string;
  readonly kind: ItemKind;
  /** Name of the item as a search key. */
  readonly name: string;
  readonly role: StatementRole;
  readonly fromYear: number | null;
  readonly year: number | null;
  readonly comparator: string | null;
  readonly value: DecimalText | null;
  readonly unit: string | null;
  readonly agencies: readonly string[];
  readonly dueOn: string | null;
  /** A number of a list, a body, a citation; null of a deadline, whose day counts. */
  readonly words: string | null;
}

/** What a contradiction consists of: when none of it changes, it is the same one. */
export interface FindingFacts {
  readonly kind: FindingKind;
  readonly year: number | null;
  readonly computed: { readonly low: DecimalText; readonly high: DecimalText } | null;
  /** In an order of their own. */
  readonly sides: readonly SideFacts[];
}

type Stated = Omit<FindingStatement, 'population' | 'agencies' | 'dueOn'> & {
  readonly agencies: readonly string[];
  readonly dueOn: string | null;
};

/** As much of a finding as its facts need. */
export interface StatedFinding {
  readonly kind: FindingKind;
  readonly year: number | null;
  readonly computed: FindingFacts['computed'];
  readonly statements: readonly Stated[];
}

// "90,80" and "90,8" are one figure.
const plain = (value: DecimalText): DecimalText => decimalText(decimal(value));

const sideOf = (statement: Stated, document: string): SideFacts => ({
  document,
  kind: statement.place.kind,
  name: searchKey(statement.name),
  role: statement.role,
  fromYear: statement.fromYear,
  year: statement.year,
  comparator: statement.comparator,
  value: statement.value === null ? null : plain(statement.value),
  unit: statement.unit === null ? null : searchKey(statement.unit),
  agencies: statement.agencies.map(searchKey).sort(),
  dueOn: statement.dueOn,
  words: statement.role === 'due' || statement.words === null ? null : tidy(statement.words),
});

const textOf = (side: SideFacts): string => canonicalJson({ ...side });

/**
 * The facts of a contradiction: its kind and year, what each side says and which item of which document says it, what
 * was computed. Ids of rows, lines, the order of sides and how values and names are typed do not belong to them.
 */
export const buildFindingFacts = (
  finding: StatedFinding,
  documentKeyOf: (documentId: string) => string,
): FindingFacts => {
  const sides = new Map(
    finding.statements.map((statement) => {
      const side = sideOf(statement, documentKeyOf(statement.place.documentId));
      return [textOf(side), side] as const;
    }),
  );
  return {
    kind: finding.kind,
    year: finding.year,
    computed: finding.computed && {
      low: plain(finding.computed.low),
      high: plain(finding.computed.high),
    },
    sides: [...sides].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, side]) => side),
  };
};

/** The one text of the facts: its hash is the fingerprint of the contradiction. */
export const writeFindingFacts = ({ sides, ...facts }: FindingFacts): string =>
  canonicalJson({ ...facts, sides: sides.map((side) => ({ ...side })) });

const itemsOf = ({ sides }: FindingFacts): ReadonlySet<string> =>
  new Set(sides.map(({ document, kind, name }) => canonicalJson([document, kind, name])));

const SIDES_OF_A_CONTRADICTION = 2;

/**
 * Whether two contradictions are about one matter, whatever their figures: the same kind and year between the same items.
 * Where more than two items contradict each other, two of them are enough.
 */
export const isSameMatter = (one: FindingFacts, other: FindingFacts): boolean => {
  if (one.kind !== other.kind || one.year !== other.year) return false;
  const items = itemsOf(one);
  const others = itemsOf(other);
  const shared = [...items].filter((item) => others.has(item)).length;
  return shared > 0 && shared >= Math.min(SIDES_OF_A_CONTRADICTION, items.size, others.size);
};
