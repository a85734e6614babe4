import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { searchKey } from '#core/kernel/text.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { countValues, selectRows, type SearchableRow } from './arrange-rows.ts';
import { registerMessages } from './messages.ts';
import type { RegisterFacet, RegisterState } from './register.ts';

const FEWEST_TO_SEARCH = 8;

interface FacetSelectProps<Row> {
  readonly facet: RegisterFacet<Row>;
  readonly facets: readonly RegisterFacet<Row>[];
  readonly searchable: readonly SearchableRow<Row>[];
  readonly state: RegisterState;
  readonly onStateChange: (state: RegisterState) => void;
}

/** The values of one facet, each with the number of rows that the other filters leave for it. */
export const FacetSelect = <Row,>({
  facet,
  facets,
  searchable,
  state,
  onStateChange,
}: FacetSelectProps<Row>) => {
  const messages = useMessages(registerMessages);
  const format = useFormat();
  const chosen = state.filters[facet.id] ?? null;
  const { text, filters } = state;
  const every = useMemo(
    () =>
      countValues(
        searchable.map(({ row }) => row),
        facet,
      ),
    [searchable, facet],
  );
  const options = useMemo(() => {
    const among = selectRows(searchable, facets, { text, filters }, facet.id);
    const counted = countValues(among, facet);
    const emptied = every
      .filter(({ key }) => key === chosen && !counted.some((value) => value.key === key))
      .map((value) => ({ ...value, count: 0 }));
    return [...counted, ...emptied].map(({ key, label, count }) => ({
      value: key,
      label: `${label === '' ? messages.noAnswer : label} (${format.number(count)})`,
    }));
  }, [searchable, facets, facet, every, text, filters, chosen, messages, format]);

  // A question to which every row gives the same answer leaves nothing to choose.
  if (every.length < 2 && chosen === null) return null;
  return (
    <Select
      size="xs"
      label={facet.label}
      placeholder={messages.anyValue}
      data={options}
      value={chosen}
      clearable
      clearButtonProps={{ 'aria-label': messages.clearValue(facet.label) }}
      searchable={options.length > FEWEST_TO_SEARCH}
      filter={({ options: all, search }) =>
        all.filter((option) => 'label' in option && searchKey(option.label).includes(searchKey(search)))
      }
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      onChange={(key) => {
        onStateChange({ ...state, filters: withFilter(state.filters, facet.id, key) });
      }}
    />
  );
};

const withFilter = (
  filters: RegisterState['filters'],
  facetId: string,
  key: string | null,
): RegisterState['filters'] => {
  const others = Object.entries(filters).filter(([id]) => id !== facetId);
  return Object.fromEntries(key === null ? others : [...others, [facetId, key]]);
};
