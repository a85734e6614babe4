import { useMessages } from '#web/i18n/locale.tsx';
import { ChoiceSelect } from './ChoiceSelect.tsx';
import { registerMessages } from './messages.ts';
import type { RegisterColumn, RegisterState } from './register.ts';

interface SortSelectProps<Row> {
  readonly columns: readonly RegisterColumn<Row>[];
  readonly state: RegisterState;
  readonly onStateChange: (state: RegisterState) => void;
}

/** Sorting where there are no column headers to press. */
export const SortSelect = <Row,>({ columns, state, onStateChange }: SortSelectProps<Row>) => {
  const messages = useMessages(registerMessages);
  const choices = columns
    .filter((column) => column.sortKey)
    .flatMap(({ id, header }) => [
      { value: id, label: messages.ascending(header), sort: { column: id, descending: false } },
      { value: `-${id}`, label: messages.descending(header), sort: { column: id, descending: true } },
    ]);
  const chosen = choices.find(
    ({ sort }) => sort.column === state.sort?.column && sort.descending === state.sort.descending,
  );
  return (
    <ChoiceSelect
      label={messages.sortBy}
      placeholder={messages.asIs}
      choices={choices.map(({ value, label }) => ({ value, label }))}
      value={chosen?.value ?? null}
      clearLabel={messages.asIs}
      onChange={(value) => {
        onStateChange({ ...state, sort: choices.find((choice) => choice.value === value)?.sort ?? null });
      }}
    />
  );
};
