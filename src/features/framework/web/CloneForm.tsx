import { Button, NumberInput, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import type { FrameworkRow } from '#features/framework/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './framework.module.css';
import { frameworkMessages } from './messages.ts';
import { useClone } from './queries.ts';

const CODE = /^[a-z0-9][a-z0-9-]{1,58}$/;

/** The code of the next year's framework: a year in the code grows with it. */
const codeOfNextYear = ({ code, assessmentYear }: FrameworkRow): string => {
  const next = code.replace(String(assessmentYear), String(assessmentYear + 1));
  return next === code ? `${code}-${String(assessmentYear + 1)}` : next;
};

interface CloneFormProps {
  readonly row: FrameworkRow;
  readonly onClose: () => void;
}

/** Copies a version into a draft: by default for the next year. */
export const CloneForm = ({ row, onClose }: CloneFormProps) => {
  const { move: words } = useMessages(frameworkMessages);
  const navigate = useNavigate();
  const [code, setCode] = useState(() => codeOfNextYear(row));
  const [year, setYear] = useState<string | number>(row.assessmentYear + 1);
  const [isChecked, setIsChecked] = useState(false);
  // One id per opened form: a retry after a lost answer must not copy twice.
  const [writeId] = useState(() => newId());
  const cloning = useClone(row);
  const isYear = typeof year === 'number' && year >= 2000 && year <= 2100;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (!CODE.test(code) || !isYear) return;
    cloning.mutate(
      { code, assessmentYear: year, writeId },
      {
        onSuccess: (copy) => {
          void navigate({
            to: '/bo-chi-so/khung/$code/$version',
            params: { code: copy.code, version: String(copy.version) },
          });
          onClose();
        },
      },
    );
  };
  return (
    <Section title={words.cloneTitle} lead={words.cloneText}>
      <form className={styles.form} onSubmit={submit} noValidate style={{ maxWidth: '32rem' }}>
        {cloning.isError && <ErrorState error={cloning.error} />}
        <TextInput
          label={words.code}
          description={words.codeHint}
          value={code}
          maxLength={60}
          error={isChecked && !CODE.test(code) ? words.codeWrong : undefined}
          onChange={(event) => {
            setCode(event.currentTarget.value);
          }}
        />
        <NumberInput
          label={words.year}
          value={year}
          allowDecimal={false}
          hideControls
          error={isChecked && !isYear ? words.yearWrong : undefined}
          onChange={setYear}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={cloning.isPending}>
            {words.clone}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Section>
  );
};
