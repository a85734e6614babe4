import type { DataItem } from '#contract/scoring.ts';
import type { Trace } from '#core/scoring/trace.ts';
import { useLocale } from '#web/i18n/locale.tsx';
import styles from './ArithmeticSteps.module.css';
import { namesOf, SCORING_WORDINGS } from './scoring-wordings.ts';

interface ArithmeticStepsProps {
  readonly steps: Trace;
  readonly items: readonly DataItem[];
  /** Shows what is folded away otherwise: paper can't be unfolded. */
  readonly unfolded?: boolean;
}

/** The arithmetic behind points, one line for each step; parts follow below their own line, possibilities unfold. */
export const ArithmeticSteps = ({ steps, items, unfolded = false }: ArithmeticStepsProps) => {
  const { locale } = useLocale();
  const names = namesOf(items, locale);
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        // Steps have no name of their own and never move: their place is their key.
        <li key={index} data-kind={step.kind} className={styles.step}>
          {step.kind === 'candidate' ? (
            <details open={unfolded}>
              <summary>{SCORING_WORDINGS[locale].step(step, names)}</summary>
              <ArithmeticSteps steps={step.steps} items={items} unfolded={unfolded} />
            </details>
          ) : (
            SCORING_WORDINGS[locale].step(step, names)
          )}
          {step.kind === 'part' && <ArithmeticSteps steps={step.steps} items={items} unfolded={unfolded} />}
        </li>
      ))}
    </ol>
  );
};
