import { Link } from '@tanstack/react-router';
import { memo, useMemo, useState } from 'react';
import { NO_CHANGES } from '#core/scenario/change-set.ts';
import { BLANK } from '#core/scoring/data-value.ts';
import type { ScoredComponent } from '#core/scoring/evaluate.ts';
import { type Framework, listIndicators } from '#core/scoring/framework.ts';
import type { IndexSheet } from '#features/index-score/contract.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { ArithmeticSteps } from '#web/widgets/index-score/ArithmeticSteps.tsx';
import type { Bench } from './bench.ts';
import { showChange } from './compute-what-if.ts';
import { Difference } from './Difference.tsx';
import { GridFilters } from './GridFilters.tsx';
import styles from './InputGrid.module.css';
import { InputRow } from './InputRow.tsx';
import { type InputFilter, type InputGroup, listInputGroups } from './list-input-groups.ts';
import { scenarioMessages } from './messages.ts';
import { useBench } from './use-bench.ts';
import { useGridKeys, type Pasted } from './use-grid-keys.ts';

interface InputGridProps {
  readonly bench: Bench;
  readonly sheet: IndexSheet;
  readonly filter: InputFilter;
  readonly onFilter: (filter: InputFilter) => void;
}

/** All inputs of the score as a sheet: what is, and what is assumed. */
export const InputGrid = memo(({ bench, sheet, filter, onFilter }: InputGridProps) => {
  const words = useMessages(scenarioMessages);
  const { locale } = useLocale();
  const format = useFormat();
  const { changes, whatIf } = useBench(bench);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const cellWords = {
    ...{ yes: words.yes, no: words.no },
    ...{ blank: words.states.blank, notApplicable: words.states['not-applicable'] },
  };
  const keys = useGridKeys(bench, locale, cellWords, setPasted);
  const { framework } = bench;
  // Only a filter for what is changed depends on the changes.
  const marked = filter.onlyChanged === true ? changes : NO_CHANGES;
  const groups = useMemo(() => listInputGroups(framework, marked, filter), [framework, marked, filter]);
  const all = useMemo(() => listIndicators(framework).length, [framework]);
  const origins = useMemo(() => new Map(sheet.values.map(({ item, origin }) => [item, origin])), [sheet]);
  const { grid } = words;
  return (
    <Section title={grid.title} lead={grid.lead}>
      <GridFilters framework={framework} filter={filter} onFilter={onFilter} />
      <p className={styles.hint}>
        {grid.keys} <span>{grid.shown(format.number(groups.length), format.number(all))}</span>
      </p>
      <p role="status" className={styles.status}>
        {pasted && describePasted(pasted, grid)}
      </p>
      {groups.length === 0 ? (
        <EmptyState title={grid.none}>{grid.noneMend}</EmptyState>
      ) : (
        // The keys are those of the cells inside: the table itself takes none.
        <table className={styles.grid} {...keys}>
          <caption className={styles.caption}>{grid.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{grid.item}</th>
              <th scope="col" data-kind="figure">
                {grid.present}
              </th>
              <th scope="col">{grid.changed}</th>
              <td />
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.indicator.code}>
              <IndicatorRow
                group={group}
                framework={framework}
                before={whatIf.before.byCode.get(group.indicator.code)}
                after={whatIf.after.byCode.get(group.indicator.code)}
              />
              {group.items.map((item) => (
                <InputRow
                  key={item.code}
                  bench={bench}
                  item={item}
                  present={bench.present.get(item.code) ?? BLANK}
                  origin={origins.get(item.code)}
                  changed={changes.get(item.code)}
                />
              ))}
            </tbody>
          ))}
        </table>
      )}
    </Section>
  );
});
InputGrid.displayName = 'InputGrid';

const describePasted = (
  { cells, failed }: Pasted,
  words: {
    readonly pasted: (count: string) => string;
    readonly pastedWithProblems: (count: string, failed: string) => string;
  },
): string =>
  failed === 0 ? words.pasted(String(cells)) : words.pastedWithProblems(String(cells), String(failed));

interface IndicatorRowProps {
  readonly group: InputGroup;
  readonly framework: Framework;
  readonly before: ScoredComponent | undefined;
  readonly after: ScoredComponent | undefined;
}

/** The indicator above its inputs: its points, and how they come about under the assumptions. */
const IndicatorRow = memo(({ group: { indicator }, framework, before, after }: IndicatorRowProps) => {
  const words = useMessages(scenarioMessages);
  const format = useFormat();
  const pick = usePickText();
  const [isOpen, setOpen] = useState(false);
  if (!before || !after) return null;
  const change = showChange(before.points, after.points, framework);
  return (
    <tr className={styles.indicator} data-code={indicator.code}>
      <th scope="rowgroup" colSpan={2}>
        <Link to="/bo-chi-so/$code" params={{ code: indicator.code }} className={styles.link}>
          {indicator.code} {pick(indicator.name)}
        </Link>
        <details
          className={styles.trace}
          onToggle={(event) => {
            setOpen(event.currentTarget.open);
          }}
        >
          <summary>{words.grid.trace}</summary>
          {isOpen && <ArithmeticSteps steps={after.trace} items={framework.dataItems} />}
        </details>
      </th>
      <td colSpan={2} className={styles.points}>
        {format.pointsRange(change.after.low, change.after.high)}
        {` / ${format.number(indicator.maximumPoints)} `}
        <Difference difference={change.difference} hideNothing />
      </td>
    </tr>
  );
});
IndicatorRow.displayName = 'IndicatorRow';
