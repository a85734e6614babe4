import { saysSomething } from '#core/kernel/text.ts';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import { SNAPSHOT_KINDS, type SnapshotKind } from '#core/score-snapshot/snapshot.ts';
import {
  takeScoreSnapshot,
  type ScoreSnapshotInput,
  type ScoreSnapshotList,
} from '#features/score-snapshot/contract.ts';
import { call } from '#web/api/call.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { describeProblem } from '#web/i18n/problem-sentences.ts';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { INDEX_KEY } from '#web/widgets/index-score/index-queries.ts';
import { snapshotMessages } from './messages.ts';
import { scenariosQuery } from './queries.ts';
import styles from './Snapshot.module.css';

interface Draft {
  readonly name: string;
  readonly kind: SnapshotKind;
  readonly note: string;
  /** Id of the kept scenario that a snapshot of this kind keeps. */
  readonly scenario: string;
}

interface TakeSnapshotFormProps {
  readonly list: ScoreSnapshotList;
  readonly onClose: () => void;
  /** Told what was kept, in a sentence. */
  readonly onSaved: (sentence: string) => void;
}

/** Names the present score and keeps it for good. */
export const TakeSnapshotForm = ({ list, onClose, onSaved }: TakeSnapshotFormProps) => {
  const words = useMessages(snapshotMessages);
  const { problems } = useMessages(sharedMessages);
  const format = useFormat();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft>({ name: '', kind: 'self', note: '', scenario: '' });
  const scenarios = useQuery(scenariosQuery(list)).data?.items ?? [];
  const scenario = scenarios.find(({ id }) => id === draft.scenario) ?? scenarios[0];
  const [refusal, setRefusal] = useState<string | null>(null);
  // One id per opened form: a retry after a lost answer must not keep it twice.
  const [writeId, setWriteId] = useState(() => newId());
  const nameField = useRef<HTMLInputElement>(null);

  const refuseName = (sentence: string) => {
    setRefusal(sentence);
    nameField.current?.focus();
  };

  const saving = useMutation({
    mutationFn: (body: ScoreSnapshotInput) => call(takeScoreSnapshot, { body }),
    onSuccess: async ({ name, points }) => {
      await queries.invalidateQueries({ queryKey: INDEX_KEY });
      onSaved(words.form.saved(words.named(name), format.pointsRange(points.low, points.high)));
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
    if (!saysSomething(draft.name)) return refuseName(words.form.nameMissing);
    setRefusal(null);
    saving.mutate({
      framework: list.framework.code,
      subject: list.subject.code,
      year: list.year,
      kind: draft.kind,
      name: draft.name.trim(),
      note: draft.note.trim() === '' ? null : draft.note.trim(),
      changes: draft.kind === 'scenario' ? [...(scenario?.changes ?? [])] : [],
      writeId,
    });
  };

  const isNameTaken = saving.error && toProblem(saving.error).code === 'score-snapshot.name-taken';
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={words.form.title}>
      <p className={styles.quiet}>
        {words.form.lead(format.pointsRange(list.present.low, list.present.high))}
      </p>
      {saving.error && !isNameTaken && <ErrorState error={saving.error} />}
      <div className={styles.fields}>
        <TextInput
          ref={nameField}
          label={words.form.name}
          description={words.form.nameHint}
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
          label={words.form.kind}
          value={draft.kind}
          data={SNAPSHOT_KINDS.map((kind) => ({
            value: kind,
            label: words.kinds[kind],
            // A scenario supposes other data: it is made and kept where data can be tried.
            disabled: kind === 'scenario' && scenarios.length === 0,
          }))}
          onChange={(event) => {
            const kind = SNAPSHOT_KINDS.find((known) => known === event.currentTarget.value);
            if (kind) setDraft({ ...draft, kind });
          }}
        />
      </div>
      {draft.kind === 'scenario' && (
        <NativeSelect
          label={words.form.scenario}
          description={words.form.scenarioHint}
          value={scenario?.id ?? ''}
          data={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => {
            setDraft({ ...draft, scenario: event.currentTarget.value });
          }}
        />
      )}
      <Textarea
        label={words.form.note}
        description={words.form.noteHint}
        rows={2}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => {
          setDraft({ ...draft, note: event.currentTarget.value });
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {words.form.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.form.cancel}
        </Button>
      </div>
    </form>
  );
};
