import { Button, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SnapshotSummary } from '#features/score-snapshot/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { snapshotMessages } from './messages.ts';
import styles from './Snapshot.module.css';

/** Chooses what is compared with what; the choice becomes an address. */
export const CompareChooser = ({ snapshots }: { readonly snapshots: readonly SnapshotSummary[] }) => {
  const words = useMessages(snapshotMessages);
  const navigate = useNavigate();
  // Until the person chooses, the two newest: also when one has just been taken on this page.
  const [chosen, setChosen] = useState<{ readonly before?: string; readonly after?: string }>({});
  const [newest, second] = snapshots;
  const { before = (second ?? newest)?.id ?? '', after = second ? (newest?.id ?? '') : '' } = chosen;
  const named = snapshots.map(({ id, name, kind }) => ({
    value: id,
    label: `${name} (${words.kinds[kind]})`,
  }));
  return (
    <form
      className={styles.chooser}
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({
          to: '/bo-chi-so/ban-chot/so-sanh',
          search: { truoc: before, sau: after === '' ? undefined : after },
        });
      }}
    >
      <NativeSelect
        label={words.list.from}
        value={before}
        data={named}
        onChange={(event) => {
          setChosen({ ...chosen, before: event.currentTarget.value });
        }}
      />
      <NativeSelect
        label={words.list.to}
        value={after}
        data={[{ value: '', label: words.present }, ...named]}
        onChange={(event) => {
          setChosen({ ...chosen, after: event.currentTarget.value });
        }}
      />
      <Button type="submit" variant="default">
        {words.list.compare}
      </Button>
    </form>
  );
};
