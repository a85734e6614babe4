import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { StepDraft, StepField, StepProblem } from '#core/work-plan/step-draft.ts';
import { LONGEST_ASSIGNEE, LONGEST_NAME, LONGEST_RESULT } from '#core/work-plan/work-step.ts';
import type { WorkPlan } from '#features/work-plan/contract.ts';
import { useWorkPlanWording } from './use-work-plan-wording.ts';
import styles from './work-plan.module.css';

interface StepFieldsProps {
  readonly draft: StepDraft;
  readonly plan: Pick<WorkPlan, 'people' | 'partners'>;
  readonly problems: Readonly<Partial<Record<StepField, StepProblem>>>;
  readonly onChange: (draft: StepDraft) => void;
}

/** The fields of one step. */
export const StepFields = ({ draft, plan, problems, onChange }: StepFieldsProps) => {
  const { words } = useWorkPlanWording();
  const listId = useId();
  const fieldOf = (field: StepField) => {
    const problem = problems[field];
    return {
      ...{ label: words.fields[field], value: draft[field] },
      error: problem === undefined ? undefined : words.fieldProblems[problem],
      onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
        onChange({ ...draft, [field]: currentTarget.value });
      },
    };
  };
  return (
    <>
      <Textarea {...fieldOf('name')} required autosize minRows={1} maxLength={LONGEST_NAME} />
      <div className={styles.days}>
        <TextInput {...fieldOf('firstDay')} type="date" />
        <TextInput {...fieldOf('lastDay')} type="date" required />
      </div>
      <TextInput {...fieldOf('who')} list={listId} description={words.whoHelp} maxLength={LONGEST_ASSIGNEE} />
      <datalist id={listId}>
        {plan.people.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <TextInput {...fieldOf('result')} maxLength={LONGEST_RESULT} />
      {plan.partners.length > 0 && (
        <NativeSelect
          {...fieldOf('handedTo')}
          data={[
            { value: '', label: words.handedNobody },
            ...plan.partners.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      )}
    </>
  );
};
