import { buildStatedFinding, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding, Severity, StatementRole } from '#core/consistency/finding.ts';
import { listKey, listRows, type ListRow } from '#core/consistency/records/list-rows.ts';
import type { ConsistencyInput, TargetRecord } from '#core/consistency/records/records.ts';
import { decimal } from '#core/kernel/decimal.ts';
import { groupBy } from '#core/kernel/group-by.ts';

/** What a row may leave blank, and how much that matters: without a lead nobody answers for it. */
const PARTS: readonly {
  readonly role: StatementRole;
  readonly severity: Severity;
  readonly isStated: (row: ListRow) => boolean;
}[] = [
  { role: 'lead', severity: 'medium', isStated: ({ agencies }) => agencies.length > 0 },
  { role: 'due', severity: 'low', isStated: ({ due }) => due !== null && due.raw !== null },
];

/** A list whose rows state a part nearly always has a column for it; where half lack it, it is not asked for. */
const STATED_FROM = 0.75;

const FEWEST_ROWS = 4;

const FULL = '100';

/** What only a few have need not be had by all. */
const MOST_OF_THEM = '50';

const isBelowFull = ({ baseline }: TargetRecord): boolean =>
  baseline?.unit === '%' &&
  baseline.value !== null &&
  decimal(baseline.value).lt(FULL) &&
  decimal(baseline.value).gte(MOST_OF_THEM);

const keepsBaseline = ({ comparator, value, baseline }: TargetRecord): boolean =>
  comparator === 'maintain' && (value === null || value === baseline?.value);

/** Shares below the whole that are merely to be kept, in a list that sets a value to reach for nearly all others: one finding per list. */
export const findUnsetValues = (input: ConsistencyInput): readonly Finding[] =>
  [
    ...groupBy(
      input.targets.filter(({ embedded, appendix }) => !embedded && appendix !== null).filter(isBelowFull),
      ({ place, appendix }) => `${place.documentId}:${appendix ?? ''}`,
    ).values(),
  ].flatMap((targets) => {
    const kept = targets.filter(keepsBaseline);
    const isRule =
      targets.length >= FEWEST_ROWS && targets.length - kept.length >= STATED_FROM * targets.length;
    return kept.length === 0 || !isRule
      ? []
      : [
          buildStatedFinding({
            ...{ kind: 'incomplete', severity: 'low' },
            subject: kept[0]?.name ?? '',
            indicatorCode: kept[0]?.indicatorCode ?? null,
            statements: kept.map(({ place, name, comparator, baseline }) => ({
              ...statementAt('target', place, name),
              ...{ comparator, value: baseline?.value ?? null, unit: baseline?.unit ?? null },
            })),
          }),
        ];
  });

/** Rows without a lead or a deadline in a list whose other rows state it: one finding per list and part. */
export const findIncompleteRows = (input: ConsistencyInput): readonly Finding[] =>
  [...groupBy(listRows(input), listKey).values()].flatMap((rows) =>
    PARTS.flatMap(({ role, severity, isStated }) => {
      const blank = rows.filter((row) => !isStated(row));
      const isColumn = rows.length >= FEWEST_ROWS && rows.length - blank.length >= STATED_FROM * rows.length;
      if (blank.length === 0 || !isColumn) return [];
      return [
        buildStatedFinding({
          ...{ kind: 'incomplete', severity },
          subject: blank[0]?.appendix ?? blank[0]?.section ?? blank[0]?.name ?? '',
          statements: blank.map(({ place, name, order }) => ({
            ...statementAt(role, place, name),
            words: order,
          })),
        }),
      ];
    }),
  );
