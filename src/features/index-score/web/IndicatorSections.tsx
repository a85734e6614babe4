import type { ComponentExplanation } from '#features/index-score/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import { RegisterFigures } from '#web/widgets/asset-figure/RegisterFigures.tsx';
import { ArithmeticSteps } from '#web/widgets/index-score/ArithmeticSteps.tsx';
import { RuleSentence } from '#web/widgets/index-score/RuleSentence.tsx';
import { AssumptionTable } from './Assumptions.tsx';
import { RuleCertainty } from './RuleCertainty.tsx';
import { CandidateSection } from './CandidateSection.tsx';
import { ComponentFindings } from './ComponentFindings.tsx';
import styles from './ComponentPage.module.css';
import { DataSection } from './DataSection.tsx';
import { ExampleSection } from './ExampleSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { indexMessages } from './messages.ts';
import { ProvenanceSection } from './ProvenanceSection.tsx';
import { ServingTasks } from '#web/widgets/task-purpose/ServingTasks.tsx';
import { RelatedSections } from './RelatedSections.tsx';
import { buildRuleCurve } from './rule-curve.ts';
import { RuleCurve } from './RuleCurve.tsx';
import { StatedScores } from './StatedScores.tsx';

/** A component indicator, step by step: rule, arithmetic, data, checks, provenance, and what the plans do about it. */
export const IndicatorSections = ({ component }: { readonly component: ComponentExplanation }) => {
  const { component: words } = useMessages(indexMessages);
  const { rule, steps, dataItems, provenance, maximum } = component;
  const items = dataItems.map(({ item }) => item);
  // What was inferred from a name may count otherwise: it has no place on the curve of this rule.
  const aims = component.related.flatMap(({ certainty, targetValue }) =>
    certainty === 'stated' && targetValue !== null ? [targetValue] : [],
  );
  const curve = rule && buildRuleCurve(rule, steps, maximum, aims);
  return (
    <>
      <div className={styles.explanation}>
        <div className={styles.reasoning}>
          {rule && (
            <Section title={words.ruleTitle}>
              <p className={styles.rule}>
                <RuleSentence rule={rule} items={items} />{' '}
                {provenance.rule && <RuleCertainty mark={provenance.rule.mark} rule={component.rule} />}
              </p>
            </Section>
          )}
          <Section title={words.arithmeticTitle}>
            {steps.length === 0 ? (
              <p>{words.arithmeticNone}</p>
            ) : (
              <ArithmeticSteps steps={steps} items={items} />
            )}
          </Section>
        </div>
        {curve && (
          <Section title={words.curveTitle}>
            <RuleCurve curve={curve} />
          </Section>
        )}
      </div>
      {component.assumptions.length > 0 && (
        <Section title={words.restsOnTitle}>
          <AssumptionTable assumptions={component.assumptions} />
        </Section>
      )}
      <DataSection component={component} />
      <RegisterFigures component={component} />
      <CandidateSection
        title={words.candidatesTitle}
        lead={words.candidatesLead}
        candidates={component.candidates}
        items={items}
      />
      <CandidateSection
        title={words.alternativesTitle}
        lead={words.alternativesLead}
        candidates={component.alternatives}
        items={items}
      />
      {component.framework.subjectKind === 'province' && <ServingTasks serves={component.code} />}
      <RelatedSections related={component.related} />
      {component.framework.subjectKind === 'province' && <ComponentFindings code={component.code} />}
      <ExampleSection examples={component.workedExamples} />
      <StatedScores component={component} />
      <ProvenanceSection component={component} />
      <HistorySection history={component.history} dataItems={component.dataItems} />
    </>
  );
};
