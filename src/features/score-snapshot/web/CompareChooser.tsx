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
  const [before, setBefore] = useState(snapshots[1]?.id ?? snapshots[0]?.id ?? '');
  const [after, setAfter] = useState(snapshots.length > 1 ? (snapshots[0]?.id ?? '') : '');
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
          setBefore(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={words.list.to}
        value={after}
        data={[{ value: '', label: words.present }, ...named]}
        onChange={(event) => {
          setAfter(event.currentTarget.value);
        }}
      />
      <Button type="submit" variant="default">
        {words.list.compare}
      </Button>
    </form>
  );
};
