import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { DifficultyView } from '#features/difficulty/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { ChoiceSelect } from '#web/ui/register-table/ChoiceSelect.tsx';
import { organizationChoices } from '#web/widgets/organization/organization-choices.ts';
import { buildMove, type LaterMove, listMissing, MOVE_FIELDS, type MoveEntries } from './build-move.ts';
import styles from './difficulty.module.css';
import { OwnEvidence } from './OwnEvidence.tsx';
import { organizationsQuery, useMove } from './queries.ts';
import { useDifficultyTexts } from './use-difficulty-texts.ts';

const OrganizationChoice = ({
  value,
  error,
  onChange,
}: {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (code: string) => void;
}) => {
  const { texts } = useDifficultyTexts();
  const { data } = useQuery(organizationsQuery);
  return (
    <ChoiceSelect
      label={texts.organization}
      required
      error={error}
      value={value === '' ? null : value}
      {...organizationChoices(data?.items ?? [])}
      onChange={(code) => {
        onChange(code ?? '');
      }}
    />
  );
};

interface MoveFormProps {
  readonly difficulty: DifficultyView;
  readonly move: LaterMove;
}

/** Says or decides something of a difficulty: what the move asks for, and nothing else. */
export const MoveForm = ({ difficulty, move }: MoveFormProps) => {
  const { texts } = useDifficultyTexts();
  const { id, version, dueDay, today, organization } = difficulty;
  const blank: MoveEntries = {
    ...{ words: '', document: '', organization: '', evidence: [] },
    dueDay: dueDay >= today ? dueDay : '',
  };
  const [entries, setEntries] = useState(blank);
  const [isTried, setIsTried] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const saving = useMove(id);
  const { has, words } = MOVE_FIELDS[move];
  const missing = isTried ? listMissing(move, entries) : [];
  const change = (changed: Partial<MoveEntries>): void => {
    setEntries((before) => ({ ...before, ...changed }));
    setWriteId(newId());
  };
  const submit = (): void => {
    setIsTried(true);
    if (listMissing(move, entries).length > 0) return;
    saving.mutate(buildMove(move, entries, { version, writeId }));
  };
  return (
    <details>
      <summary>{texts.moves[move]}</summary>
      <div className={styles.form} role="group" aria-label={texts.moves[move]}>
        {saving.isError && <ErrorState error={saving.error} where={texts.moves[move]} />}
        {has.includes('organization') && (
          <OrganizationChoice
            value={entries.organization}
            error={missing.includes('organization') ? texts.organizationMissing : undefined}
            onChange={(code) => {
              change({ organization: code });
            }}
          />
        )}
        <Textarea
          label={texts.labels[move]}
          required={words === 'required'}
          maxLength={4000}
          rows={2}
          value={entries.words}
          error={missing.includes('words') ? texts.wordsMissing : undefined}
          onChange={({ currentTarget: { value } }) => {
            change({ words: value });
          }}
        />
        {has.includes('document') && (
          <TextInput
            label={texts.documentLabel}
            maxLength={500}
            value={entries.document}
            onChange={({ currentTarget: { value } }) => {
              change({ document: value });
            }}
          />
        )}
        {has.includes('dueDay') && (
          <TextInput
            type="date"
            label={texts.dueDay}
            required
            min={today}
            value={entries.dueDay}
            error={missing.includes('dueDay') ? texts.dayMissing : undefined}
            onChange={({ currentTarget: { value } }) => {
              change({ dueDay: value });
            }}
          />
        )}
        {has.includes('evidence') && (
          <OwnEvidence
            organization={organization.code}
            chosen={entries.evidence}
            onChange={(evidence) => {
              change({ evidence });
            }}
          />
        )}
        <div className={styles.buttons}>
          <Button
            variant={move === 'withdraw' ? 'default' : 'filled'}
            loading={saving.isPending}
            onClick={submit}
          >
            {texts.moves[move]}
          </Button>
        </div>
      </div>
    </details>
  );
};
