import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '#web/i18n/locale.tsx';
import { ChoiceSelect } from '#web/ui/register-table/ChoiceSelect.tsx';
import { administrationMessages } from './administration-messages.ts';
import { organizationsQuery, type PersonFacts } from './administration-queries.ts';
import styles from './account.module.css';

/** What the fields of a person hold while they are typed. */
export interface TypedPerson {
  readonly displayName: string;
  readonly email: string;
  readonly phone: string;
  readonly organizationCode: string | null;
}

export const NO_PERSON: TypedPerson = { displayName: '', email: '', phone: '', organizationCode: null };

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^[\d +().-]{6,20}$/;

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The facts that were typed; undefined while a field is not as it must be. */
export const understandPerson = (typed: TypedPerson): PersonFacts | undefined => {
  const displayName = typed.displayName.trim();
  const email = filled(typed.email);
  const phone = filled(typed.phone);
  const isRight =
    displayName !== '' && (email === null || EMAIL.test(email)) && (phone === null || PHONE.test(phone));
  return isRight ? { displayName, email, phone, organizationCode: typed.organizationCode } : undefined;
};

interface PersonFieldsProps {
  readonly value: TypedPerson;
  readonly isChecked: boolean;
  readonly onChange: (value: TypedPerson) => void;
}

/** Name, office contact and place of work. */
export const PersonFields = ({ value, isChecked, onChange }: PersonFieldsProps) => {
  const { form: words } = useMessages(administrationMessages);
  const errorOf = (field: 'email' | 'phone', pattern: RegExp, message: string): string | null =>
    isChecked && value[field].trim() !== '' && !pattern.test(value[field].trim()) ? message : null;
  return (
    <>
      <TextInput
        label={words.name}
        maxLength={200}
        value={value.displayName}
        error={isChecked && value.displayName.trim() === '' ? words.missing : null}
        onChange={(event) => {
          onChange({ ...value, displayName: event.currentTarget.value });
        }}
      />
      <div className={styles.row}>
        <TextInput
          label={words.email}
          type="email"
          maxLength={200}
          value={value.email}
          error={errorOf('email', EMAIL, words.malformedEmail)}
          onChange={(event) => {
            onChange({ ...value, email: event.currentTarget.value });
          }}
        />
        <TextInput
          label={words.phone}
          type="tel"
          maxLength={20}
          value={value.phone}
          error={errorOf('phone', PHONE, words.malformedPhone)}
          onChange={(event) => {
            onChange({ ...value, phone: event.currentTarget.value });
          }}
        />
      </div>
      <OrganizationSelect
        label={words.organization}
        value={value.organizationCode}
        onChange={(organizationCode) => {
          onChange({ ...value, organizationCode });
        }}
      />
    </>
  );
};

interface OrganizationSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
}

/** An organization of the register that exists today, found by any part of its name. */
export const OrganizationSelect = ({ label, value, onChange }: OrganizationSelectProps) => {
  const { form: words } = useMessages(administrationMessages);
  const { data } = useQuery(organizationsQuery);
  const choices = (data?.items ?? [])
    .filter(({ current, kind }) => current && kind !== 'group')
    .map(({ code, name }) => ({ value: code, label: name }));
  return (
    <ChoiceSelect
      label={label}
      placeholder={words.noOrganization}
      clearLabel={words.noOrganization}
      choices={choices}
      value={value}
      onChange={onChange}
    />
  );
};
