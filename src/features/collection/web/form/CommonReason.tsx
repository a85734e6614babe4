import { saysSomething } from '#core/kernel/text.ts';
import { Button, Checkbox, Textarea } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { readCode } from '#core/task-progress/task-codes.ts';
import { usePickText } from '#web/i18n/locale.tsx';
import type { CheckedForm, FormRow } from './check-form.ts';
import { enterWords } from './enter-answer.ts';
import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';

const lacksReason = ({ value, explanation, problem }: FormRow): boolean =>
  value.state !== 'value' && explanation === '' && problem === null;

/** Figures without a value that nobody has explained, in the order of the form. */
const listUnexplained = ({ rows }: CheckedForm): readonly FormRow[] => rows.filter(lacksReason);

interface ChoicesProps {
  readonly rows: readonly FormRow[];
  readonly left: ReadonlySet<string>;
  readonly onLeave: (keys: readonly string[], isLeft: boolean) => void;
}

/** Which of them the reason is for: all, or some. */
const Choices = ({ rows, left, onLeave }: ChoicesProps) => {
  const { words } = useOpenForm().language;
  const pick = usePickText();
  const chosen = rows.filter(({ key }) => !left.has(key)).length;
  const isAll = chosen === rows.length;
  return (
    <fieldset className={styles.choices}>
      <legend>{words.common.choose}</legend>
      <Checkbox
        size="sm"
        label={words.common.all}
        checked={isAll}
        indeterminate={chosen > 0 && !isAll}
        onChange={() => {
          onLeave(
            rows.map(({ key }) => key),
            isAll,
          );
        }}
      />
      <div className={styles.choiceList}>
        {rows.map(({ key, value, source: { item } }) => (
          <Checkbox
            key={key}
            size="sm"
            label={words.common.row(
              readCode(item.code),
              pick(item.name),
              value.state === 'blank' ? words.blank : words.notApplicable,
            )}
            checked={!left.has(key)}
            onChange={({ currentTarget }) => {
              onLeave([key], !currentTarget.checked);
            }}
          />
        ))}
      </div>
    </fieldset>
  );
};

const NONE: ReadonlySet<string> = new Set();

const ReasonForm = ({
  rows,
  onDone,
}: {
  readonly rows: readonly FormRow[];
  readonly onDone: (count: number) => void;
}) => {
  const { saver, cellLanguage, language } = useOpenForm();
  const { words, format } = language;
  const [reason, setReason] = useState('');
  const [left, setLeft] = useState(NONE);
  const [isTried, setTried] = useState(false);
  const chosen = rows.filter(({ key }) => !left.has(key));
  const isEmpty = !saysSomething(reason);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isEmpty || chosen.length === 0) return;
    saver.enter(chosen.map((row) => enterWords(row, { explanation: reason.trim() }, cellLanguage)));
    saver.sendNow();
    setReason('');
    setLeft(NONE);
    setTried(false);
    onDone(chosen.length);
  };
  return (
    <form className={styles.commonForm} onSubmit={submit} noValidate>
      <Textarea
        label={words.common.reason}
        description={words.common.hint}
        value={reason}
        maxLength={2000}
        rows={2}
        error={isTried && isEmpty ? words.common.reasonMissing : null}
        onChange={({ currentTarget }) => {
          setReason(currentTarget.value);
        }}
      />
      <Choices
        rows={rows}
        left={left}
        onLeave={(keys, isLeft) => {
          const next = new Set(left);
          for (const key of keys) {
            if (isLeft) next.add(key);
            else next.delete(key);
          }
          setLeft(next);
        }}
      />
      <div>
        <Button type="submit" variant="default" disabled={chosen.length === 0}>
          {words.common.save(format.number(chosen.length))}
        </Button>
      </div>
    </form>
  );
};

/** One typed reason for many figures that are blank or not applicable; each keeps it as if it had been typed there. */
export const CommonReason = ({ checked }: { readonly checked: CheckedForm }) => {
  const { form, language } = useOpenForm();
  const { words, format } = language;
  const [done, setDone] = useState<number | null>(null);
  const rows = listUnexplained(checked);
  // Once something was said it stays, so that it is read out.
  if (!form.mayWrite || (rows.length < 2 && done === null)) return null;
  return (
    <div className={styles.common}>
      {rows.length > 1 && (
        <details>
          <summary>{words.common.title(format.number(rows.length))}</summary>
          <ReasonForm rows={rows} onDone={setDone} />
        </details>
      )}
      <div role="status">{done !== null && <p>{words.common.done(format.number(done))}</p>}</div>
    </div>
  );
};
