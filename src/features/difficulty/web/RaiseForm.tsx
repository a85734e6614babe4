import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { DIFFICULTY_KINDS, type DifficultyKind } from '#core/difficulty/difficulty.ts';
import type { DifficultyView } from '#features/difficulty/contract.ts';
import { ChoiceSelect } from '#web/ui/register-table/ChoiceSelect.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './difficulty.module.css';
import { OwnEvidence } from './OwnEvidence.tsx';
import { useRaiseDifficulty } from './queries.ts';
import { useDifficultyTexts } from './use-difficulty-texts.ts';
import { useWording } from './use-wording.ts';

/** What is hindered, as an address names it. */
export type Hindered =
  | { readonly kind: 'item'; readonly id: string }
  | { readonly kind: 'submission'; readonly id: string; readonly item: string | null };

/** What a report asks for, by its code and name. */
export interface AskedItem {
  readonly value: string;
  readonly label: string;
}

const WHOLE = 'ca-bao-cao';

interface RaiseFormProps {
  readonly about: Hindered;
  /** Of a report, what it asks for. */
  readonly asked: readonly AskedItem[];
  /** The organizations for which the person may raise one. */
  readonly organizations: readonly { readonly code: string; readonly name: string }[];
  readonly onRaised: (difficulty: DifficultyView) => void;
}

/** Raises a difficulty: for whom, of which kind, in which words, answered by when, with which evidence. */
export const RaiseForm = ({ about, asked, organizations, onRaised }: RaiseFormProps) => {
  const { texts } = useDifficultyTexts();
  const { shared } = useWording();
  const [entries, setEntries] = useState({
    ...{ organization: organizations[0]?.code ?? '', kind: DIFFICULTY_KINDS[0] as DifficultyKind },
    ...{ words: '', suggestion: '', dueDay: '' },
  });
  const [item, setItem] = useState(about.kind === 'submission' ? about.item : null);
  const [evidence, setEvidence] = useState<readonly string[]>([]);
  const [isTried, setIsTried] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const saving = useRaiseDifficulty();
  const { raise } = texts;
  const change = (changed: Partial<typeof entries>): void => {
    setEntries((before) => ({ ...before, ...changed }));
    setWriteId(newId());
  };
  const isBlank = (text: string): boolean => text.trim() === '';
  const submit = (): void => {
    setIsTried(true);
    const { organization, kind, words, suggestion, dueDay } = entries;
    if (isBlank(words) || dueDay === '') return;
    saving.mutate(
      {
        ...{ organization, kind, words, dueDay, evidence: [...evidence], writeId },
        suggestion: isBlank(suggestion) ? null : suggestion,
        about: about.kind === 'item' ? about : { ...about, item },
      },
      { onSuccess: onRaised },
    );
  };
  return (
    <div className={styles.form} role="group" aria-label={raise.title}>
      {saving.isError && <ErrorState error={saving.error} where={raise.title} />}
      {organizations.length > 1 && (
        <NativeSelect
          label={raise.agency}
          value={entries.organization}
          data={organizations.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={({ currentTarget: { value } }) => {
            change({ organization: value });
            setEvidence([]);
          }}
        />
      )}
      <NativeSelect
        label={raise.kind}
        value={entries.kind}
        data={DIFFICULTY_KINDS.map((kind) => ({ value: kind, label: shared.kinds[kind] }))}
        onChange={({ currentTarget: { value } }) => {
          change({ kind: value as DifficultyKind });
        }}
      />
      {about.kind === 'submission' && (
        <ChoiceSelect
          label={raise.item}
          value={item ?? WHOLE}
          choices={[{ value: WHOLE, label: raise.wholeReport }, ...asked]}
          onChange={(value) => {
            setItem(value === WHOLE ? null : value);
            setWriteId(newId());
          }}
        />
      )}
      <Textarea
        label={raise.words}
        required
        maxLength={4000}
        rows={3}
        value={entries.words}
        error={isTried && isBlank(entries.words) ? texts.wordsMissing : undefined}
        onChange={({ currentTarget: { value } }) => {
          change({ words: value });
        }}
      />
      <Textarea
        label={raise.suggestion}
        maxLength={4000}
        rows={2}
        value={entries.suggestion}
        onChange={({ currentTarget: { value } }) => {
          change({ suggestion: value });
        }}
      />
      <TextInput
        type="date"
        label={raise.dueDay}
        required
        value={entries.dueDay}
        error={isTried && entries.dueDay === '' ? texts.dayMissing : undefined}
        onChange={({ currentTarget: { value } }) => {
          change({ dueDay: value });
        }}
      />
      <OwnEvidence
        organization={entries.organization}
        chosen={evidence}
        onChange={(chosen) => {
          setEvidence(chosen);
          setWriteId(newId());
        }}
      />
      <div className={styles.buttons}>
        <Button loading={saving.isPending} onClick={submit}>
          {raise.submit}
        </Button>
      </div>
    </div>
  );
};
