import { Button } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import type { AccountView, HeldRole } from '#features/account/administration-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './account.module.css';
import { administrationMessages } from './administration-messages.ts';
import { useGrantRole, useTakeRoleBack } from './administration-queries.ts';
import { RoleFields, understandRole, type TypedRole } from './RoleFields.tsx';
import { provinceToday } from './today.ts';

/** The roles of a person, past and coming ones too, and a form to give another. */
export const RolesSection = ({ account }: { readonly account: AccountView }) => {
  const { role: words } = useMessages(administrationMessages);
  const { roles, mayWrite, state } = account;
  return (
    <Section title={words.title}>
      {roles.length === 0 ? <p className={styles.quiet}>{words.none}</p> : <RoleTable account={account} />}
      {mayWrite && state !== 'erased' && <GrantForm account={account} />}
    </Section>
  );
};

const RoleTable = ({ account: { id, roles, mayWrite } }: { readonly account: AccountView }) => {
  const { role: words } = useMessages(administrationMessages);
  const { shell } = useMessages(sharedMessages);
  const format = useFormat();
  const taking = useTakeRoleBack(id);
  const spanOf = ({ validFrom, validTo }: HeldRole): string =>
    validTo === null
      ? words.openEnd(format.day(validFrom))
      : words.span(format.day(validFrom), format.day(validTo));
  const stateOf = ({ endedAt, isCurrent, validFrom }: HeldRole): string => {
    if (endedAt !== null) return words.ended(format.instant(endedAt));
    if (isCurrent) return words.current;
    return validFrom > provinceToday() ? words.future : words.past;
  };
  const isOpen = (role: HeldRole): boolean =>
    role.endedAt === null && (role.validTo === null || role.validTo >= provinceToday());
  return (
    <>
      {taking.isError && <ErrorState error={taking.error} />}
      <FigureTable
        caption={words.title}
        rows={roles}
        rowKey={(role) => role.id}
        columns={[
          {
            key: 'role',
            title: words.columns.role,
            cell: ({ role, delegatedBy }) => (
              <>
                {shell.roles[role]}
                {delegatedBy !== null && (
                  <span className={`${styles.quiet ?? ''} ${styles.block ?? ''}`}>
                    {words.lent(delegatedBy)}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'organization',
            title: words.columns.organization,
            cell: ({ organization }) => organization?.name ?? words.wholeProvince,
          },
          { key: 'span', title: words.columns.span, cell: spanOf },
          { key: 'state', title: words.columns.state, cell: stateOf },
          {
            key: 'action',
            title: words.columns.action,
            width: '8rem',
            cell: (role) =>
              mayWrite && isOpen(role) ? (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`${words.takeBack}: ${shell.roles[role.role]}`}
                  onClick={() => {
                    taking.mutate(role.id);
                  }}
                >
                  {words.takeBack}
                </Button>
              ) : null,
          },
        ]}
      />
    </>
  );
};

const GrantForm = ({ account }: { readonly account: AccountView }) => {
  const { role: words, cancel } = useMessages(administrationMessages);
  const [isOpen, setIsOpen] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const [role, setRole] = useState<TypedRole>({
    ...{ role: '', organizationCode: account.organization?.code ?? null },
    ...{ validFrom: provinceToday(), validTo: '' },
  });
  const granting = useGrantRole(account.id);
  const close = (): void => {
    setIsOpen(false);
    setIsChecked(false);
    setWriteId(newId());
  };
  if (!isOpen) {
    return (
      <div className={styles.buttons}>
        <Button
          variant="default"
          onClick={() => {
            setIsOpen(true);
          }}
        >
          {words.grant}
        </Button>
      </div>
    );
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    const wish = understandRole(role);
    if (wish) granting.mutate({ ...wish, writeId }, { onSuccess: close });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {granting.isError && <ErrorState error={granting.error} />}
      <RoleFields value={role} isChecked={isChecked} onChange={setRole} />
      <div className={styles.buttons}>
        <Button type="submit" loading={granting.isPending}>
          {words.grant}
        </Button>
        <Button variant="default" onClick={close}>
          {cancel}
        </Button>
      </div>
    </form>
  );
};
