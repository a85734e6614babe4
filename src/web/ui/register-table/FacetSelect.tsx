import { useMemo, useState } from 'react';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { countValues, selectRows, type CountedValue, type SearchableRow } from './arrange-rows.ts';
import { ChoiceSelect } from './ChoiceSelect.tsx';
import { registerMessages } from './messages.ts';
import type { RegisterFacet, RegisterState } from './register.ts';

interface FacetSelectProps<Row> {
  readonly facet: RegisterFacet<Row>;
  readonly facets: readonly RegisterFacet<Row>[];
  readonly searchable: readonly SearchableRow<Row>[];
  readonly state: RegisterState;
  readonly onStateChange: (state: RegisterState) => void;
}

/** The values of one facet; opened, each with the number of rows that the other filters leave for it. */
export const FacetSelect = <Row,>({
  facet,
  facets,
  searchable,
  state,
  onStateChange,
}: FacetSelectProps<Row>) => {
  const messages = useMessages(registerMessages);
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const chosen = state.filters[facet.id] ?? null;
  const every = useMemo(
    () =>
      countValues(
        searchable.map(({ row }) => row),
        facet,
      ),
    [searchable, facet],
  );
  const { text, filters } = state;
  const counted = useMemo(
    () =>
      opened ? countValues(selectRows(searchable, facets, { text, filters }, facet.id), facet) : undefined,
    [opened, searchable, facets, facet, text, filters],
  );

  // A question to which every row gives the same answer leaves nothing to choose.
  if (every.length < 2 && chosen === null) return null;
  const counts = new Map(counted?.map(({ key, count }) => [key, count]));
  const isOffered = ({ key }: CountedValue): boolean => !counted || key === chosen || counts.has(key);
  return (
    <ChoiceSelect
      label={facet.label}
      placeholder={messages.anyValue}
      choices={every.filter(isOffered).map(({ key, label }) => ({
        value: key,
        label: label === '' ? messages.noAnswer : label,
      }))}
      renderOption={({ option }) => `${option.label} (${format.number(counts.get(option.value) ?? 0)})`}
      value={chosen}
      clearLabel={messages.clearValue(facet.label)}
      onDropdownOpen={() => {
        setOpened(true);
      }}
      onDropdownClose={() => {
        setOpened(false);
      }}
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
