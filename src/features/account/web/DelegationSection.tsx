import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import type { Delegation, OwnAccount } from '#features/account/own-account-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './account.module.css';
import { ownMessages } from './own-messages.ts';
import { useDelegate, useTakeDelegationBack } from './own-queries.ts';

/** What the person lends for an absence, and a form to lend more. */
export const DelegationSection = ({ account }: { readonly account: OwnAccount }) => {
  const { delegation: words } = useMessages(ownMessages);
  const { delegations, lendable } = account;
  const isAnybody = lendable.some(({ colleagues }) => colleagues.length > 0);
  return (
    <Section title={words.title} lead={words.lead}>
      {delegations.length > 0 ? (
        <DelegationTable rows={delegations} />
      ) : (
        <p className={styles.quiet}>{words.none}</p>
      )}
      {isAnybody ? <DelegationForm lendable={lendable} /> : <p className={styles.quiet}>{words.nobody}</p>}
    </Section>
  );
};

const useRoleName = () => {
  const { shell } = useMessages(sharedMessages);
  return ({ role, organization }: Pick<Delegation, 'role' | 'organization'>): string =>
    [shell.roles[role], organization?.name].filter(Boolean).join(' · ');
};

const DelegationTable = ({ rows }: { readonly rows: readonly Delegation[] }) => {
  const { delegation: words } = useMessages(ownMessages);
  const format = useFormat();
  const roleName = useRoleName();
  const taking = useTakeDelegationBack();
  return (
    <>
      {taking.isError && <ErrorState error={taking.error} />}
      <FigureTable
        caption={words.title}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'role', title: words.columns.role, cell: roleName },
          { key: 'to', title: words.columns.to, cell: ({ to }) => to },
          {
            key: 'span',
            title: words.columns.span,
            cell: ({ validFrom, validTo }) => words.span(format.day(validFrom), format.day(validTo)),
          },
          {
            key: 'action',
            title: words.columns.action,
            width: '8rem',
            cell: (row) => (
              <Button
                size="xs"
                variant="default"
                aria-label={`${words.takeBack}: ${roleName(row)}, ${row.to}`}
                onClick={() => {
                  taking.mutate(row.id);
                }}
              >
                {words.takeBack}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
};

const DelegationForm = ({ lendable }: Pick<OwnAccount, 'lendable'>) => {
  const { delegation: words } = useMessages(ownMessages);
  const roleName = useRoleName();
  const [holdingId, setHoldingId] = useState(lendable[0]?.holding.id ?? '');
  const [toAccountId, setToAccountId] = useState('');
  const [validFrom, setValidFrom] = useState('');
  const [validTo, setValidTo] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const lending = useDelegate();
  const chosen = lendable.find(({ holding }) => holding.id === holdingId);
  const isWhole = holdingId !== '' && toAccountId !== '' && validFrom !== '' && validTo !== '';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (!isWhole) return;
    lending.mutate(
      { holdingId, toAccountId, validFrom, validTo, writeId },
      {
        onSuccess: () => {
          setWriteId(newId());
          setToAccountId('');
          setIsChecked(false);
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {lending.isError && <ErrorState error={lending.error} />}
      <NativeSelect
        label={words.role}
        value={holdingId}
        data={lendable.map(({ holding }) => ({ value: holding.id, label: roleName(holding) }))}
        onChange={(event) => {
          setHoldingId(event.currentTarget.value);
          setToAccountId('');
        }}
      />
      <NativeSelect
        label={words.to}
        value={toAccountId}
        data={[
          { value: '', label: words.choose },
          ...(chosen?.colleagues ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
        ]}
        error={isChecked && !isWhole ? words.missing : null}
        onChange={(event) => {
          setToAccountId(event.currentTarget.value);
        }}
      />
      <div className={styles.row}>
        <TextInput
          type="date"
          label={words.from}
          value={validFrom}
          onChange={(event) => {
            setValidFrom(event.currentTarget.value);
          }}
        />
        <TextInput
          type="date"
          label={words.until}
          value={validTo}
          onChange={(event) => {
            setValidTo(event.currentTarget.value);
          }}
        />
      </div>
      <div className={styles.buttons}>
        <Button type="submit" loading={lending.isPending}>
          {words.lend}
        </Button>
      </div>
    </form>
  );
};
