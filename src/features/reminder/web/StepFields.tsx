import { Button, Checkbox, NativeSelect, NumberInput, Stack } from '@mantine/core';
import {
  FURTHEST_STEP,
  LADDER_CHANNELS,
  REMINDER_AUDIENCES,
  type LadderStep,
} from '#core/reminder/ladder.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { reminderMessages } from './messages.ts';
import { RepeatFields } from './RepeatFields.tsx';
import styles from './reminder.module.css';

const SIGNS = { before: -1, on: 0, after: 1 } as const;

interface StepFieldsProps {
  /** Its place, from 1. */
  readonly place: number;
  readonly step: LadderStep;
  readonly onChange: (changed: Partial<LadderStep>) => void;
  readonly onRemove: () => void;
}

/** The fields of one step of the ladder, read as a sentence from left to right. */
export const StepFields = ({ place, step, onChange, onRemove }: StepFieldsProps) => {
  const { ladder: words, audiences, channels } = useMessages(reminderMessages);
  const { offset } = step;
  const when = offset < 0 ? 'before' : offset === 0 ? 'on' : 'after';
  return (
    <fieldset className={styles.step}>
      <legend>{words.step(String(place))}</legend>
      <div className={styles.when}>
        <NumberInput
          label={words.days}
          min={when === 'on' ? 0 : 1}
          max={FURTHEST_STEP}
          allowDecimal={false}
          allowNegative={false}
          disabled={when === 'on'}
          value={Math.abs(offset)}
          onChange={(value) => {
            const days = Number(value);
            if (Number.isInteger(days) && days >= 1) onChange({ offset: SIGNS[when] * days });
          }}
        />
        <NativeSelect
          label={words.when}
          value={when}
          data={[
            { value: 'before', label: words.whenBefore },
            { value: 'on', label: words.whenOn },
            { value: 'after', label: words.whenAfter },
          ]}
          onChange={({ currentTarget: { value } }) => {
            const sign = value === 'before' ? SIGNS.before : value === 'on' ? SIGNS.on : SIGNS.after;
            onChange({ offset: sign * Math.max(1, Math.abs(offset)) });
          }}
        />
      </div>
      <Checkbox.Group
        label={words.who}
        value={[...step.audiences]}
        onChange={(value) => onChange({ audiences: value })}
      >
        <Stack gap={4}>
          {REMINDER_AUDIENCES.map((audience) => (
            <Checkbox key={audience} value={audience} label={audiences[audience]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Checkbox.Group
        label={words.how}
        value={[...step.channels]}
        onChange={(value) => onChange({ channels: value })}
      >
        <Stack gap={4}>
          {LADDER_CHANNELS.map((channel) => (
            <Checkbox key={channel} value={channel} label={channels[channel]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <RepeatFields repeat={step.repeat} onChange={(repeat) => onChange({ repeat })} />
      <Button
        className={styles.remove ?? ''}
        size="compact-sm"
        variant="default"
        aria-label={words.removeOf(String(place))}
        onClick={onRemove}
      >
        {words.remove}
      </Button>
    </fieldset>
  );
};
