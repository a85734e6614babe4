import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Purpose } from '#features/execution/purpose-contract.ts';
import { useFormat } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './execution.module.css';
import { PurposeList } from './PurposeList.tsx';
import { purposeChoicesQuery } from './purpose-queries.ts';
import { useTaskWording } from './use-task-wording.ts';

// So long must nobody type that the server is asked.
const REST_MILLISECONDS = 250;
const AT_ONCE = 10;

interface AddPurposeProps {
  readonly isBusy: boolean;
  readonly onAdd: (purpose: Purpose) => void;
}

/** Finds a target, a gap or a component by its words, and sets that the task serves it. */
export const AddPurpose = ({ isBusy, onAdd }: AddPurposeProps) => {
  const { words } = useTaskWording();
  const format = useFormat();
  const { purpose } = words;
  const [text, setText] = useState('');
  const [shown, setShown] = useState(AT_ONCE);
  const [asked] = useDebouncedValue(text.trim(), REST_MILLISECONDS);
  const found = useQuery(purposeChoicesQuery(asked, shown));
  return (
    <div className={styles.form}>
      <TextInput
        type="search"
        label={purpose.choose}
        maxLength={200}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          setShown(AT_ONCE);
        }}
      />
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <p role="status" className={styles.quiet}>
            {purpose.found(format.number(found.data.items.length), format.number(found.data.total))}
          </p>
          <PurposeList
            purposes={found.data.items}
            isBusy={isBusy}
            acts={[{ label: purpose.link, take: onAdd }]}
          />
          {found.data.total > found.data.items.length && (
            <div className={styles.buttons}>
              <Button
                variant="default"
                onClick={() => {
                  setShown(shown + AT_ONCE);
                }}
              >
                {purpose.more}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
};
