import { Checkbox, NumberInput } from '@mantine/core';
import { FURTHEST_STEP, MOST_REPETITIONS, type StepRepetition } from '#core/reminder/ladder.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { reminderMessages } from './messages.ts';
import styles from './reminder.module.css';

// What is offered first: a working week, for about a quarter.
const OFFERED: StepRepetition = { every: 5, times: 12 };

interface RepeatFieldsProps {
  readonly repeat: StepRepetition | null;
  readonly onChange: (repeat: StepRepetition | null) => void;
}

/** Whether a step tells again while the work is not done, how often and how many times at most. */
export const RepeatFields = ({ repeat, onChange }: RepeatFieldsProps) => {
  const { ladder: words } = useMessages(reminderMessages);
  const field = (key: keyof StepRepetition, label: string, max: number, value: StepRepetition) => (
    <NumberInput
      label={label}
      min={1}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      value={value[key]}
      onChange={(typed) => {
        const number = Number(typed);
        if (Number.isInteger(number) && number >= 1) onChange({ ...value, [key]: number });
      }}
    />
  );
  return (
    <div className={styles.repeat}>
      <Checkbox
        label={words.repeat}
        checked={repeat !== null}
        onChange={({ currentTarget: { checked } }) => onChange(checked ? OFFERED : null)}
      />
      {repeat !== null && (
        <div className={styles.repetition}>
          {field('every', words.every, FURTHEST_STEP, repeat)}
          {field('times', words.times, MOST_REPETITIONS, repeat)}
        </div>
      )}
    </div>
  );
};
