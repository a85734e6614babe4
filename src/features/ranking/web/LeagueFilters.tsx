import { NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { League, LeagueSummary } from '#features/ranking/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { rankingMessages } from './messages.ts';
import styles from './ranking.module.css';

interface LeagueFiltersProps {
  readonly leagues: readonly LeagueSummary[];
  readonly league: League;
}

type Choice = 'bang' | 'chi-so' | 'loai' | 'tim';

/** Which league, ranked by what, and which of its subjects. Each choice is written to the address at once. */
export const LeagueFilters = ({ leagues, league }: LeagueFiltersProps) => {
  const words = useMessages(rankingMessages);
  const format = useFormat();
  const pick = usePickText();
  const search = useSearch({ from: '/shell/xep-hang' });
  const navigate = useNavigate({ from: '/xep-hang' });
  const choose = (key: Choice, value: string) => {
    // Another framework has other components and other kinds of subjects.
    const kept = key === 'bang' ? {} : search;
    void navigate({
      search: { ...kept, [key]: value === '' ? undefined : value },
      replace: true,
      resetScroll: false,
    });
  };
  const kinds = (['ward', 'commune', 'special-zone'] as const).filter((kind) =>
    league.rows.some(({ subject }) => subject.kind === kind),
  );
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
        data={leagues.map(({ framework, subjectCount }) => ({
          value: framework.code,
          label: words.league(
            words.subjects[framework.subjectKind](format.number(subjectCount)),
            String(framework.year),
          ),
        }))}
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
      {kinds.length > 1 && (
        <NativeSelect
          label={words.filterKind}
          value={search.loai ?? ''}
          data={[
            { value: '', label: words.allKinds },
            ...kinds.map((kind) => ({ value: kind, label: words.kinds[kind] })),
          ]}
          onChange={(event) => {
            choose('loai', event.currentTarget.value);
          }}
        />
      )}
      <TextInput
        label={words.filterName}
        value={search.tim ?? ''}
        onChange={(event) => {
          choose('tim', event.currentTarget.value);
        }}
      />
    </form>
  );
};
