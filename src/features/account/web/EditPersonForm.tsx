import { Button } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { AccountView } from '#features/account/administration-contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './account.module.css';
import { administrationMessages } from './administration-messages.ts';
import { useEditAccount } from './administration-queries.ts';
import { PersonFields, understandPerson, type TypedPerson } from './PersonFields.tsx';

interface EditPersonFormProps {
  readonly account: AccountView;
  readonly onClose: () => void;
}

/** Changes name, office contact and place of work. */
export const EditPersonForm = ({ account, onClose }: EditPersonFormProps) => {
  const { form: words, save, cancel } = useMessages(administrationMessages);
  const [person, setPerson] = useState<TypedPerson>({
    displayName: account.displayName,
    email: account.email ?? '',
    phone: account.phone ?? '',
    organizationCode: account.organization?.code ?? null,
  });
  const [isChecked, setIsChecked] = useState(false);
  const editing = useEditAccount(account.id);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    const facts = understandPerson(person);
    if (facts) editing.mutate({ ...facts, version: account.version }, { onSuccess: onClose });
  };
  return (
    <Section title={words.edit}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {editing.isError && <ErrorState error={editing.error} />}
        <PersonFields value={person} isChecked={isChecked} onChange={setPerson} />
        <div className={styles.buttons}>
          <Button type="submit" loading={editing.isPending}>
            {save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {cancel}
          </Button>
        </div>
      </form>
    </Section>
  );
};
