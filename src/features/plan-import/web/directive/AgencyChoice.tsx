import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '#web/i18n/locale.tsx';
import { organizationChoicesQuery } from '#features/plan-import/web/queries.ts';
import { organizationChoices } from '#web/widgets/organization/organization-choices.ts';
import { directiveMessages } from './messages.ts';

interface AgencyChoiceProps {
  readonly label: string;
  readonly required?: boolean;
  readonly value: readonly string[];
  readonly error?: string | undefined;
  /** The day on which they are named; blank where it is not known yet. */
  readonly day: string;
  readonly onChange: (codes: readonly string[]) => void;
}

/** Several organizations, searched by any of their names with or without diacritics. */
export const AgencyChoice = ({ label, required = false, value, error, day, onChange }: AgencyChoiceProps) => {
  const words = useMessages(directiveMessages);
  const { data } = useQuery(organizationChoicesQuery);
  const { choices, isFound } = organizationChoices(data?.items ?? [], day);
  return (
    <MultiSelect
      label={label}
      required={required}
      value={[...value]}
      error={error}
      searchable
      limit={60}
      nothingFoundMessage={words.none}
      data={choices}
      filter={({ options, search }) =>
        options.filter((option) => 'value' in option && isFound(option.value, search))
      }
      onChange={onChange}
    />
  );
};
