import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocale, useMessages } from '#web/i18n/locale.tsx';
import { parseNumber, typedNumber } from '#web/i18n/parse-number.ts';
import { Section } from '#web/ui/Section.tsx';
import styles from './forecast.module.css';
import { forecastMessages } from './messages.ts';

interface ForecastAskProps {
  readonly goal: string | null;
  /** Percent. */
  readonly holds: number;
  readonly onAsk: (goal: string | undefined, holds: string) => void;
}

/** Asks for another goal, or another trust in inferred figures. */
export const ForecastAsk = ({ goal, holds, onAsk }: ForecastAskProps) => {
  const { ask: words } = useMessages(forecastMessages);
  const { locale } = useLocale();
  const [typedGoal, setGoal] = useState(goal === null ? '' : typedNumber(goal, locale));
  const [typedHolds, setHolds] = useState(String(holds));
  const [wrong, setWrong] = useState({ goal: false, holds: false });
  return (
    <Section title={words.title} onScreenOnly>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const points = typedGoal.trim() === '' ? undefined : parseNumber(typedGoal, locale);
          const isGoalWrong = typedGoal.trim() !== '' && (points === undefined || points.startsWith('-'));
          const isHoldsWrong = !/^(100|\d{1,2})$/.test(typedHolds.trim());
          setWrong({ goal: isGoalWrong, holds: isHoldsWrong });
          if (!isGoalWrong && !isHoldsWrong) onAsk(points, typedHolds.trim());
        }}
      >
        <TextInput
          label={words.goal}
          inputMode="decimal"
          value={typedGoal}
          error={wrong.goal ? words.wrong : undefined}
          onChange={(event) => {
            setGoal(event.currentTarget.value);
          }}
        />
        <TextInput
          label={words.holds}
          inputMode="numeric"
          value={typedHolds}
          error={wrong.holds ? words.wrongPercent : undefined}
          onChange={(event) => {
            setHolds(event.currentTarget.value);
          }}
        />
        <Button type="submit">{words.compute}</Button>
      </form>
    </Section>
  );
};
