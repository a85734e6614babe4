import { PasswordInput } from '@mantine/core';
import { useMessages } from '#web/i18n/locale.tsx';
import { ownMessages } from './own-messages.ts';

/** A password typed twice. */
export interface NewPassword {
  readonly first: string;
  readonly second: string;
}

export const NO_PASSWORD: NewPassword = { first: '', second: '' };

/** Whether both fields say the same. */
export const isComplete = ({ first, second }: NewPassword): boolean => first !== '' && first === second;

interface NewPasswordFieldsProps {
  readonly value: NewPassword;
  readonly isChecked: boolean;
  readonly onChange: (value: NewPassword) => void;
}

/** A new password and the same once more, with what makes a good one. */
export const NewPasswordFields = ({ value, isChecked, onChange }: NewPasswordFieldsProps) => {
  const { password: words } = useMessages(ownMessages);
  const { first, second } = value;
  return (
    <>
      <PasswordInput
        name="new-password"
        label={words.next}
        description={words.hint}
        autoComplete="new-password"
        value={first}
        error={isChecked && first === '' ? words.missing : null}
        onChange={(event) => {
          onChange({ ...value, first: event.currentTarget.value });
        }}
      />
      <PasswordInput
        name="repeated-password"
        label={words.repeat}
        autoComplete="new-password"
        value={second}
        error={isChecked && first !== second ? words.differs : null}
        onChange={(event) => {
          onChange({ ...value, second: event.currentTarget.value });
        }}
      />
    </>
  );
};
