import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import styles from './Audit.module.css';
import { actionWords } from './event-words.ts';
import { auditMessages } from './messages.ts';
import { auditChoicesQuery } from './queries.ts';

const PARAMETERS = ['nguoi', 'viec', 'doi-tuong', 'tu', 'den', 'tu-choi'] as const;
type Parameter = (typeof PARAMETERS)[number];

/** What the address asks for, to be changed: who, what, to what, when, denials only. */
export const EventFilters = () => {
  const words = useMessages(auditMessages);
  const labels = words.filters;
  const search = useSearch({ from: '/shell/quan-tri/nhat-ky' });
  const navigate = useNavigate({ from: '/quan-tri/nhat-ky' });
  const choices = useQuery(auditChoicesQuery);
  const set = (changes: Partial<Record<Parameter, string | undefined>>): void => {
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  };
  const given = (text: string | null): string | undefined =>
    text === null || text === '' ? undefined : text;
  return (
    <form
      role="search"
      aria-label={labels.title}
      className={styles.filters}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <Select
        label={labels.actor}
        placeholder={labels.everybody}
        data={(choices.data?.actors ?? []).map(({ id, name }) => ({ value: id, label: name ?? id }))}
        value={search.nguoi ?? null}
        onChange={(value) => {
          set({ nguoi: given(value) });
        }}
        searchable
        clearable
      />
      <Select
        label={labels.action}
        placeholder={labels.everybody}
        data={(choices.data?.actions ?? []).map((action) => ({
          value: action,
          label: actionWords(action, words),
        }))}
        value={search.viec ?? null}
        onChange={(value) => {
          set({ viec: given(value) });
        }}
        searchable
        clearable
      />
      <TextInput
        key={search['doi-tuong'] ?? ''}
        label={labels.subject}
        title={labels.subjectHint}
        placeholder="account:"
        defaultValue={search['doi-tuong'] ?? ''}
        onBlur={(event) => {
          set({ 'doi-tuong': given(event.currentTarget.value.trim()) });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') set({ 'doi-tuong': given(event.currentTarget.value.trim()) });
        }}
      />
      <TextInput
        type="date"
        label={labels.from}
        value={search.tu ?? ''}
        onChange={(event) => {
          set({ tu: given(event.currentTarget.value) });
        }}
      />
      <TextInput
        type="date"
        label={labels.to}
        value={search.den ?? ''}
        onChange={(event) => {
          set({ den: given(event.currentTarget.value) });
        }}
      />
      <Checkbox
        label={labels.denials}
        checked={search['tu-choi'] === 'co'}
        onChange={(event) => {
          set({ 'tu-choi': event.currentTarget.checked ? 'co' : undefined });
        }}
      />
      {PARAMETERS.some((name) => search[name] !== undefined) && (
        <Button
          variant="default"
          onClick={() => {
            set(Object.fromEntries(PARAMETERS.map((name) => [name, undefined])));
          }}
        >
          {labels.clear}
        </Button>
      )}
    </form>
  );
};
