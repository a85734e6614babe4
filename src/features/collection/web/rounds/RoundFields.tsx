import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { VALUE_KINDS } from '#core/submission/reporting-round.ts';
import { useMessages, usePickText } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import { roundMessages } from './messages.ts';
import { frameworksQuery } from './queries.ts';
import type { DraftFault, RoundDraft } from './round-draft.ts';
import styles from './rounds.module.css';

interface RoundFieldsProps {
  readonly draft: RoundDraft;
  /** Shown at their fields; empty until the form has been sent once. */
  readonly faults: readonly DraftFault[];
  readonly onChange: (change: Partial<RoundDraft>) => void;
}

/** What a round is about: its name, framework, period, and whether estimates are asked for. */
const ContentFields = ({ draft, faults, onChange }: RoundFieldsProps) => {
  const { form: words, valueKinds } = useMessages(roundMessages);
  const pick = usePickText();
  const frameworks = useQuery(frameworksQuery).data?.items ?? [];
  return (
    <Section title={words.what}>
      <div className={styles.fields}>
        <TextInput
          label={words.name}
          value={draft.title}
          maxLength={300}
          error={faults.includes('name-missing') ? words.nameMissing : null}
          onChange={(event) => {
            onChange({ title: event.currentTarget.value });
          }}
        />
        <NativeSelect
          label={words.framework}
          value={draft.framework}
          error={faults.includes('framework-missing') ? words.frameworkMissing : null}
          data={[
            { value: '', label: words.chooseFramework },
            ...frameworks
              .filter(({ isScoring }) => isScoring)
              .map(({ code, title, assessmentYear }) => ({
                value: code,
                label: `${pick(title)}, ${String(assessmentYear)}`,
              })),
          ]}
          onChange={(event) => {
            onChange({ framework: event.currentTarget.value, withoutOrganizations: [], withoutItems: [] });
          }}
        />
        <TextInput
          label={words.period}
          description={words.periodHint}
          value={draft.period}
          error={faults.includes('period-malformed') ? words.periodMalformed : null}
          onChange={(event) => {
            onChange({ period: event.currentTarget.value.trim().toUpperCase() });
          }}
        />
        <NativeSelect
          label={words.valueKind}
          value={draft.valueKind}
          data={VALUE_KINDS.map((kind) => ({ value: kind, label: valueKinds[kind] }))}
          onChange={(event) => {
            const valueKind = VALUE_KINDS.find((kind) => kind === event.currentTarget.value);
            if (valueKind) onChange({ valueKind });
          }}
        />
      </div>
    </Section>
  );
};

/** Until when figures are taken, whether they are proved, and how often they are appraised. */
const TermFields = ({ draft, faults, onChange }: RoundFieldsProps) => {
  const { form: words } = useMessages(roundMessages);
  return (
    <Section title={words.when}>
      <div className={styles.fields}>
        <TextInput
          type="date"
          label={words.dueDay}
          value={draft.dueDay}
          error={faults.includes('due-missing') ? words.dueMissing : null}
          onChange={(event) => {
            onChange({ dueDay: event.currentTarget.value });
          }}
        />
        <TextInput
          type="date"
          label={words.lockDay}
          description={words.lockHint}
          value={draft.lockDay}
          error={faults.includes('lock-before-due') ? words.lockBeforeDue : null}
          onChange={(event) => {
            onChange({ lockDay: event.currentTarget.value });
          }}
        />
        <NativeSelect
          label={words.steps}
          value={String(draft.appraisalSteps)}
          data={[
            { value: '1', label: words.step.one },
            { value: '2', label: words.step.two },
          ]}
          onChange={(event) => {
            onChange({ appraisalSteps: event.currentTarget.value === '2' ? 2 : 1 });
          }}
        />
      </div>
      <div className={styles.form} style={{ marginTop: '0.75rem' }}>
        <Checkbox
          label={words.dueBefore}
          checked={draft.dueBefore}
          onChange={(event) => {
            onChange({ dueBefore: event.currentTarget.checked });
          }}
        />
        <Checkbox
          label={words.evidence}
          checked={draft.requiresEvidence}
          onChange={(event) => {
            onChange({ requiresEvidence: event.currentTarget.checked });
          }}
        />
      </div>
    </Section>
  );
};

/** The fields of a round, beside whom it asks for what. */
export const RoundFields = (props: RoundFieldsProps) => (
  <>
    <ContentFields {...props} />
    <TermFields {...props} />
  </>
);
