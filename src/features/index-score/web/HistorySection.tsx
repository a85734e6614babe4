import type { CurrentDataItem, Revision } from '#features/index-score/contract.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import { indexMessages } from './messages.ts';

interface HistorySectionProps {
  readonly history: readonly Revision[];
  readonly dataItems: readonly CurrentDataItem[];
}

/** Every value that the data items have had: when, by whom, why, and what it did to the total. */
export const HistorySection = ({ history, dataItems }: HistorySectionProps) => {
  const { component: words } = useMessages(indexMessages);
  const format = useFormat();
  const pick = usePickText();
  const { locale } = useLocale();
  const items = new Map(dataItems.map(({ item }) => [item.code, item]));
  const valueOf = (itemCode: string, value: Revision['newValue']) => {
    const item = items.get(itemCode);
    return item ? describeValue(item, value, locale) : null;
  };
  return (
    <Section title={words.historyTitle}>
      {history.length === 0 ? (
        <p>{words.historyNone}</p>
      ) : (
        <FigureTable
          caption={words.historyTitle}
          rows={history}
          rowKey={({ id }) => id}
          columns={[
            { key: 'when', title: words.when, cell: ({ changedAt }) => format.instant(changedAt) },
            { key: 'item', title: words.item, cell: ({ itemName }) => pick(itemName) },
            {
              key: 'before',
              title: words.before,
              cell: ({ itemCode, oldValue }) => valueOf(itemCode, oldValue),
            },
            {
              key: 'after',
              title: words.after,
              cell: ({ itemCode, newValue }) => valueOf(itemCode, newValue),
            },
            { key: 'who', title: words.who, cell: ({ changedBy }) => changedBy ?? words.byLoading },
            { key: 'reason', title: words.reason, cell: ({ reason }) => reason },
            {
              key: 'total',
              title: words.effectOnTotal,
              kind: 'figure',
              cell: ({ total }) =>
                total && format.signedPointsRange(total.difference.low, total.difference.high),
            },
          ]}
        />
      )}
    </Section>
  );
};
