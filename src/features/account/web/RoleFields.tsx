import { NativeSelect, TextInput } from '@mantine/core';
import { ROLES, type Role } from '#core/access/permissions.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import styles from './account.module.css';
import { administrationMessages } from './administration-messages.ts';
import type { RoleWish } from './administration-queries.ts';
import { OrganizationSelect } from './PersonFields.tsx';

/** What the fields of a role hold while they are filled in. */
export interface TypedRole {
  readonly role: Role | '';
  readonly organizationCode: string | null;
  readonly validFrom: string;
  readonly validTo: string;
}

/** The role that was filled in; undefined when none was chosen. */
export const understandRole = ({
  role,
  organizationCode,
  validFrom,
  validTo,
}: TypedRole): RoleWish | undefined =>
  role === '' || validFrom === ''
    ? undefined
    : { role, organizationCode, validFrom, validTo: validTo === '' ? null : validTo };

interface RoleFieldsProps {
  readonly value: TypedRole;
  readonly isChecked: boolean;
  readonly onChange: (value: TypedRole) => void;
}

/** A role, for which organization, and from when to when. */
export const RoleFields = ({ value, isChecked, onChange }: RoleFieldsProps) => {
  const { form, role: words } = useMessages(administrationMessages);
  const { shell } = useMessages(sharedMessages);
  return (
    <>
      <NativeSelect
        label={form.role}
        value={value.role}
        data={[
          { value: '', label: form.noRole },
          ...ROLES.map((role) => ({ value: role, label: shell.roles[role] })),
        ]}
        error={isChecked && value.role === '' ? form.missing : null}
        onChange={(event) => {
          onChange({ ...value, role: event.currentTarget.value as Role | '' });
        }}
      />
      <OrganizationSelect
        label={words.for}
        value={value.organizationCode}
        onChange={(organizationCode) => {
          onChange({ ...value, organizationCode });
        }}
      />
      <div className={styles.row}>
        <TextInput
          type="date"
          label={words.from}
          value={value.validFrom}
          error={isChecked && value.validFrom === '' ? form.missing : null}
          onChange={(event) => {
            onChange({ ...value, validFrom: event.currentTarget.value });
          }}
        />
        <TextInput
          type="date"
          label={words.to}
          value={value.validTo}
          onChange={(event) => {
            onChange({ ...value, validTo: event.currentTarget.value });
          }}
        />
      </div>
    </>
  );
};
