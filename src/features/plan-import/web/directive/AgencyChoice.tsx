import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { searchKey } from '#core/kernel/text.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { organizationChoicesQuery } from '#features/plan-import/web/queries.ts';
import { directiveMessages } from './messages.ts';

interface AgencyChoiceProps {
  readonly label: string;
  readonly required?: boolean;
  readonly value: readonly string[];
  readonly error?: string | undefined;
  readonly onChange: (codes: readonly string[]) => void;
}

/** Several organizations, searched by name with or without diacritics. */
export const AgencyChoice = ({ label, required = false, value, error, onChange }: AgencyChoiceProps) => {
  const words = useMessages(directiveMessages);
  const { data } = useQuery(organizationChoicesQuery);
  return (
    <MultiSelect
      label={label}
      required={required}
      value={[...value]}
      error={error}
      searchable
      limit={60}
      nothingFoundMessage={words.none}
      data={(data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      filter={({ options, search }) =>
        options.filter((option) => 'label' in option && searchKey(option.label).includes(searchKey(search)))
      }
      onChange={onChange}
    />
  );
};
