import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ImprovementAim } from '#contract/improvement-plan.ts';
import type { OptionList } from '#features/improvement-plan/contract.ts';
import { useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { parseNumber, typedNumber } from '#web/i18n/parse-number.ts';
import { Section } from '#web/ui/Section.tsx';
import styles from './improvement.module.css';
import { improvementMessages } from './messages.ts';

interface AimFormProps {
  readonly aim: ImprovementAim;
  readonly mainIndicators: OptionList['mainIndicators'];
  readonly onAim: (aim: ImprovementAim) => void;
}

const WRAPPER_ORDER: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

const KINDS = ['points', 'most-points', 'rank'] as const;

const amountOf = (aim: ImprovementAim): string => {
  if (aim.kind === 'points') return aim.points;
  return aim.kind === 'rank' ? String(aim.rank) : (aim.effort ?? '');
};

/** Chooses the goal; nothing is computed before the button is pressed. */
export const AimForm = ({ aim, mainIndicators, onAim }: AimFormProps) => {
  const { aim: words } = useMessages(improvementMessages);
  const { locale } = useLocale();
  const pick = usePickText();
  const [kind, setKind] = useState<ImprovementAim['kind']>(aim.kind);
  const [component, setComponent] = useState(aim.kind === 'rank' ? '' : (aim.component ?? ''));
  const [amount, setAmount] = useState(typedNumber(amountOf(aim), locale));
  const [problem, setProblem] = useState<string>();

  const understand = (): ImprovementAim | undefined => {
    const whole = component === '' ? null : component;
    if (kind === 'most-points' && amount.trim() === '') return { kind, component: whole, effort: null };
    const number = parseNumber(amount, locale);
    if (number === undefined || number.startsWith('-')) return undefined;
    if (kind === 'points') return { kind, component: whole, points: number };
    if (kind === 'most-points') return { kind, component: whole, effort: number };
    return /^[1-9]\d{0,3}$/.test(number) ? { kind, rank: Number(number) } : undefined;
  };

  return (
    <Section title={words.title} onScreenOnly>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const understood = understand();
          setProblem(understood ? undefined : kind === 'rank' ? words.wrongRank : words.wrongNumber);
          if (understood) onAim(understood);
        }}
      >
        <NativeSelect
          label={words.kind}
          value={kind}
          data={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(event) => {
            const chosen = KINDS.find((one) => one === event.currentTarget.value) ?? 'points';
            setKind(chosen);
            setAmount(chosen === aim.kind ? typedNumber(amountOf(aim), locale) : '');
            setProblem(undefined);
          }}
        />
        {kind !== 'rank' && (
          <NativeSelect
            label={words.component}
            value={component}
            data={[
              { value: '', label: words.whole },
              ...mainIndicators.map(({ code, name }) => ({ value: code, label: `${code} ${pick(name)}` })),
            ]}
            onChange={(event) => {
              setComponent(event.currentTarget.value);
            }}
          />
        )}
        <TextInput
          label={kind === 'points' ? words.points : kind === 'rank' ? words.rank : words.effort}
          {...(kind === 'most-points' && { description: words.effortHelp, inputWrapperOrder: WRAPPER_ORDER })}
          inputMode="decimal"
          value={amount}
          error={problem}
          onChange={(event) => {
            setAmount(event.currentTarget.value);
          }}
        />
        <Button type="submit">{words.compute}</Button>
      </form>
    </Section>
  );
};
