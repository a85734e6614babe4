import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { type ChangeSet, NO_CHANGES } from '#core/scenario/change-set.ts';
import { checkChanges, type ChangeProblem } from '#core/scenario/check-changes.ts';
import { type ComparedComponent, compareWithPresent } from '#core/scenario/compare-with-present.ts';
import { BLANK, type DataItem } from '#core/scoring/data-value.ts';
import { publishInterval } from '#core/scoring/evaluate.ts';
import type { Interval } from '#core/scoring/interval.ts';
import type { IndexOverview, IndexSheet } from '#features/index-score/contract.ts';
import type { Scenario } from '#features/scenario/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { type FigureColumn, FigureTable } from '#web/ui/FigureTable.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import { missingTo, showChange } from './compute-what-if.ts';
import { describeMissing } from './describe-missing.ts';
import { Difference } from './Difference.tsx';
import { scenarioMessages, type ScenarioWords } from './messages.ts';
import { OutdatedNotice } from './OutdatedNotice.tsx';
import styles from './ScenarioComparison.module.css';
import { findScenarioOutdated, scoreSheet, valuesOf } from './scenario-values.ts';
import { UnusableNotice } from './UnusableNotice.tsx';

interface ScenarioComparisonProps {
  readonly sheet: IndexSheet;
  readonly overview: IndexOverview;
  readonly scenarios: readonly Scenario[];
  /** The address names more than are shown. */
  readonly hasMore: boolean;
}

interface Compared {
  readonly scenario: Scenario;
  readonly changes: ChangeSet;
  readonly problems: readonly ChangeProblem[];
}

/** One line of the comparison: a component, or the total without one. */
interface Line {
  readonly key: string;
  readonly name: string;
  readonly depth: number;
  readonly present: Interval;
  readonly points: readonly Interval[];
}

const lineOf = (compared: ComparedComponent, name: string): Line => ({
  key: compared.present.component.code,
  name,
  depth: compared.depth,
  present: compared.present.points,
  points: compared.scenarios.map(({ points }) => points),
});

/** Scenarios side by side with the present: points component by component, and the inputs that each changes. */
export const ScenarioComparison = ({ sheet, overview, scenarios, hasMore }: ScenarioComparisonProps) => {
  const words = useMessages(scenarioMessages);
  const format = useFormat();
  const pick = usePickText();
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  const { framework, subject, year } = sheet;
  const { compared, comparison } = useMemo(() => {
    const present = valuesOf(sheet.values);
    const checked: readonly Compared[] = scenarios.map((scenario) => ({
      scenario,
      ...checkChanges(framework, present, valuesOf(scenario.changes)),
    }));
    const scores = checked.map(({ changes }) => scoreSheet(sheet, changes));
    return {
      compared: checked,
      comparison: compareWithPresent(scoreSheet(sheet, NO_CHANGES), scores),
    };
  }, [framework, sheet, scenarios]);

  const { rounding } = framework.policies;
  const lines: readonly Line[] = [
    {
      ...{ key: 'total', name: words.compare.total, depth: 0 },
      present: comparison.total.present,
      points: comparison.total.scenarios.map(({ points }) => points),
    },
    ...comparison.components
      .filter(({ differs, depth }) => !onlyDifferent || differs || depth === 0)
      .map((component) =>
        lineOf(component, `${component.present.component.code} ${pick(component.present.component.name)}`),
      ),
  ];
  const range = (points: Interval): string => {
    const { low, high } = publishInterval(points, rounding);
    return format.pointsRange(low, high);
  };
  const columns: readonly FigureColumn<Line>[] = [
    {
      key: 'component',
      title: words.compare.component,
      cell: ({ name, depth }) => (
        <span className={styles.name} data-depth={depth}>
          {name}
        </span>
      ),
    },
    {
      key: 'present',
      title: words.compare.present,
      kind: 'figure',
      cell: ({ present }) => range(present),
    },
    ...compared.map(({ scenario }, index): FigureColumn<Line> => ({
      key: scenario.id,
      title: scenario.name,
      kind: 'figure',
      cell: ({ present, points }) => {
        const then = points[index] ?? present;
        return (
          <>
            {range(then)}{' '}
            <Difference difference={showChange(present, then, framework).difference} hideNothing />
          </>
        );
      },
    })),
  ];
  return (
    <Page
      wide
      title={describeBest(compared, comparison.total, sheet, format, words)}
      eyebrow={
        <>
          <Link to="/bo-chi-so">{words.indexLink}</Link>
          {' › '}
          <Link to="/bo-chi-so/neu-thi">{words.page}</Link>
          {' › '}
          {words.eyebrow(pick(framework.title), subject.name, String(year))}
        </>
      }
      lead={hasMore ? `${words.compare.lead} ${words.compare.tooMany}` : words.compare.lead}
    >
      {compared.map(({ scenario, problems }) => {
        const outdated = findScenarioOutdated(scenario, sheet);
        return (
          <div key={scenario.id} className={styles.notices}>
            <UnusableNotice framework={framework} problems={problems} unread={[]} />
            {outdated && <OutdatedNotice scenario={scenario} sheet={sheet} outdated={outdated} />}
          </div>
        );
      })}
      <Section
        title={words.compare.tableTitle}
        aside={
          <Checkbox
            size="xs"
            label={words.compare.onlyDifferent}
            checked={onlyDifferent}
            onChange={({ currentTarget }) => {
              setOnlyDifferent(currentTarget.checked);
            }}
          />
        }
      >
        <FigureTable
          caption={words.compare.caption}
          columns={columns}
          rows={lines}
          rowKey={({ key }) => key}
          footer={
            overview.goal && (
              <tr>
                <th scope="row">{words.compare.missing(format.number(overview.goal.points))}</th>
                {[comparison.total.present, ...comparison.total.scenarios.map(({ points }) => points)].map(
                  (points, index) => (
                    <td key={compared[index - 1]?.scenario.id ?? 'present'} data-kind="figure">
                      {describeMissing(
                        missingTo(overview.goal?.points ?? '0', publishInterval(points, rounding), framework),
                        format,
                        words.compare.above,
                      )}
                    </td>
                  ),
                )}
              </tr>
            )
          }
        />
      </Section>
      <ChangedInputs sheet={sheet} compared={compared} />
    </Page>
  );
};

const describeBest = (
  compared: readonly Compared[],
  total: ReturnType<typeof compareWithPresent>['total'],
  { framework }: IndexSheet,
  format: Format,
  words: ScenarioWords,
): string => {
  const ranked = compared
    .map(({ scenario }, index) => ({ name: scenario.name, points: total.scenarios[index]?.points }))
    .flatMap(({ name, points }) => (points ? [{ name, points }] : []))
    .toSorted(
      (one, other) =>
        other.points.low.comparedTo(one.points.low) || other.points.high.comparedTo(one.points.high),
    );
  const [best] = ranked;
  if (!best) return words.compare.findingNone;
  const change = showChange(total.present, best.points, framework);
  return words.compare.finding(
    best.name,
    format.pointsRange(change.after.low, change.after.high),
    format.signedPointsRange(change.difference.low, change.difference.high),
  );
};

interface ChangedInputsProps {
  readonly sheet: IndexSheet;
  readonly compared: readonly Compared[];
}

/** The inputs that any of the scenarios changes, with their value in each. */
const ChangedInputs = ({ sheet, compared }: ChangedInputsProps) => {
  const { compare: words } = useMessages(scenarioMessages);
  const pick = usePickText();
  const { locale } = useLocale();
  const present = valuesOf(sheet.values);
  const items = sheet.framework.dataItems.filter(({ code }) =>
    compared.some(({ changes }) => changes.has(code)),
  );
  const columns: readonly FigureColumn<DataItem>[] = [
    { key: 'item', title: words.item, cell: (item) => `${item.code} ${pick(item.name)}` },
    {
      key: 'present',
      title: words.present,
      kind: 'figure',
      cell: (item) => describeValue(item, present.get(item.code) ?? BLANK, locale),
    },
    ...compared.map(({ scenario, changes }): FigureColumn<DataItem> => ({
      key: scenario.id,
      title: scenario.name,
      kind: 'figure',
      cell: (item) => {
        const value = changes.get(item.code);
        return value ? (
          <strong>{describeValue(item, value, locale)}</strong>
        ) : (
          <span className={styles.same}>{words.same}</span>
        );
      },
    })),
  ];
  return (
    <Section title={words.inputsTitle}>
      <FigureTable caption={words.inputsCaption} columns={columns} rows={items} rowKey={({ code }) => code} />
    </Section>
  );
};
