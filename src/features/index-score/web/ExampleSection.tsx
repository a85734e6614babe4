import type { WorkedExampleView } from '#features/index-score/contract.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { PointsRange } from '#web/ui/PointsRange.tsx';
import { Section } from '#web/ui/Section.tsx';
import { RuleSentence } from '#web/widgets/index-score/RuleSentence.tsx';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import { ArithmeticSteps } from '#web/widgets/index-score/ArithmeticSteps.tsx';
import { ScorePlace } from '#web/widgets/index-score/ScorePlace.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import styles from './ComponentPage.module.css';
import { indexMessages, type IndexWords } from './messages.ts';

const TONES = {
  given: 'good',
  'given-within-rounding': 'good',
  'not-given': 'bad',
  'not-testable': 'open',
} as const satisfies Record<WorkedExampleView['verdict'], StateTone>;

const subjectOf = (example: WorkedExampleView, words: IndexWords['component']): string => {
  const year = String(example.year);
  if (!example.subject) return words.exampleUnknown(year);
  const name = example.subject.name;
  return example.subjectCertainty === 'likely'
    ? words.exampleLikely(name, year)
    : words.exampleOf(name, year);
};

/** Printed scores held against the rule: what it gives, and whether that is what is printed. */
export const ExampleSection = ({ examples }: { readonly examples: readonly WorkedExampleView[] }) => {
  const { component: words } = useMessages(indexMessages);
  if (examples.length === 0) return null;
  return (
    <Section title={words.examplesTitle} lead={words.examplesLead}>
      {examples.map((example) => (
        <Example key={`${String(example.place?.line)} ${example.printedPoints}`} example={example} />
      ))}
    </Section>
  );
};

const Example = ({ example }: { readonly example: WorkedExampleView }) => {
  const { component: words } = useMessages(indexMessages);
  const format = useFormat();
  const pick = usePickText();
  const { locale } = useLocale();
  const {
    values,
    printedPoints,
    rule,
    ruleOrigin,
    computed,
    computedOverRounding,
    verdict,
    steps,
    note,
    place,
  } = example;
  const isRounded = computedOverRounding.low !== computed.low || computedOverRounding.high !== computed.high;
  return (
    <div className={styles.example}>
      <div className={styles.exampleHead}>
        <strong>{subjectOf(example, words)}</strong>
        <StateBadge tone={TONES[verdict]}>{words.verdicts[verdict]}</StateBadge>
        {place && <ScorePlace place={place} />}
      </div>
      <dl className={styles.facts}>
        {values.map(({ item, value }) => (
          <div key={item.code}>
            <dt>{pick(item.name)}</dt>
            <dd>{describeValue(item, value, locale)}</dd>
          </div>
        ))}
        <div>
          <dt>{words.printed}</dt>
          <dd>{format.points(printedPoints)}</dd>
        </div>
        <div>
          <dt>{words.computed[ruleOrigin]}</dt>
          <dd>
            <PointsRange {...computed} />
          </dd>
        </div>
        {isRounded && (
          <div>
            <dt>{words.computedOverRounding}</dt>
            <dd>
              <PointsRange {...computedOverRounding} />
            </dd>
          </div>
        )}
      </dl>
      <p className={styles.note}>
        {words.appliedRule[ruleOrigin]} <RuleSentence rule={rule} items={values.map(({ item }) => item)} />
      </p>
      {note && <p className={styles.note}>{pick(note)}</p>}
      <details>
        <summary>{words.arithmeticTitle}</summary>
        <ArithmeticSteps steps={steps} items={values.map(({ item }) => item)} />
      </details>
    </div>
  );
};
