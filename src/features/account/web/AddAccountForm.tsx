import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './account.module.css';
import { administrationMessages } from './administration-messages.ts';
import { useAddAccount } from './administration-queries.ts';
import { NO_PERSON, PersonFields, understandPerson } from './PersonFields.tsx';
import { RoleFields, understandRole, type TypedRole } from './RoleFields.tsx';
import { provinceToday } from './today.ts';

/** Adds a person with a first role, and leads to the account, where the invitation is made. */
export const AddAccountForm = ({ onClose }: { readonly onClose: () => void }) => {
  const { form: words, cancel } = useMessages(administrationMessages);
  const navigate = useNavigate();
  const [username, setUsername] = useState('');
  const [person, setPerson] = useState(NO_PERSON);
  const [role, setRole] = useState<TypedRole>(() => ({
    ...{ role: '', organizationCode: null, validFrom: provinceToday(), validTo: '' },
  }));
  const [isChecked, setIsChecked] = useState(false);
  const [writeId] = useState(() => newId());
  const adding = useAddAccount();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    const facts = understandPerson(person);
    const wish = understandRole({
      ...role,
      organizationCode: role.organizationCode ?? person.organizationCode,
    });
    if (username.trim() === '' || !facts || !wish) return;
    adding.mutate(
      { ...facts, username: username.trim(), holdings: [wish], writeId },
      {
        onSuccess: ({ id }) => void navigate({ to: '/quan-tri/tai-khoan/$id', params: { id } }),
      },
    );
  };
  return (
    <Section title={words.title} lead={words.lead}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {adding.isError && <ErrorState error={adding.error} />}
        <TextInput
          label={words.username}
          description={words.usernameHint}
          maxLength={63}
          autoCapitalize="none"
          spellCheck={false}
          value={username}
          error={isChecked && username.trim() === '' ? words.missing : null}
          onChange={(event) => {
            setUsername(event.currentTarget.value);
          }}
        />
        <PersonFields value={person} isChecked={isChecked} onChange={setPerson} />
        <RoleFields value={role} isChecked={isChecked} onChange={setRole} />
        <div className={styles.buttons}>
          <Button type="submit" loading={adding.isPending}>
            {words.submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {cancel}
          </Button>
        </div>
      </form>
    </Section>
  );
};
