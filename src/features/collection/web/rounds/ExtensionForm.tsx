import { saysSomething } from '#core/kernel/text.ts';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import type { RoundMember } from '#contract/reporting-round.ts';
import { extendRound } from '#features/collection/contract.ts';
import { focusAtOnce } from '#features/collection/web/focus-at-once.ts';
import { call } from '#web/api/call.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { roundMessages } from './messages.ts';
import { COLLECTION_KEY } from './queries.ts';
import { listOwed } from './round-words.ts';
import styles from './rounds.module.css';

interface ExtensionFormProps {
  readonly roundId: string;
  readonly members: readonly RoundMember[];
  readonly onClose: () => void;
  readonly onSaved: (sentence: string) => void;
}

/** Lets one organization, by name and with a reason, send its figures until a later day. */
export const ExtensionForm = ({ roundId, members, onClose, onSaved }: ExtensionFormProps) => {
  const { extension: words, round } = useMessages(roundMessages);
  const format = useFormat();
  const queries = useQueryClient();
  const owed = listOwed(members);
  const [draft, setDraft] = useState({
    ...{ organization: owed[0]?.organization.code ?? '', until: '', reason: '' },
  });
  const [isChecked, setChecked] = useState(false);
  // One id per opened form: a retry after a lost answer must not extend twice.
  const [writeId] = useState(() => newId());
  const name = owed.find(({ organization }) => organization.code === draft.organization)?.organization.name;
  const saving = useMutation({
    mutationFn: () =>
      call(extendRound, {
        params: { id: roundId },
        body: { ...draft, reason: draft.reason.trim(), writeId },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: COLLECTION_KEY });
      onSaved(words.saved(name ?? draft.organization, format.day(draft.until)));
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setChecked(true);
    if (draft.until !== '' && draft.reason.trim() !== '') saving.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={words.title}>
      {saving.error && <ErrorState error={saving.error} />}
      <NativeSelect
        ref={focusAtOnce}
        label={words.organization}
        value={draft.organization}
        data={owed.map(({ organization }) => ({ value: organization.code, label: organization.name }))}
        onChange={(event) => {
          setDraft({ ...draft, organization: event.currentTarget.value });
        }}
      />
      <TextInput
        type="date"
        label={words.until}
        value={draft.until}
        error={isChecked && draft.until === '' ? words.untilMissing : null}
        onChange={(event) => {
          setDraft({ ...draft, until: event.currentTarget.value });
        }}
      />
      <Textarea
        label={words.reason}
        rows={2}
        maxLength={1000}
        value={draft.reason}
        error={isChecked && !saysSomething(draft.reason) ? words.reasonMissing : null}
        onChange={(event) => {
          setDraft({ ...draft, reason: event.currentTarget.value });
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {round.dismiss}
        </Button>
      </div>
    </form>
  );
};
