import { saysSomething } from '#core/kernel/text.ts';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import type { ChangeSet } from '#core/scenario/change-set.ts';
import type { IndexSheet } from '#features/index-score/contract.ts';
import {
  createScenario,
  putScenario,
  type Scenario,
  type ScenarioInput,
} from '#features/scenario/contract.ts';
import { call } from '#web/api/call.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './KeepForm.module.css';
import { scenarioMessages } from './messages.ts';
import { SCENARIO_KEY } from './queries.ts';
import { itemValuesOf } from './scenario-values.ts';

interface KeepFormProps {
  readonly sheet: IndexSheet;
  readonly changes: ChangeSet;
  /** The scenario to keep anew; null makes a new one. */
  readonly scenario: Scenario | null;
  readonly onClose: () => void;
  readonly onKept: (scenario: Scenario) => void;
}

/** What is sent of a scenario, beside what the form asks. */
const inputOf = (
  sheet: IndexSheet,
  scenario: Pick<Scenario, 'version' | 'withdrawn'> | null,
): Pick<ScenarioInput, 'framework' | 'frameworkVersion' | 'subject' | 'year' | 'version' | 'withdrawn'> => ({
  framework: sheet.framework.code,
  frameworkVersion: sheet.framework.version,
  subject: sheet.subject.code,
  year: sheet.year,
  version: scenario?.version ?? 0,
  withdrawn: scenario?.withdrawn ?? false,
});

/** Keeps the changes on the bench by name. A retry after a lost answer keeps them once. */
export const KeepForm = ({ sheet, changes, scenario, onClose, onKept }: KeepFormProps) => {
  const { keep: words } = useMessages(scenarioMessages);
  const queries = useQueryClient();
  const [name, setName] = useState(scenario?.name ?? '');
  const [note, setNote] = useState(scenario?.note ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [writeId, setWriteId] = useState(() => newId());
  const nameField = useRef<HTMLInputElement>(null);
  // The form opens below the button that asked for it: whoever works by keyboard goes on in it.
  useEffect(() => {
    nameField.current?.focus();
  }, []);
  const saving = useMutation({
    mutationFn: (body: ScenarioInput) =>
      scenario === null
        ? call(createScenario, { body })
        : call(putScenario, { params: { id: scenario.id }, body }),
    onSuccess: async ({ scenario: kept }) => {
      await queries.invalidateQueries({ queryKey: SCENARIO_KEY });
      onKept(kept);
    },
    onError: (error) => {
      if (toProblem(error).code !== 'network.unreachable') setWriteId(newId());
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!saysSomething(name)) return setProblem(words.missingName);
    if (changes.size === 0) return setProblem(words.noChanges);
    setProblem(null);
    saving.mutate({
      ...inputOf(sheet, scenario),
      name: name.trim(),
      note: note.trim() === '' ? null : note.trim(),
      changes: itemValuesOf(changes),
      writeId,
    });
  };
  return (
    <form className={styles.form} aria-label={words.title} onSubmit={submit} noValidate>
      {saving.error && <ErrorState error={saving.error} />}
      {saving.error && toProblem(saving.error).code === 'edit.conflict' && (
        <Button
          variant="default"
          onClick={() => {
            void queries.invalidateQueries({ queryKey: SCENARIO_KEY }).then(onClose);
          }}
        >
          {words.reload}
        </Button>
      )}
      <TextInput
        ref={nameField}
        label={words.name}
        description={words.nameHint}
        maxLength={120}
        autoComplete="off"
        value={name}
        error={problem}
        onChange={({ currentTarget }) => {
          setProblem(null);
          setName(currentTarget.value);
        }}
      />
      <Textarea
        label={words.note}
        description={words.noteHint}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={({ currentTarget }) => {
          setNote(currentTarget.value);
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
