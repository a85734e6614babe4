import { Button, Collapse, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { SlidersHorizontal } from 'lucide-react';
import { useId } from 'react';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { countValues, type SearchableRow } from './arrange-rows.ts';
import { ChoiceSelect } from './ChoiceSelect.tsx';
import { FacetSelect } from './FacetSelect.tsx';
import { FilterText } from './FilterText.tsx';
import { registerMessages } from './messages.ts';
import classes from './register-table.module.css';
import type { RegisterColumn, RegisterFacet, RegisterState } from './register.ts';
import { SortSelect } from './SortSelect.tsx';

interface RegisterFiltersProps<Row> {
  readonly columns: readonly RegisterColumn<Row>[];
  readonly facets: readonly RegisterFacet<Row>[];
  readonly searchable: readonly SearchableRow<Row>[];
  readonly selected: readonly Row[];
  readonly shownCount: number;
  readonly groupFacet: RegisterFacet<Row> | undefined;
  readonly state: RegisterState;
  readonly onStateChange: (state: RegisterState) => void;
  readonly narrow: boolean;
}

/** Filters above a register, with the number of rows that each choice leaves; behind a button on a phone. */
export const RegisterFilters = <Row,>(props: RegisterFiltersProps<Row>) => {
  const { columns, facets, searchable, shownCount, state, onStateChange, narrow } = props;
  const messages = useMessages(registerMessages);
  const format = useFormat();
  const [open, { toggle }] = useDisclosure();
  const choicesId = useId();
  const groupable = facets.filter((facet) => facet.groupable);
  const active = Object.keys(state.filters).filter((id) => state.filters[id] !== undefined).length;
  const inUse = active + (state.text === '' ? 0 : 1);

  const choices = (
    <>
      {facets.map((facet) => (
        <FacetSelect key={facet.id} {...{ facet, facets, searchable, state, onStateChange }} />
      ))}
      {groupable.length > 0 && (
        <ChoiceSelect
          label={messages.groupBy}
          placeholder={messages.noGroup}
          choices={groupable.map(({ id, label }) => ({ value: id, label }))}
          value={state.group}
          clearLabel={messages.noGroup}
          onChange={(group) => {
            onStateChange({ ...state, group, folded: [] });
          }}
        />
      )}
    </>
  );

  return (
    <div role="search" className={classes.filters}>
      <FilterText
        text={state.text}
        onChange={(text) => {
          onStateChange({ ...state, text });
        }}
      />
      {narrow ? (
        <>
          <Button
            variant="default"
            leftSection={<SlidersHorizontal aria-hidden size={16} />}
            aria-expanded={open}
            aria-controls={choicesId}
            onClick={toggle}
          >
            {messages.filters(active)}
          </Button>
          <Collapse expanded={open} id={choicesId} className={classes.folded ?? ''}>
            <div className={classes.choices}>
              {choices}
              <SortSelect {...{ columns, state, onStateChange }} />
            </div>
          </Collapse>
        </>
      ) : (
        choices
      )}
      <Group gap="sm" className={classes.counts}>
        <Text size="sm" c="dimmed" role="status">
          {messages.shown(format.number(shownCount), format.number(searchable.length))}
        </Text>
        {inUse > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              onStateChange({ ...state, text: '', filters: {} });
            }}
          >
            {messages.clear}
          </Button>
        )}
        <FoldAll {...props} />
      </Group>
    </div>
  );
};

const FoldAll = <Row,>({ groupFacet, selected, state, onStateChange }: RegisterFiltersProps<Row>) => {
  const messages = useMessages(registerMessages);
  if (!groupFacet) return null;
  const fold = (): readonly string[] => countValues(selected, groupFacet).map(({ key }) => key);
  const anyFolded = state.folded.length > 0;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      onClick={() => {
        onStateChange({ ...state, folded: anyFolded ? [] : fold() });
      }}
    >
      {anyFolded ? messages.unfoldAll : messages.foldAll}
    </Button>
  );
};
