import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { memo } from 'react';
import { type Framework, listIndicators } from '#core/scoring/framework.ts';
import { useMessages, usePickText } from '#web/i18n/locale.tsx';
import styles from './InputGrid.module.css';
import type { InputFilter } from './list-input-groups.ts';
import { scenarioMessages } from './messages.ts';

interface GridFiltersProps {
  readonly framework: Framework;
  readonly filter: InputFilter;
  readonly onFilter: (filter: InputFilter) => void;
}

const listLeads = (framework: Framework) => {
  const agencies = new Map(
    listIndicators(framework)
      .flatMap(({ leadAgencies }) => leadAgencies)
      .flatMap(({ organizationCode, name }) =>
        organizationCode === null ? [] : [[organizationCode, name] as const],
      ),
  );
  return [...agencies]
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'vi'));
};

/** Which inputs are shown: by main indicator, lead agency, text, and whether they are changed. */
export const GridFilters = memo(({ framework, filter, onFilter }: GridFiltersProps) => {
  const { grid } = useMessages(scenarioMessages);
  const pick = usePickText();
  const isFiltered = Object.values(filter).some((value) => value !== undefined && value !== false);
  const chosen = (value: string): string | undefined => (value === '' ? undefined : value);
  return (
    <form
      role="search"
      aria-label={grid.filters}
      className={styles.filters}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <NativeSelect
        size="xs"
        label={grid.group}
        value={filter.group ?? ''}
        data={[
          { value: '', label: grid.all },
          ...framework.components.map(({ code, name }) => ({ value: code, label: `${code} ${pick(name)}` })),
        ]}
        onChange={({ currentTarget }) => {
          onFilter({ ...filter, group: chosen(currentTarget.value) });
        }}
      />
      <NativeSelect
        size="xs"
        label={grid.agency}
        value={filter.leadAgency ?? ''}
        data={[{ value: '', label: grid.all }, ...listLeads(framework)]}
        onChange={({ currentTarget }) => {
          onFilter({ ...filter, leadAgency: chosen(currentTarget.value) });
        }}
      />
      <TextInput
        size="xs"
        type="search"
        label={grid.search}
        value={filter.text ?? ''}
        onChange={({ currentTarget }) => {
          onFilter({ ...filter, text: chosen(currentTarget.value) });
        }}
      />
      <Checkbox
        size="sm"
        label={grid.onlyChanged}
        checked={filter.onlyChanged === true}
        onChange={({ currentTarget }) => {
          onFilter({ ...filter, onlyChanged: currentTarget.checked ? true : undefined });
        }}
      />
      {isFiltered && (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            onFilter({});
          }}
        >
          {grid.clear}
        </Button>
      )}
    </form>
  );
});
GridFilters.displayName = 'GridFilters';
