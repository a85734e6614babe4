import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import { choiceOf } from '#core/scoring/definition/wording/field-wording.ts';
import { SUBJECT_KINDS, type SubjectKind } from '#core/scoring/framework.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './framework.module.css';
import { frameworkMessages } from './messages.ts';
import { useCreate } from './queries.ts';
import { useFieldWording } from './wordings.ts';

const CODE = /^[a-z0-9][a-z0-9-]{1,58}$/;

/** Begins a framework from nothing and opens it in the editor. */
export const CreateForm = ({ onClose }: { readonly onClose: () => void }) => {
  const { create: words, move, page } = useMessages(frameworkMessages);
  const fields = useFieldWording();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [code, setCode] = useState('');
  const [subjectKind, setSubjectKind] = useState<SubjectKind>('commune');
  const [year, setYear] = useState<string | number>(() => new Date().getFullYear());
  const [isChecked, setIsChecked] = useState(false);
  // One id per opened form: a retry after a lost answer must not begin twice.
  const [writeId] = useState(() => newId());
  const creating = useCreate();
  const isYear = typeof year === 'number' && year >= 2000 && year <= 2100;
  const isTitled = title.trim() !== '';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (!CODE.test(code) || !isYear || !isTitled) return;
    creating.mutate(
      { code, title: title.trim(), subjectKind, assessmentYear: year, writeId },
      {
        onSuccess: (row) => {
          void navigate({
            to: '/bo-chi-so/khung/$code/$version/sua',
            params: { code: row.code, version: String(row.version) },
            search: { phan: 'chi-so' },
          });
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate style={{ maxWidth: '32rem' }}>
      {creating.isError && <ErrorState error={creating.error} where={page} />}
      <TextInput
        label={words.title}
        value={title}
        maxLength={300}
        error={isChecked && !isTitled ? words.titleMissing : undefined}
        onChange={(event) => {
          setTitle(event.currentTarget.value);
        }}
      />
      <TextInput
        label={move.code}
        description={move.codeHint}
        value={code}
        maxLength={60}
        error={isChecked && !CODE.test(code) ? move.codeWrong : undefined}
        onChange={(event) => {
          setCode(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={words.subjectKind}
        value={subjectKind}
        data={SUBJECT_KINDS.map((kind) => ({ value: kind, label: choiceOf('subjectKind', kind, fields) }))}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          setSubjectKind(SUBJECT_KINDS.find((kind) => kind === chosen) ?? subjectKind);
        }}
      />
      <NumberInput
        label={move.year}
        value={year}
        allowDecimal={false}
        hideControls
        error={isChecked && !isYear ? move.yearWrong : undefined}
        onChange={setYear}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={creating.isPending}>
          {words.begin}
        </Button>
        <Button variant="default" onClick={onClose}>
          {move.cancel}
        </Button>
      </div>
    </form>
  );
};
