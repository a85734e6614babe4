import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import { LEAGUE_SNAPSHOT_KINDS, type LeagueSnapshotKind } from '#core/score-snapshot/league-snapshot.ts';
import type { LeagueSnapshotInput, LeagueSnapshotSummary } from '#contract/league-snapshot.ts';
import { takeLeagueSnapshot } from '#features/score-snapshot/contract.ts';
import { call } from '#web/api/call.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { describeProblem } from '#web/i18n/problem-sentences.ts';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { INDEX_KEY } from '#web/widgets/index-score/index-queries.ts';
import { rankingMessages } from './messages.ts';
import styles from './ranking.module.css';

interface KeepLeagueFormProps {
  readonly framework: string;
  /** Names the form. */
  readonly title: string;
  readonly onClose: () => void;
  readonly onSaved: (snapshot: LeagueSnapshotSummary) => void;
}

/** Names the present scores of a whole league and keeps them for good. */
export const KeepLeagueForm = ({ framework, title, onClose, onSaved }: KeepLeagueFormProps) => {
  const { kept: words, kindsOfSnapshot } = useMessages(rankingMessages);
  const { problems } = useMessages(sharedMessages);
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ name: '', kind: 'self' as LeagueSnapshotKind, note: '' });
  const [refusal, setRefusal] = useState<string | null>(null);
  // One id per opened form: a retry after a lost answer must not keep it twice.
  const [writeId, setWriteId] = useState(() => newId());
  const nameField = useRef<HTMLInputElement>(null);

  const refuseName = (sentence: string) => {
    setRefusal(sentence);
    nameField.current?.focus();
  };
  const saving = useMutation({
    mutationFn: (body: LeagueSnapshotInput) => call(takeLeagueSnapshot, { params: { framework }, body }),
    onSuccess: async (snapshot) => {
      await queries.invalidateQueries({ queryKey: INDEX_KEY });
      onSaved(snapshot);
    },
    onError: (error) => {
      const problem = toProblem(error);
      if (problem.code !== 'network.unreachable') setWriteId(newId());
      if (problem.code !== 'score-snapshot.name-taken') return;
      const { what, mend } = describeProblem(problem, problems);
      refuseName(`${what} ${mend}`);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const [name, note] = [draft.name.trim(), draft.note.trim()];
    if (name === '') return refuseName(words.nameMissing);
    setRefusal(null);
    saving.mutate({ kind: draft.kind, name, note: note === '' ? null : note, writeId });
  };
  const isNameTaken = saving.error && toProblem(saving.error).code === 'score-snapshot.name-taken';
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={title}>
      {saving.error && !isNameTaken && <ErrorState error={saving.error} />}
      <div className={styles.fields}>
        <TextInput
          ref={nameField}
          label={words.name}
          description={words.nameHint}
          error={refusal}
          maxLength={120}
          data-autofocus
          value={draft.name}
          onChange={(event) => {
            setRefusal(null);
            setDraft({ ...draft, name: event.currentTarget.value });
          }}
        />
        <NativeSelect
          label={words.kind}
          value={draft.kind}
          data={LEAGUE_SNAPSHOT_KINDS.map((kind) => ({ value: kind, label: kindsOfSnapshot[kind] }))}
          onChange={(event) => {
            const kind = LEAGUE_SNAPSHOT_KINDS.find((known) => known === event.currentTarget.value);
            if (kind) setDraft({ ...draft, kind });
          }}
        />
      </div>
      <Textarea
        label={words.note}
        description={words.noteHint}
        rows={2}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => {
          setDraft({ ...draft, note: event.currentTarget.value });
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
};
