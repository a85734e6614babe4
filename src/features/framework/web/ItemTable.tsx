import type { DataItem } from '#core/scoring/data-value.ts';
import { type Framework, listIndicators } from '#core/scoring/framework.ts';
import { choiceOf } from '#core/scoring/definition/wording/field-wording.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { frameworkMessages, type FrameworkWords } from './messages.ts';
import { useFieldWording } from './wordings.ts';

const boundsOf = (
  item: DataItem,
  pick: (text: { readonly vi: string; readonly en: string }) => string,
  format: Format,
  words: FrameworkWords['view'],
): string => {
  if (item.kind === 'level') return words.levels(item.levels.map(({ name }) => pick(name)).join('; '));
  if (item.kind === 'yes-no') return '';
  const bounds = [
    ...(item.minimum === null ? [] : [`≥ ${format.number(item.minimum)}`]),
    ...(item.maximum === null ? [] : [`≤ ${format.number(item.maximum)}`]),
  ];
  return [pick(item.unit), ...bounds].join(' ');
};

/** What subjects report, and which components it feeds. */
export const ItemTable = ({ framework }: { readonly framework: Framework }) => {
  const { view: words } = useMessages(frameworkMessages);
  const fields = useFieldWording();
  const format = useFormat();
  const pick = usePickText();
  const indicators = listIndicators(framework);
  const { itemColumns: columns } = words;
  return (
    <FigureTable
      caption={words.items}
      rows={framework.dataItems}
      rowKey={({ code }) => code}
      columns={[
        { key: 'code', title: columns.code, width: '8rem', cell: ({ code }) => code },
        { key: 'name', title: columns.name, cell: ({ name }) => pick(name) },
        {
          key: 'kind',
          title: columns.kind,
          width: '8rem',
          cell: ({ kind }) => choiceOf('kind', kind, fields),
        },
        {
          key: 'bounds',
          title: columns.bounds,
          width: '26%',
          cell: (item) => boundsOf(item, pick, format, words),
        },
        {
          key: 'usedBy',
          title: columns.usedBy,
          width: '10rem',
          cell: ({ code }) =>
            format.list(
              indicators.filter(({ dataItems }) => dataItems.includes(code)).map((one) => one.code),
            ),
        },
      ]}
    />
  );
};
