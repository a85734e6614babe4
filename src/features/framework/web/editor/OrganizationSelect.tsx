import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { searchKey } from '#core/kernel/text.ts';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { type OrganizationChoice, useFormSurroundings } from './form-context.ts';

const MOST_SHOWN = 40;

const keysOf = ({ code, name, abbreviation, aliases }: OrganizationChoice): readonly string[] =>
  [code, name, abbreviation ?? '', ...aliases].map(searchKey);

interface OrganizationSelectProps {
  readonly label: string;
  /** Code of the chosen one; null when none is. */
  readonly code: string | null;
  /** A name that the register does not have, to be told until another is chosen. */
  readonly unknown?: string;
  readonly mayBeNone?: boolean;
  readonly onChange: (chosen: OrganizationChoice | null) => void;
}

/** An organization of the register, searched by any of its spellings with or without diacritics. */
export const OrganizationSelect = ({
  label,
  code,
  unknown,
  mayBeNone,
  onChange,
}: OrganizationSelectProps) => {
  const { editor: words } = useMessages(frameworkMessages);
  const { organizations } = useFormSurroundings();
  const format = useFormat();
  const keys = useMemo(
    () => new Map(organizations.map((one) => [one.code, keysOf(one)] as const)),
    [organizations],
  );
  const nameOf = ({ name, abbreviation, validTo }: OrganizationChoice): string =>
    [
      name,
      ...(abbreviation === null ? [] : [`(${abbreviation})`]),
      ...(validTo === null ? [] : [words.organizationEnded(format.day(validTo))]),
    ].join(' ');
  return (
    <Select
      label={label}
      placeholder={unknown ?? words.chooseOrganization}
      error={unknown === undefined ? null : words.organizationUnknown(unknown)}
      // A name that is not in the register yet may be saved; it is told as a finding.
      aria-invalid={false}
      data={organizations.map((one) => ({ value: one.code, label: nameOf(one) }))}
      value={code}
      searchable
      clearable={mayBeNone === true}
      clearButtonProps={{ 'aria-label': words.removeNamed(label) }}
      limit={MOST_SHOWN}
      nothingFoundMessage={words.organizationNotFound}
      filter={({ options, search }) => {
        const wanted = searchKey(search);
        return options.filter(
          (option) =>
            'value' in option &&
            (searchKey(option.label).includes(wanted) ||
              keys.get(option.value)?.some((key) => key.includes(wanted)) === true),
        );
      }}
      onChange={(chosen) => {
        onChange(organizations.find((one) => one.code === chosen) ?? null);
      }}
    />
  );
};
