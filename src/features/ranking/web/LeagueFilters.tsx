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

type Choice = 'bang' | 'chi-so' | 'chot' | 'so-voi' | 'loai' | 'tim';

interface DayFiltersProps {
  readonly league: League;
  readonly choose: (key: Choice, value: string) => void;
}

/** The day whose figures are ranked, and the day that they are compared with. */
const DayFilters = ({ league, choose }: DayFiltersProps) => {
  const words = useMessages(rankingMessages);
  const search = useSearch({ from: '/shell/xep-hang' });
  const { snapshots, framework, earlierYear } = league;
  const optionOf = ({ id, name, kind, year }: League['snapshots'][number]) => ({
    value: id,
    label: words.snapshotOption(name, words.kindsOfSnapshot[kind], String(year)),
  });
  return (
    <>
      <NativeSelect
        label={words.filterSnapshot}
        value={search.chot ?? ''}
        data={[
          { value: '', label: words.present },
          ...snapshots.filter((snapshot) => snapshot.framework.code === framework.code).map(optionOf),
        ]}
        onChange={(event) => {
          choose('chot', event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={words.filterSince}
        value={search['so-voi'] ?? ''}
        data={[
          {
            value: '',
            label: earlierYear === null ? words.noComparison : words.yearBefore(String(earlierYear)),
          },
          ...snapshots.filter(({ id }) => id !== search.chot).map(optionOf),
        ]}
        onChange={(event) => {
          choose('so-voi', event.currentTarget.value);
        }}
      />
    </>
  );
};

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
    const chosen = { ...kept, [key]: value === '' ? undefined : value };
    // Nothing moves between a day and itself.
    const isSameDay = chosen.chot !== undefined && chosen.chot === chosen['so-voi'];
    void navigate({
      search: isSameDay ? { ...chosen, 'so-voi': undefined } : chosen,
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
      {league.snapshots.length > 0 && <DayFilters league={league} choose={choose} />}
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
