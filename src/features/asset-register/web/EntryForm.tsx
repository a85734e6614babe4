import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import { checkAssetEntry } from '#core/asset-register/check-asset-entry.ts';
import type { AssetRegister } from '#core/asset-register/asset-register.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import { AssetFieldProblem, type AssetEntryView } from '#features/asset-register/contract.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './asset-register.module.css';
import { draftOf, valuesOf, type EntryDraft } from './entry-draft.ts';
import { FieldInput } from './FieldInput.tsx';
import { usePutEntry } from './queries.ts';
import { useWording } from './use-wording.ts';

interface EntryFormProps {
  readonly register: AssetRegister;
  readonly day: string;
  readonly id: string;
  /** The entry as it is; a new one without it. */
  readonly entry: AssetEntryView | undefined;
  /** Organizations for which it may be added. */
  readonly owners: readonly { readonly code: string; readonly name: string }[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const toldProblems = (error: unknown): readonly AssetFieldProblem[] => {
  const { code, details } = toProblem(error);
  if (code !== 'asset-entry.invalid') return [];
  const told = AssetFieldProblem.array().safeParse(details.problems);
  return told.success ? told.data : [];
};

/** The form of an entry: checked by the same rules here and by the server. */
export const EntryForm = ({ register, day, id, entry, owners, onDone, onCancel }: EntryFormProps) => {
  const { words, format } = useWording();
  const [draft, setDraft] = useState<EntryDraft>(() => draftOf(register, entry));
  const [organization, setOrganization] = useState(entry?.organization.code ?? owners[0]?.code ?? '');
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  // A retry after a lost answer must not write twice; what was changed since is another write.
  const [writeId, setWriteId] = useState(() => newId());
  const saving = usePutEntry(register.code, id);
  const values = valuesOf(register, draft);
  const checked = checkAssetEntry(register, { name: draft.name, values }, plainDate(day));
  const local = isChecked && 'problems' in checked ? checked.problems : [];
  const problems = [...local, ...(saving.isError ? toldProblems(saving.error) : [])];
  const errorOf = (field: string): string | undefined => {
    const problem = problems.find((one) => one.field === field);
    return problem && words.problems[problem.code];
  };
  const change = (next: EntryDraft): void => {
    setDraft(next);
    setWriteId(newId());
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if ('problems' in checked) return;
    const version = entry?.version ?? 0;
    saving.mutate(
      { organization, name: draft.name, values, reason: reason.trim() || null, version, writeId },
      { onSuccess: onDone },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {saving.isError && <ErrorState error={saving.error} where={draft.name || words.eyebrow} />}
      {local.length > 0 && <p role="alert">{words.problemsCaption(format.number(local.length))}</p>}
      {owners.length > 1 && (
        <NativeSelect
          label={words.organization}
          value={organization}
          data={owners.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(event) => {
            setOrganization(event.currentTarget.value);
          }}
        />
      )}
      <TextInput
        label={words.name}
        value={draft.name}
        maxLength={300}
        required
        error={errorOf('name')}
        onChange={(event) => {
          change({ ...draft, name: event.currentTarget.value });
        }}
      />
      {register.fields.map((field) => (
        <FieldInput
          key={field.code}
          field={field}
          text={draft.texts[field.code] ?? ''}
          error={errorOf(field.code)}
          onChange={(text) => {
            change({ ...draft, texts: { ...draft.texts, [field.code]: text } });
          }}
        />
      ))}
      {entry && (
        <Textarea
          label={words.reason}
          description={words.reasonHint}
          value={reason}
          maxLength={1000}
          autosize
          minRows={1}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setWriteId(newId());
          }}
        />
      )}
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
};
