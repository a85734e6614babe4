import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { DecisionInput } from '#contract/submission.ts';
import { focusAtOnce } from '#features/collection/web/focus-at-once.ts';
import { useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import type { AppraisalRow } from './appraisal-rows.ts';
import { type DecisionDraft, type DraftFault, draftOf, readDecision } from './decision-draft.ts';
import { appraisalMessages } from './messages.ts';
import styles from './Appraisal.module.css';

const STATES = ['value', 'blank', 'not-applicable'] as const satisfies readonly DecisionDraft['state'][];

interface FieldProps {
  readonly row: AppraisalRow;
  readonly draft: DecisionDraft;
  readonly faults: readonly DraftFault[];
  readonly onChange: (change: Partial<DecisionDraft>) => void;
}

const ValueField = ({ row, draft, faults, onChange }: FieldProps) => {
  const { form: words } = useMessages(appraisalMessages);
  const pick = usePickText();
  const { item } = row.asked;
  const error = faults.includes('value-missing')
    ? words.valueMissing
    : faults.includes('value-malformed')
      ? words.valueMalformed
      : null;
  const onTyped = (typed: string) => {
    onChange({ typed });
  };
  if (item.kind === 'number') {
    const unit = pick(item.unit);
    return (
      <TextInput
        ref={focusAtOnce}
        label={unit === '' ? words.value : words.valueOf(unit)}
        inputMode="decimal"
        autoComplete="off"
        value={draft.typed}
        error={error}
        onChange={(event) => {
          onTyped(event.currentTarget.value);
        }}
      />
    );
  }
  const choices =
    item.kind === 'yes-no'
      ? [
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]
      : item.levels.map(({ code, name }) => ({ value: code, label: pick(name) }));
  return (
    <NativeSelect
      ref={focusAtOnce}
      label={words.value}
      value={draft.typed}
      error={error}
      data={[{ value: '', label: '' }, ...choices]}
      onChange={(event) => {
        onTyped(event.currentTarget.value);
      }}
    />
  );
};

interface DecisionFormProps {
  readonly row: AppraisalRow;
  readonly kind: DecisionDraft['kind'];
  readonly isSaving: boolean;
  readonly onSave: (input: DecisionInput) => void;
  readonly onClose: () => void;
}

/** Puts another figure in place of the declared one, or sends it back; both say why. Esc leaves it as it was. */
export const DecisionForm = ({ row, kind, isSaving, onSave, onClose }: DecisionFormProps) => {
  const { form: words } = useMessages(appraisalMessages);
  const pick = usePickText();
  const { locale } = useLocale();
  const [draft, setDraft] = useState(() => draftOf(row, kind, locale));
  const [faults, setFaults] = useState<readonly DraftFault[]>([]);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const shown = form.current;
    const leave = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onClose();
    };
    shown?.addEventListener('keydown', leave);
    return () => shown?.removeEventListener('keydown', leave);
  }, [onClose]);
  const change = (part: Partial<DecisionDraft>) => {
    setFaults([]);
    setDraft({ ...draft, ...part });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const read = readDecision(row, draft, locale);
    if ('faults' in read) setFaults(read.faults);
    else onSave(read.input);
  };
  const name = pick(row.asked.item.name);
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={kind === 'corrected' ? words.correct(name) : words.return(name)}
      onSubmit={submit}
      ref={form}
    >
      {kind === 'corrected' && (
        <>
          <NativeSelect
            label={words.state}
            value={draft.state}
            data={STATES.map((state) => ({ value: state, label: words.states[state] }))}
            onChange={(event) => {
              const state = STATES.find((known) => known === event.currentTarget.value);
              if (state) change({ state });
            }}
          />
          {draft.state === 'value' && (
            <ValueField row={row} draft={draft} faults={faults} onChange={change} />
          )}
        </>
      )}
      <Textarea
        ref={kind === 'returned' ? focusAtOnce : null}
        label={words.reason}
        rows={2}
        maxLength={2000}
        value={draft.reason}
        error={faults.includes('reason-missing') ? words.reasonMissing : null}
        onChange={(event) => {
          change({ reason: event.currentTarget.value });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="compact-md" loading={isSaving}>
          {words.save}
        </Button>
        <Button variant="default" size="compact-md" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
};
