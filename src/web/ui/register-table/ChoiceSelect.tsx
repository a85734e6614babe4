import { Select, type SelectProps } from '@mantine/core';
import { searchKey } from '#core/kernel/text.ts';
import classes from './register-table.module.css';

const FEWEST_TO_SEARCH = 8;

type ChoiceSelectProps = Pick<
  SelectProps,
  | 'label'
  | 'aria-label'
  | 'placeholder'
  | 'required'
  | 'error'
  | 'value'
  | 'onChange'
  | 'renderOption'
  | 'onDropdownOpen'
  | 'onDropdownClose'
  | 'flex'
> & {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Name of the button that takes the choice back; left out when something is always chosen. */
  readonly clearLabel?: string;
};

/** One of several choices, searched with or without diacritics when they are many; long ones wrap. */
export const ChoiceSelect = ({ choices, clearLabel, ...props }: ChoiceSelectProps) => (
  <Select
    {...props}
    size="xs"
    data={choices}
    clearable={clearLabel !== undefined}
    clearButtonProps={{ 'aria-label': clearLabel }}
    searchable={choices.length > FEWEST_TO_SEARCH}
    filter={({ options, search }) =>
      options.filter((option) => 'label' in option && searchKey(option.label).includes(searchKey(search)))
    }
    comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    withScrollArea={false}
    classNames={{ dropdown: classes.dropdown ?? '', options: classes.options ?? '' }}
  />
);
