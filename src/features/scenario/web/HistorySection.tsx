import { Button } from '@mantine/core';
import type { ChangeSet } from '#core/scenario/change-set.ts';
import type { ScenarioRevision } from '#features/scenario/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { scenarioMessages } from './messages.ts';
import { valuesOf } from './scenario-values.ts';

interface HistorySectionProps {
  readonly revisions: readonly ScenarioRevision[];
  /** Puts the changes of an earlier state on the bench. */
  readonly onUse: (changes: ChangeSet) => void;
}

/** Every state that the open scenario has had. */
export const HistorySection = ({ revisions, onUse }: HistorySectionProps) => {
  const { history: words, list } = useMessages(scenarioMessages);
  const format = useFormat();
  return (
    <Section title={words.title}>
      <FigureTable
        caption={words.caption}
        rows={revisions}
        rowKey={({ version }) => String(version)}
        columns={[
          { key: 'version', title: words.version, cell: ({ version }) => format.number(version) },
          {
            key: 'name',
            title: words.name,
            cell: ({ name, withdrawn }) => (withdrawn ? `${name} (${list.withdrawn})` : name),
          },
          {
            key: 'points',
            title: words.points,
            kind: 'figure',
            cell: ({ points }) => format.pointsRange(points.low, points.high),
          },
          {
            key: 'changes',
            title: words.changes,
            cell: ({ changes }) => list.changesCount(format.number(changes.length)),
          },
          { key: 'who', title: words.who, cell: ({ changedBy }) => changedBy ?? '–' },
          { key: 'when', title: words.when, cell: ({ changedAt }) => format.instant(changedAt) },
          {
            key: 'use',
            title: '',
            cell: ({ version, changes }) => (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={words.useNamed(String(version))}
                onClick={() => {
                  onUse(valuesOf(changes));
                }}
              >
                {words.use}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  );
};
