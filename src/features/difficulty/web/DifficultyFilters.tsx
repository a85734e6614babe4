import { NativeSelect } from '@mantine/core';
import { DIFFICULTY_KINDS, DIFFICULTY_STATES } from '#core/difficulty/difficulty.ts';
import type { DifficultyStatistics } from '#features/difficulty/contract.ts';
import { FilterFold, FilterWords } from '#web/ui/FilterFold.tsx';
import {
  type DifficultySearch,
  FILTER_KEYS,
  KIND_SEGMENTS,
  STATE_SEGMENTS,
  WAIT_SEGMENTS,
  WAITS,
} from './difficulty-address.ts';
import { useWording } from './use-wording.ts';

interface DifficultyFiltersProps {
  readonly search: DifficultySearch;
  /** The agencies that have raised one. */
  readonly agencies: DifficultyStatistics['agencies'];
  /** Changes what the address carries; undefined takes a choice back. */
  readonly onChange: (change: DifficultySearch) => void;
}

/** What the list of difficulties is narrowed down by. Each choice is written to the address at once. */
export const DifficultyFilters = ({ search, agencies, onChange }: DifficultyFiltersProps) => {
  const { words, shared } = useWording();
  const isFiltered = FILTER_KEYS.some((key) => search[key] !== undefined);
  const select = (
    key: string,
    label: string,
    choices: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <NativeSelect
      label={label}
      value={search[key] ?? ''}
      data={choices}
      onChange={({ currentTarget: { value } }) => {
        onChange({ [key]: value === '' ? undefined : value });
      }}
    />
  );
  return (
    <FilterFold
      title={words.filters}
      clearLabel={words.clear}
      isFiltered={isFiltered}
      onClear={() => {
        onChange(Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined])));
      }}
    >
      {select('cho', words.waits, [
        { value: '', label: words.allWaits },
        ...WAITS.map((wait) => ({ value: WAIT_SEGMENTS[wait], label: words.waitKinds[wait] })),
      ])}
      {select('trang-thai', words.state, [
        { value: '', label: words.allStates },
        ...DIFFICULTY_STATES.map((state) => ({
          value: STATE_SEGMENTS[state],
          label: shared.states[state],
        })),
      ])}
      {select('loai', words.kind, [
        { value: '', label: words.allKinds },
        ...DIFFICULTY_KINDS.map((kind) => ({ value: KIND_SEGMENTS[kind], label: shared.kinds[kind] })),
      ])}
      {(agencies.length > 1 || search['co-quan'] !== undefined) &&
        select('co-quan', words.agency, [
          { value: '', label: words.allAgencies },
          ...agencies.map(({ organization: { code, name } }) => ({ value: code, label: name })),
        ])}
      <FilterWords
        key={search.tim ?? ''}
        label={words.text}
        words={search.tim}
        onChange={(tim) => {
          onChange({ tim });
        }}
      />
    </FilterFold>
  );
};
