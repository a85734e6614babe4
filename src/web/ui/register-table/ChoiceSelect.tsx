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
  /** Tells whether words that somebody types find a choice; by its label when left out. */
  readonly isFound?: (value: string, words: string) => boolean;
};

const isInLabel = (label: string, words: string): boolean => searchKey(label).includes(searchKey(words));

/** One of several choices, searched with or without diacritics when they are many; long ones wrap. */
export const ChoiceSelect = ({ choices, clearLabel, isFound, ...props }: ChoiceSelectProps) => (
  <Select
    {...props}
    size="xs"
    data={choices}
    clearable={clearLabel !== undefined}
    clearButtonProps={{ 'aria-label': clearLabel }}
    searchable={choices.length > FEWEST_TO_SEARCH}
    filter={({ options, search }) =>
      options.filter(
        (option) =>
          'value' in option && (isInLabel(option.label, search) || isFound?.(option.value, search) === true),
      )
    }
    comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    withScrollArea={false}
    classNames={{ dropdown: classes.dropdown ?? '', options: classes.options ?? '' }}
  />
);
