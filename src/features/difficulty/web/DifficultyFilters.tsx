import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DIFFICULTY_KINDS, DIFFICULTY_STATES } from '#core/difficulty/difficulty.ts';
import type { DifficultyStatistics } from '#features/difficulty/contract.ts';
import styles from './difficulty.module.css';
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

const TextFilter = ({ search, onChange }: Omit<DifficultyFiltersProps, 'agencies'>) => {
  const { words } = useWording();
  const [text, setText] = useState(search.tim ?? '');
  return (
    <TextInput
      label={words.text}
      value={text}
      maxLength={200}
      onChange={(event) => {
        setText(event.currentTarget.value);
      }}
      onBlur={() => {
        onChange({ tim: text.trim() === '' ? undefined : text.trim() });
      }}
    />
  );
};

// On a phone the choices would fill the screen before the first difficulty.
const WIDE = '(min-width: 48em)';

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
    <details className={styles.fold} open={isFiltered || window.matchMedia(WIDE).matches}>
      <summary>{words.filters}</summary>
      <form
        role="search"
        aria-label={words.filters}
        className={styles.filters}
        onSubmit={(event) => {
          event.preventDefault();
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
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
        <TextFilter key={search.tim ?? ''} search={search} onChange={onChange} />
        {isFiltered && (
          <Button
            variant="default"
            onClick={() => {
              onChange(Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined])));
            }}
          >
            {words.clear}
          </Button>
        )}
      </form>
    </details>
  );
};
