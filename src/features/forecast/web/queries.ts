import { queryOptions } from '@tanstack/react-query';
import { getForecast, listPeriodFigures, listPeriodValueHistory } from '#features/forecast/contract.ts';
import { call } from '#web/api/call.ts';
import type { PlainSearch } from '#web/search-params.ts';
import { INDEX_KEY } from '#web/widgets/index-score/index-queries.ts';

const GOAL = /^\d{1,9}(\.\d{1,4})?$/;
const PERCENT = /^(100|\d{1,2})$/;

/** What an address asks of the forecast. What is no goal and no percentage is left out. */
const forecastOrder = (search: PlainSearch) => {
  const { nam, bo: framework, 'don-vi': subject, 'muc-tieu': goal, 'suy-ra': holds } = search;
  return {
    ...(nam !== undefined && { year: Number(nam) }),
    ...(framework !== undefined && { framework }),
    ...(subject !== undefined && { subject }),
    ...(goal !== undefined && GOAL.test(goal) && { goal }),
    ...(holds !== undefined && PERCENT.test(holds) && { inferredHolds: Number(holds) }),
  };
};

/** The forecast; the same order gives the same answer until a figure changes. */
export const forecastQuery = (search: PlainSearch) => {
  const query = forecastOrder(search);
  return queryOptions({
    queryKey: [...INDEX_KEY, 'forecast', query],
    queryFn: ({ signal }) => call(getForecast, { query, signal }),
  });
};

/** Which subject an address asks about. */
const seriesOf = ({ nam, bo: framework, 'don-vi': subject }: PlainSearch) => ({
  ...(nam !== undefined && { year: Number(nam) }),
  ...(framework !== undefined && { framework }),
  ...(subject !== undefined && { subject }),
});

/** The figures by quarter, and the quarters that can be entered. */
export const figuresQuery = (search: PlainSearch) => {
  const query = seriesOf(search);
  return queryOptions({
    queryKey: [...INDEX_KEY, 'period-figures', query],
    queryFn: ({ signal }) => call(listPeriodFigures, { query, signal }),
  });
};

/** What people entered for an item. */
export const figureHistoryQuery = (item: string, search: PlainSearch) => {
  const query = seriesOf(search);
  return queryOptions({
    queryKey: [...INDEX_KEY, 'period-history', item, query],
    queryFn: ({ signal }) => call(listPeriodValueHistory, { params: { item }, query, signal }),
  });
};
