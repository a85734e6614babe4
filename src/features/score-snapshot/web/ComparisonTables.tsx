import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type {
  ComparedComponent,
  PublishedChange,
  SnapshotComparison,
} from '#features/score-snapshot/contract.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import { describeCauses } from './comparison-words.ts';
import { snapshotMessages } from './messages.ts';
import styles from './Snapshot.module.css';
import { describePoints, hasMoved } from './wording.ts';

interface ComparisonProps {
  readonly comparison: SnapshotComparison;
}

const isTold = (component: ComparedComponent): boolean =>
  component.presence !== 'both' || hasMoved(component.change);

interface ChangeRow {
  readonly key: string;
  readonly kind: ComparedComponent['kind'] | 'total';
  readonly name: ReactNode;
  readonly change: PublishedChange;
  readonly why: string;
}

const useChangeRows = (comparison: SnapshotComparison, showsAll: boolean): readonly ChangeRow[] => {
  const { comparison: words } = useMessages(snapshotMessages);
  const format = useFormat();
  const pick = usePickText();
  const { components, total, rounding, policiesChanged } = comparison;
  const rows = components
    .filter((component) => showsAll || isTold(component))
    .map((component): ChangeRow => {
      const { code, kind, name, presence, change } = component;
      const title = `${code} ${pick(name)}`;
      const isExplained = kind === 'indicator' && isTold(component);
      return {
        ...{ key: code, kind, change },
        name:
          presence === 'removed' ? (
            title
          ) : (
            <Link to="/bo-chi-so/$code" params={{ code }}>
              {title}
            </Link>
          ),
        why: isExplained ? describeCauses(component, policiesChanged, format, words).join('; ') : '',
      };
    });
  if (rows.length === 0) return rows;
  const remainder: ChangeRow = {
    ...{ key: 'rounding', kind: 'indicator', name: words.rounding, why: words.roundingWhy },
    change: { before: null, after: null, difference: rounding },
  };
  return [
    ...rows,
    ...(hasMoved(remainder.change) ? [remainder] : []),
    { key: 'total', kind: 'total', name: words.total, change: total, why: '' },
  ];
};

/** The points of each component on both sides, with what moved them. */
export const ComponentChanges = ({ comparison }: ComparisonProps) => {
  const words = useMessages(snapshotMessages);
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  const rows = useChangeRows(comparison, showsAll);
  const { comparison: texts } = words;
  return (
    <Section
      title={texts.componentsTitle}
      aside={
        <Button
          variant="default"
          size="compact-sm"
          className={styles.onScreen ?? ''}
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
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'name',
              title: texts.component,
              width: '42%',
              cell: ({ name, kind }) => <span className={styles[kind]}>{name}</span>,
            },
            {
              key: 'before',
              title: texts.before,
              kind: 'figure',
              cell: ({ change }) => change.before && describePoints(change.before, format),
            },
            {
              key: 'after',
              title: texts.after,
              kind: 'figure',
              cell: ({ change }) => change.after && describePoints(change.after, format),
            },
            {
              key: 'difference',
              title: texts.difference,
              kind: 'figure',
              cell: ({ change }) => format.signedPointsRange(change.difference.low, change.difference.high),
            },
            { key: 'why', title: texts.why, cell: ({ why }) => why },
          ]}
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
              cell: ({ item }) => pick(item.name),
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
