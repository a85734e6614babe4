import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { League, LeagueSummary } from '#features/ranking/contract.ts';
import { useMessages, usePickText } from '#web/i18n/locale.tsx';
import styles from './map.module.css';
import { mapMessages } from './messages.ts';

interface MapFiltersProps {
  readonly leagues: readonly LeagueSummary[];
  readonly league: League;
}

/** What the map shows: the year, the indicator, points or ranks. Each choice is written to the address at once. */
export const MapFilters = ({ leagues, league }: MapFiltersProps) => {
  const words = useMessages(mapMessages);
  const pick = usePickText();
  const search = useSearch({ from: '/shell/ban-do' });
  const navigate = useNavigate({ from: '/ban-do' });
  const choose = (key: 'bang' | 'chi-so' | 'xem', value: string) => {
    void navigate({
      search: { ...search, [key]: value === '' ? undefined : value },
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <form
      role="search"
      aria-label={words.filters}
      className={styles.filters}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <NativeSelect
        label={words.filterLeague}
        value={league.framework.code}
        data={leagues.map(({ framework }) => ({ value: framework.code, label: String(framework.year) }))}
        onChange={(event) => {
          choose('bang', event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={words.filterComponent}
        value={search['chi-so'] ?? ''}
        data={[
          { value: '', label: words.wholeIndex },
          ...league.components.map(({ code, name, depth }) => ({
            value: code,
            label: `${'\u2003'.repeat(depth)}${code} ${pick(name)}`,
          })),
        ]}
        onChange={(event) => {
          choose('chi-so', event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={words.show}
        value={search.xem ?? ''}
        data={[
          { value: '', label: words.shows.points },
          { value: 'hang', label: words.shows.rank },
        ]}
        onChange={(event) => {
          choose('xem', event.currentTarget.value);
        }}
      />
    </form>
  );
};
