import { Link } from '@tanstack/react-router';
import type { AssetFigureView } from '#features/asset-register/contract.ts';
import { FigureTable, type FigureColumn } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { describeFigure, rateOf } from '#web/widgets/asset-figure/figure-words.ts';
import styles from './asset-register.module.css';
import type { AssetWords } from './messages.ts';
import { useWording } from './use-wording.ts';
import type { ValueWording } from './value-words.ts';

const familyName = (framework: string, { frameworks }: AssetWords): string =>
  Object.entries(frameworks).find(([family]) => family === framework)?.[1] ?? framework;

const buildColumns = (
  figures: readonly AssetFigureView[],
  wording: ValueWording,
): readonly FigureColumn<AssetFigureView>[] => {
  const { words, format, pick } = wording;
  const families = new Set(figures.map(({ framework }) => framework));
  return [
    {
      ...{ key: 'item', title: words.item, width: '7rem' },
      cell: ({ item, framework }) => (
        <>
          {item}
          {families.size > 1 && <span className={styles.family}>{familyName(framework, words)}</span>}
        </>
      ),
    },
    { key: 'figure', title: words.figure, cell: ({ name }) => pick(name) },
    { key: 'value', title: words.value, kind: 'figure', cell: (figure) => describeFigure(figure, wording) },
    { key: 'outOf', title: words.outOf, cell: ({ outOf }) => outOf ?? '' },
    {
      ...{ key: 'rate', title: words.rate, kind: 'figure' },
      cell: (figure) => {
        const rate = rateOf(figure, figures);
        return rate === undefined ? '' : format.percent(rate);
      },
    },
    {
      ...{ key: 'unknown', title: words.unknown, kind: 'figure' },
      cell: ({ unknown }) => (unknown === 0 ? '' : format.number(unknown)),
    },
    {
      ...{ key: 'behind', title: words.behind },
      cell: ({ register, framework, item }) => (
        <Link
          to="/so-dang-ky/$kind"
          params={{ kind: register.path }}
          search={{ tinh: `${framework}/${item}`, 'so-lieu': 'yes' }}
          hash="danh-sach"
          aria-label={words.openListOf(item)}
        >
          {words.openList}
        </Link>
      ),
    },
  ];
};

/** The figures of the index that follow from entries, each with the way to the list behind it. */
export const FigureSection = ({ figures }: { readonly figures: readonly AssetFigureView[] }) => {
  const wording = useWording();
  const { words, format } = wording;
  const [first] = figures;
  if (!first) return null;
  return (
    <Section
      title={words.figuresTitle}
      lead={
        <>
          <p>{words.figuresLead(format.day(first.day))}</p>
          {figures.some(({ isSimulated }) => isSimulated) && <p>{words.simulatedLead}</p>}
        </>
      }
    >
      <FigureTable
        caption={words.figuresCaption}
        columns={buildColumns(figures, wording)}
        rows={figures}
        rowKey={({ framework, item }) => `${framework}/${item}`}
      />
    </Section>
  );
};
