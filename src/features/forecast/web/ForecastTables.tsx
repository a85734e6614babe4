import { Link } from '@tanstack/react-router';
import type { IndexForecastView } from '#features/forecast/contract.ts';
import { englishForecasts } from '#core/forecast/wording/en.ts';
import { vietnameseForecasts } from '#core/forecast/wording/vi.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './forecast.module.css';
import { withUnit } from './forecast-words.ts';
import { forecastMessages } from './messages.ts';

interface ForecastPartProps {
  readonly view: IndexForecastView;
}

type Item = IndexForecastView['items'][number];

const isSimulated = ({ observations }: Item): boolean =>
  observations.some(({ origin }) => origin === 'simulated');

/** Each data item from period to period, and where it goes. */
export const ItemTable = ({ view }: ForecastPartProps) => {
  const words = useMessages(forecastMessages);
  const format = useFormat();
  const pick = usePickText();
  const { columns } = words;
  const periods = [
    ...new Set(view.items.flatMap(({ observations }) => observations.map(({ period }) => period))),
  ].sort();
  const figure = (value: number, { unit }: Item): string =>
    withUnit(format.number(value.toFixed(4), { places: 1 }), unit, pick);
  return (
    <Section title={words.items} lead={words.itemsLead}>
      <FigureTable
        caption={words.items}
        rows={view.items}
        rowKey={({ item }) => item}
        columns={[
          {
            key: 'item',
            title: columns.item,
            cell: (one) => (
              <>
                {one.componentCodes.map((code) => (
                  <Link key={code} to="/bo-chi-so/$code" params={{ code }}>
                    {code}{' '}
                  </Link>
                ))}
                {pick(one.itemName)} {isSimulated(one) && <CertaintyMark certainty="simulated" />}
              </>
            ),
          },
          ...periods.map((period) => ({
            key: period,
            title: format.period(period),
            kind: 'figure' as const,
            cell: (one: Item) => {
              const found = one.observations.find((known) => known.period === period);
              if (!found) return '';
              const figure = withUnit(format.number(found.value), one.unit, pick);
              return found.kind === 'estimate' ? words.estimate(figure) : figure;
            },
          })),
          {
            key: 'next',
            title: columns.next,
            kind: 'figure',
            cell: (one) => words.aboutPoints(figure(one.expected, one)),
          },
          {
            key: 'interval',
            title: columns.interval,
            kind: 'figure',
            cell: (one) =>
              one.interval
                ? `${format.number(one.interval.low.toFixed(4), { places: 1 })}–${figure(one.interval.high, one)}`
                : '',
          },
          { key: 'method', title: columns.method, cell: ({ method }) => words.methods[method] },
        ]}
      />
    </Section>
  );
};

/** The indicators that make the total uncertain. */
export const DriverTable = ({ view }: ForecastPartProps) => {
  const words = useMessages(forecastMessages);
  const format = useFormat();
  const pick = usePickText();
  const { columns } = words;
  return (
    <Section title={words.drivers} lead={words.driversLead}>
      <FigureTable
        caption={words.drivers}
        rows={view.drivers}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'indicator',
            title: columns.indicator,
            cell: ({ code, name }) => (
              <Link to="/bo-chi-so/$code" params={{ code }}>
                {code} {pick(name)}
              </Link>
            ),
          },
          {
            key: 'part',
            title: columns.part,
            kind: 'figure',
            cell: ({ part }) => format.percent((part * 100).toFixed(0)),
          },
        ]}
      />
    </Section>
  );
};

const WORDINGS = { vi: vietnameseForecasts, en: englishForecasts } as const;

/** What was assumed, and what was not varied. */
export const Assumptions = ({ view }: ForecastPartProps) => {
  const words = useMessages(forecastMessages);
  const { locale } = useLocale();
  const list = (isVaried: boolean) => (
    <ul className={styles.assumptions}>
      {view.assumptions
        .filter((assumption) => assumption.isVaried === isVaried)
        .map((assumption) => (
          <li key={assumption.kind}>{WORDINGS[locale].assumption(assumption)}</li>
        ))}
    </ul>
  );
  return (
    <Section title={words.assumed}>
      <h3 className={styles.part}>{words.varied}</h3>
      {list(true)}
      <h3 className={styles.part}>{words.notVaried}</h3>
      {list(false)}
    </Section>
  );
};
