import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Purpose } from '#features/execution/purpose-contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { ChoiceSelect } from '#web/ui/register-table/ChoiceSelect.tsx';
import { Section } from '#web/ui/Section.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import styles from './execution.module.css';
import { purposeChoicesQuery, taskPurposesQuery, useDecidePurpose } from './purpose-queries.ts';
import { useTaskWording } from './use-task-wording.ts';

const PurposeLink = ({ purpose: { kind, id, name } }: { readonly purpose: Purpose }) =>
  kind === 'component' ? (
    <Link to="/bo-chi-so/$code" params={{ code: id }}>{`${id} ${name}`}</Link>
  ) : (
    <Link {...itemLink(kind, id)}>{name}</Link>
  );

interface PurposeListProps {
  readonly purposes: readonly Purpose[];
  /** What may be done with each: its words and what it does; none for who only looks. */
  readonly acts: readonly { readonly label: string; readonly take: (purpose: Purpose) => void }[];
  readonly isBusy: boolean;
}

const PurposeList = ({ purposes, acts, isBusy }: PurposeListProps) => {
  const { words } = useTaskWording();
  const itemWords = useMessages(planItemMessages);
  return (
    <ul className={styles.purposes}>
      {purposes.map((purpose) => (
        <li key={purpose.id}>
          <span>
            {words.purpose.kinds[purpose.kind]}: <PurposeLink purpose={purpose} />
            {purpose.document && (
              <span className={styles.quiet}> {documentShortTitle(purpose.document, itemWords)}</span>
            )}
          </span>
          {acts.map(({ label, take }) => (
            <Button
              key={label}
              variant="default"
              size="compact-sm"
              disabled={isBusy}
              aria-label={`${label}: ${purpose.name}`}
              onClick={() => {
                take(purpose);
              }}
            >
              {label}
            </Button>
          ))}
        </li>
      ))}
    </ul>
  );
};

const AddPurpose = ({
  isBusy,
  onAdd,
}: {
  readonly isBusy: boolean;
  readonly onAdd: (purpose: Purpose) => void;
}) => {
  const { words } = useTaskWording();
  const itemWords = useMessages(planItemMessages);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data } = useQuery(purposeChoicesQuery);
  const purpose = data?.items.find(({ id }) => id === chosen);
  return (
    <div className={styles.form}>
      <ChoiceSelect
        label={words.purpose.choose}
        value={chosen}
        choices={(data?.items ?? []).map(({ kind, id, name, document }) => ({
          value: id,
          label: [
            `${words.purpose.kinds[kind]}: ${kind === 'component' ? `${id} ` : ''}${name}`,
            ...(document ? [documentShortTitle(document, itemWords)] : []),
          ].join(' · '),
        }))}
        onChange={setChosen}
      />
      <div className={styles.buttons}>
        <Button
          variant="default"
          disabled={isBusy || !purpose}
          onClick={() => {
            if (purpose) onAdd(purpose);
            setChosen(null);
          }}
        >
          {words.purpose.add}
        </Button>
      </div>
    </div>
  );
};

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
