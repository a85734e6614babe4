import type { PlanView } from '#contract/improvement-plan.ts';
import { englishPlans } from '#core/improvement-plan/wording/en.ts';
import { vietnamesePlans } from '#core/improvement-plan/wording/vi.ts';
import { useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './improvement.module.css';
import { improvementMessages } from './messages.ts';

const WORDINGS = { vi: vietnamesePlans, en: englishPlans } as const;

/** What a plan says, in plain words. */
export const PlanReading = ({ plan }: { readonly plan: PlanView }) => {
  const words = useMessages(improvementMessages);
  const { locale } = useLocale();
  const pick = usePickText();
  const nameOf = (option: string): string => {
    const step = plan.steps.find((one) => one.option === option);
    return step ? `${step.componentCode} ${pick(step.componentName)}` : option;
  };
  return (
    <Section title={words.reading}>
      <ul className={styles.reading}>
        {plan.remarks.map((remark) => (
          <li key={remark.kind}>{WORDINGS[locale].remark(remark, nameOf)}</li>
        ))}
      </ul>
    </Section>
  );
};
