import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ComparedComponent, SnapshotComparison } from '#features/score-snapshot/contract.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import { describeCauses } from './comparison-words.ts';
import { snapshotMessages } from './messages.ts';
import styles from './Snapshot.module.css';
import { describeDifference, describePoints, hasMoved } from './wording.ts';

interface ComparisonProps {
  readonly comparison: SnapshotComparison;
}

const isTold = (component: ComparedComponent): boolean =>
  component.presence !== 'both' || hasMoved(component.change);

/** The points of each component on both sides, with what moved them. */
export const ComponentChanges = ({ comparison }: ComparisonProps) => {
  const words = useMessages(snapshotMessages);
  const format = useFormat();
  const pick = usePickText();
  const [showsAll, setShowsAll] = useState(false);
  const { components, total, rounding, policiesChanged } = comparison;
  const { comparison: texts } = words;
  const rows = showsAll ? components : components.filter(isTold);
  const isRounded = hasMoved({ difference: rounding });
  return (
    <Section
      title={texts.componentsTitle}
      aside={
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            setShowsAll(!showsAll);
          }}
        >
          {showsAll ? texts.hideSame : texts.showAll}
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p>{texts.componentsNone}</p>
      ) : (
        <FigureTable
          caption={texts.componentsTitle}
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'name',
              title: texts.component,
              width: '38%',
              cell: ({ code, name, kind, presence }) => (
                <span className={styles[kind]}>
                  {presence === 'removed' ? (
                    `${code} ${pick(name)}`
                  ) : (
                    <Link to="/bo-chi-so/$code" params={{ code }}>
                      {code} {pick(name)}
                    </Link>
                  )}
                </span>
              ),
            },
            {
              key: 'before',
              title: texts.before,
              kind: 'figure',
              cell: ({ change }) => describePoints(change.before, format),
            },
            {
              key: 'after',
              title: texts.after,
              kind: 'figure',
              cell: ({ change }) => describePoints(change.after, format),
            },
            {
              key: 'difference',
              title: texts.difference,
              kind: 'figure',
              cell: ({ change }) => describeDifference(change.difference, format, words),
            },
            {
              key: 'why',
              title: texts.why,
              cell: (component) =>
                component.kind === 'group' || !isTold(component)
                  ? null
                  : describeCauses(component, policiesChanged, format, texts).join('; '),
            },
          ]}
          footer={
            <>
              {isRounded && (
                <tr>
                  <th scope="row">{texts.rounding}</th>
                  <td />
                  <td />
                  <td data-kind="figure">{describeDifference(rounding, format, words)}</td>
                  <td>{texts.roundingWhy}</td>
                </tr>
              )}
              <tr>
                <th scope="row">{texts.total}</th>
                <td data-kind="figure">{describePoints(total.before, format)}</td>
                <td data-kind="figure">{describePoints(total.after, format)}</td>
                <td data-kind="figure">{describeDifference(total.difference, format, words)}</td>
                <td />
              </tr>
            </>
          }
        />
      )}
    </Section>
  );
};

/** The data that changed, old beside new; blank, zero and not applicable are told apart. */
export const ItemChanges = ({ comparison: { items } }: ComparisonProps) => {
  const { comparison: words } = useMessages(snapshotMessages);
  const pick = usePickText();
  const { locale } = useLocale();
  type Row = (typeof items)[number];
  const told = ({ item }: Row, value: Row['before']) =>
    value === null ? words.notAsked : describeValue(item, value, locale);
  return (
    <Section title={words.itemsTitle}>
      {items.length === 0 ? (
        <p>{words.itemsNone}</p>
      ) : (
        <FigureTable
          caption={words.itemsTitle}
          rows={items}
          rowKey={({ item }) => item.code}
          columns={[
            {
              key: 'item',
              title: words.item,
              width: '38%',
              cell: ({ item }) => `${item.code} ${pick(item.name)}`,
            },
            { key: 'before', title: words.before, kind: 'figure', cell: (row) => told(row, row.before) },
            { key: 'after', title: words.after, kind: 'figure', cell: (row) => told(row, row.after) },
            { key: 'feeds', title: words.feeds, cell: ({ feeds }) => feeds.join(', ') },
          ]}
        />
      )}
    </Section>
  );
};

/** What two versions of the framework say otherwise; nothing when they are the same. */
export const FrameworkChanges = ({ comparison }: ComparisonProps) => {
  const { comparison: words } = useMessages(snapshotMessages);
  const format = useFormat();
  const pick = usePickText();
  const rows = [
    ...(comparison.policiesChanged
      ? [{ key: 'policies', name: words.policies, changed: words.policiesChanged }]
      : []),
    ...comparison.components.flatMap(({ code, name, presence, changedFields }) => {
      const row = { key: code, name: `${code} ${pick(name)}` };
      if (presence !== 'both') return [{ ...row, changed: words[presence] }];
      if (changedFields.length === 0) return [];
      return [{ ...row, changed: format.list(changedFields.map((field) => words.fields[field])) }];
    }),
  ];
  if (rows.length === 0) return null;
  return (
    <Section title={words.fieldsTitle}>
      <FigureTable
        caption={words.fieldsTitle}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', title: words.component, width: '50%', cell: ({ name }) => name },
          { key: 'changed', title: words.changedParts, cell: ({ changed }) => changed },
        ]}
      />
    </Section>
  );
};
