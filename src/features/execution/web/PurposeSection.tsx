import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Purpose } from '#features/execution/purpose-contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { AddPurpose } from './AddPurpose.tsx';
import styles from './execution.module.css';
import { PurposeList } from './PurposeList.tsx';
import { taskPurposesQuery, useDecidePurpose } from './purpose-queries.ts';
import { useTaskWording } from './use-task-wording.ts';

/** What a task serves: targets, gaps and components of the index, as set by the coordinator and as its words suggest. */
export const PurposeSection = ({ taskId }: { readonly taskId: string }) => {
  const { words } = useTaskWording();
  const { data } = useQuery(taskPurposesQuery(taskId));
  const saving = useDecidePurpose(taskId);
  const [isAdding, setAdding] = useState(false);
  const { purpose } = words;
  if (!data || (data.linked.length === 0 && !data.mayDecide)) return null;
  const take = (decision: 'link' | 'unlink') => (one: Purpose) => {
    saving.mutate({ purpose: { kind: one.kind, id: one.id }, decision });
  };
  const isBusy = saving.isPending;
  return (
    <Section title={purpose.title}>
      {saving.isError && <ErrorState error={saving.error} where={purpose.title} />}
      {data.linked.length === 0 ? (
        <p className={styles.quiet}>{purpose.none}</p>
      ) : (
        <PurposeList
          purposes={data.linked}
          isBusy={isBusy}
          acts={data.mayDecide ? [{ label: purpose.undo, take: take('unlink') }] : []}
        />
      )}
      {data.mayDecide && data.proposed.length > 0 && (
        <>
          <h3 className={styles.heading}>{purpose.proposed}</h3>
          <PurposeList
            purposes={data.proposed}
            isBusy={isBusy}
            acts={[
              { label: purpose.link, take: take('link') },
              { label: purpose.refuse, take: take('unlink') },
            ]}
          />
        </>
      )}
      {data.mayDecide && (
        <details
          onToggle={({ currentTarget }) => {
            setAdding(currentTarget.open);
          }}
        >
          <summary>{purpose.other}</summary>
          {isAdding && <AddPurpose isBusy={isBusy} onAdd={take('link')} />}
        </details>
      )}
    </Section>
  );
};
