import { Button, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ComponentList } from '#features/index-score/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import type { ComponentFilter } from '#web/widgets/index-score/index-queries.ts';
import styles from './IndexPage.module.css';
import { indexMessages } from './messages.ts';

const LOSSES = ['5', '10', '20', '30'] as const;

interface IndexFiltersProps {
  readonly agencies: ComponentList['leadAgencies'];
  readonly filter: ComponentFilter;
}

/** Filters by lead agency, by points lost and by corrected figures. Each choice is written to the address at once. */
export const IndexFilters = ({ agencies, filter }: IndexFiltersProps) => {
  const words = useMessages(indexMessages);
  const format = useFormat();
  const navigate = useNavigate({ from: '/bo-chi-so' });
  const { leadAgency, lostMoreThan, corrected = false } = filter;
  const choose = (key: 'co-quan' | 'mat-hon' | 'so-lieu', value: string) => {
    void navigate({
      search: (search) => ({ ...search, [key]: value === '' ? undefined : value }),
      replace: true,
      resetScroll: false,
    });
  };
  const losses = new Set<string>(LOSSES);
  if (lostMoreThan !== undefined && lostMoreThan !== '0') losses.add(lostMoreThan);
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
        label={words.filterAgency}
        value={leadAgency ?? ''}
        data={[
          { value: '', label: words.all },
          ...agencies.map(({ organizationCode, name }) => ({ value: organizationCode, label: name })),
        ]}
        onChange={(event) => {
          choose('co-quan', event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={words.filterLost}
        value={lostMoreThan ?? ''}
        data={[
          { value: '', label: words.all },
          { value: '0', label: words.anyLoss },
          ...[...losses].map((points) => ({
            value: points,
            label: words.lostMoreThan(format.number(points)),
          })),
        ]}
        onChange={(event) => {
          choose('mat-hon', event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={words.filterData}
        value={corrected ? 'da-sua' : ''}
        data={[
          { value: '', label: words.all },
          { value: 'da-sua', label: words.correctedData },
        ]}
        onChange={(event) => {
          choose('so-lieu', event.currentTarget.value);
        }}
      />
      {(corrected || leadAgency !== undefined || lostMoreThan !== undefined) && (
        <Button
          variant="default"
          onClick={() => {
            void navigate({ search: {}, replace: true, resetScroll: false });
          }}
        >
          {words.clearFilters}
        </Button>
      )}
    </form>
  );
};
