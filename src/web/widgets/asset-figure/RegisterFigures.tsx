import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listIndicatorFigures, type AssetFigureView } from '#features/asset-register/contract.ts';
import type { ComponentExplanation } from '#features/index-score/contract.ts';
import { call } from '#web/api/call.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import { compareFigure, describeFigure, type FigureComparison } from './figure-words.ts';
import { assetFigureMessages, type AssetFigureWords } from './messages.ts';

type Component = Pick<ComponentExplanation, 'framework' | 'subject' | 'year' | 'dataItems'>;

/** The figures of a component that registers count, beside those that the index holds. Nothing where there are none. */
export const RegisterFigures = ({ component }: { readonly component: Component }) => {
  const mayRead = usePermission('register.read');
  const { framework, subject, year } = component;
  const organization = framework.subjectKind === 'province' ? undefined : subject.code;
  const asked = { framework: framework.code, organization, year };
  const figures = useQuery({
    queryKey: ['asset-figures', asked],
    queryFn: ({ signal }) => call(listIndicatorFigures, { query: asked, signal }),
    enabled: mayRead,
  });
  const codes = new Set(component.dataItems.map(({ item }) => item.code));
  const own = (figures.data?.items ?? []).filter(({ item }) => codes.has(item));
  return own.length === 0 ? null : <FiguresBeside component={component} figures={own} />;
};

interface FiguresBesideProps {
  readonly component: Component;
  readonly figures: readonly AssetFigureView[];
}

const FiguresBeside = ({ component, figures }: FiguresBesideProps) => {
  const words = useMessages(assetFigureMessages);
  const format = useFormat();
  const pick = usePickText();
  const { locale } = useLocale();
  const currentOf = ({ item }: AssetFigureView) => component.dataItems.find((one) => one.item.code === item);
  const [first] = figures;
  return (
    <Section
      title={words.title}
      lead={
        <>
          {words.lead(format.day(first?.day ?? ''))}{' '}
          {figures.some(({ isSimulated }) => isSimulated) && words.simulated}
        </>
      }
    >
      <FigureTable
        caption={words.caption}
        rows={figures}
        rowKey={({ item }) => item}
        columns={[
          { key: 'item', title: words.item, width: '5rem', cell: ({ item }) => item },
          { key: 'figure', title: words.figure, cell: ({ name }) => pick(name) },
          {
            ...{ key: 'register', title: words.register, kind: 'figure' },
            cell: (figure) => describeFigure(figure, { words, format }),
          },
          {
            ...{ key: 'stated', title: words.stated, kind: 'figure' },
            cell: (figure) => {
              const current = currentOf(figure);
              return current ? describeValue(current.item, current.value, locale) : '';
            },
          },
          {
            ...{ key: 'difference', title: words.difference },
            cell: (figure) => (
              <Comparison
                comparison={compareFigure(figure, currentOf(figure)?.value ?? { state: 'blank' })}
              />
            ),
          },
          {
            ...{ key: 'unknown', title: words.unknown, kind: 'figure' },
            cell: ({ unknown }) => (unknown === 0 ? '' : format.number(unknown)),
          },
          {
            ...{ key: 'behind', title: words.behind },
            cell: ({ register, framework, item, day }) => (
              <Link
                to="/so-dang-ky/$kind"
                params={{ kind: register.path }}
                search={{ tinh: `${framework}/${item}`, 'so-lieu': 'yes', ngay: day }}
                hash="danh-sach"
                aria-label={words.openListOf(item)}
              >
                {words.openList}
              </Link>
            ),
          },
        ]}
      />
    </Section>
  );
};

const TONES = { same: 'good', differs: 'warning', more: 'warning', less: 'warning', open: 'open' } as const;

const sayComparison = (
  comparison: FigureComparison,
  words: AssetFigureWords,
  number: (text: string) => string,
): string => ('by' in comparison ? words[comparison.kind](number(comparison.by)) : words[comparison.kind]);

const Comparison = ({ comparison }: { readonly comparison: FigureComparison }) => {
  const words = useMessages(assetFigureMessages);
  const format = useFormat();
  return (
    <StateBadge tone={TONES[comparison.kind]}>
      {sayComparison(comparison, words, (text) => format.number(text))}
    </StateBadge>
  );
};
