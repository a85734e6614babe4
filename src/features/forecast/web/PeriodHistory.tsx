import { useQuery } from '@tanstack/react-query';
import type { PeriodFigureList, PeriodRevision } from '#features/forecast/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import type { PlainSearch } from '#web/search-params.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { withUnit } from './forecast-words.ts';
import { forecastMessages } from './messages.ts';
import { figureHistoryQuery } from './queries.ts';

interface PeriodHistoryProps {
  readonly item: PeriodFigureList['items'][number];
  readonly search: PlainSearch;
}

/** What people entered for an item, the newest first. */
export const PeriodHistory = ({ item, search }: PeriodHistoryProps) => {
  const { entry: words } = useMessages(forecastMessages);
  const format = useFormat();
  const pick = usePickText();
  const history = useQuery(figureHistoryQuery(item.item, search));
  if (!history.data || history.data.total === 0) return null;
  const stateWords = (state: PeriodRevision['before']): string => {
    if (!state) return words.nothing;
    if (state.value === null) return words.nothing;
    return `${withUnit(format.number(state.value), item.unit, pick)} (${words.kinds[state.kind]})`;
  };
  const { columns } = words;
  return (
    <FigureTable
      caption={words.history}
      captionVisible
      rows={history.data.items}
      rowKey={({ period, version }) => `${period} ${String(version)}`}
      columns={[
        { key: 'period', title: columns.period, cell: ({ period }) => format.period(period) },
        { key: 'before', title: columns.before, kind: 'figure', cell: ({ before }) => stateWords(before) },
        { key: 'after', title: columns.after, kind: 'figure', cell: ({ after }) => stateWords(after) },
        { key: 'source', title: columns.source, cell: ({ source }) => source },
        {
          key: 'by',
          title: columns.by,
          cell: ({ changedBy, changedAt }) => `${changedBy ?? ''} ${format.instant(changedAt)}`.trim(),
        },
      ]}
    />
  );
};
