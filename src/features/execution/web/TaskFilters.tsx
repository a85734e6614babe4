import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TASK_WAITS } from '#core/task-state/task-wait.ts';
import { TASK_STATES } from '#core/task-state/task-state.ts';
import type { ExecutionChoices } from '#features/execution/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { FilterFold, FilterWords } from '#web/ui/FilterFold.tsx';
import { NOBODY_SEGMENT, WHOLE_SEGMENT } from '#web/widgets/committee/committee-address.ts';
import { describeChoice } from '#web/widgets/committee/describe-member.ts';
import { committeeWords } from '#web/widgets/committee/messages.ts';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { OWN_SEGMENT, STATE_SEGMENTS } from '#web/widgets/task-state/task-state-address.ts';
import { type ExecutionSearch, FILTER_KEYS, WAIT_SEGMENTS } from './execution-address.ts';
import { choicesQuery } from './queries.ts';
import { useWording } from './use-wording.ts';

interface TaskFiltersProps {
  readonly search: ExecutionSearch;
  /** Changes what the address carries; undefined takes a choice back. */
  readonly onChange: (change: ExecutionSearch) => void;
}

const areasOf = (choices: ExecutionChoices | undefined, plan: string | undefined): readonly string[] => {
  const plans = choices?.plans ?? [];
  const chosen = plan === undefined ? plans : plans.filter(({ document }) => document.id === plan);
  return [...new Set(chosen.flatMap(({ areas }) => areas))];
};

/** What the list of tasks is narrowed down by. Each choice is written to the address at once. */
export const TaskFilters = ({ search, onChange }: TaskFiltersProps) => {
  const { words, states } = useWording();
  const itemWords = useMessages(planItemMessages);
  const memberWords = useMessages(committeeWords);
  const { data: choices } = useQuery(choicesQuery);
  const choose =
    (key: string, also: ExecutionSearch = {}) =>
    (event: { readonly currentTarget: { readonly value: string } }): void => {
      const { value } = event.currentTarget;
      onChange({ [key]: value === '' ? undefined : value, ...also });
    };
  const agency = search['co-quan'] ?? '';
  const isFiltered = FILTER_KEYS.some((key) => search[key] !== undefined && search[key] !== WHOLE_SEGMENT);
  return (
    <FilterFold
      title={words.filters}
      clearLabel={words.clear}
      isFiltered={isFiltered}
      onClear={() => {
        // Said in the address: without it, who has an area would be shown that first.
        const hasOwn = choices?.members.some(({ isOwn }) => isOwn) ?? false;
        const nothing = Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined]));
        onChange({ ...nothing, ...(hasOwn && { 'phu-trach': WHOLE_SEGMENT }) });
      }}
    >
      <NativeSelect
        label={words.plan}
        value={search['ke-hoach'] ?? ''}
        data={[
          { value: '', label: words.allPlans },
          ...(choices?.plans ?? []).map(({ document }) => ({
            value: document.id,
            label: documentShortTitle(document, itemWords),
          })),
        ]}
        onChange={choose('ke-hoach', { 'linh-vuc': undefined })}
      />
      {choices && choices.organizations.length > 1 && (
        <NativeSelect
          label={words.agency}
          value={choices.readsAll ? agency : agency.replace(OWN_SEGMENT, '')}
          data={[
            { value: '', label: choices.readsAll ? words.allAgencies : words.ownAgencies },
            ...(choices.readsAll && choices.own.length > 0
              ? [{ value: OWN_SEGMENT, label: words.ownAgencies }]
              : []),
            ...choices.organizations.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={choose('co-quan')}
        />
      )}
      <NativeSelect
        label={words.area}
        value={search['linh-vuc'] ?? ''}
        data={[
          { value: '', label: words.allAreas },
          ...areasOf(choices, search['ke-hoach']).map((area) => ({ value: area, label: area })),
        ]}
        onChange={choose('linh-vuc')}
      />
      {choices && choices.members.length > 0 && (
        <NativeSelect
          label={words.responsible}
          value={search['phu-trach'] ?? WHOLE_SEGMENT}
          data={[
            { value: WHOLE_SEGMENT, label: words.wholeProvince },
            ...choices.members.map((member) => ({
              value: member.id,
              label: describeChoice(member, memberWords),
            })),
            { value: NOBODY_SEGMENT, label: words.nobody },
          ]}
          onChange={choose('phu-trach')}
        />
      )}
      <NativeSelect
        label={words.state}
        value={search['trang-thai'] ?? ''}
        data={[
          { value: '', label: words.allStates },
          ...TASK_STATES.map((state) => ({ value: STATE_SEGMENTS[state], label: states[state] })),
        ]}
        onChange={choose('trang-thai')}
      />
      <NativeSelect
        label={words.waits}
        value={search.cho ?? ''}
        data={[
          { value: '', label: words.allWaits },
          ...TASK_WAITS.map((wait) => ({ value: WAIT_SEGMENTS[wait], label: words.waitKinds[wait] })),
        ]}
        onChange={choose('cho')}
      />
      <TextInput
        type="date"
        label={words.since}
        value={search['tu-ngay'] ?? ''}
        onChange={choose('tu-ngay')}
      />
      <FilterWords
        key={search.tim ?? ''}
        label={words.text}
        words={search.tim}
        onChange={(tim) => {
          onChange({ tim });
        }}
      />
    </FilterFold>
  );
};
