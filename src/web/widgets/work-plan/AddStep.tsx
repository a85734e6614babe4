import { Button } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import { EMPTY_DRAFT, readStepDraft } from '#core/work-plan/step-draft.ts';
import type { WorkPlan } from '#features/work-plan/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { useAddSteps } from './queries.ts';
import { StepFields } from './StepFields.tsx';
import { useWorkPlanWording } from './use-work-plan-wording.ts';
import styles from './work-plan.module.css';

/** Adds one step at the end of the plan. */
export const AddStep = ({ plan }: { readonly plan: WorkPlan }) => {
  const { words } = useWorkPlanWording();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [isTried, setIsTried] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const saving = useAddSteps({ id: plan.task.id, organization: plan.organization.code });
  const read = readStepDraft(draft, plan);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if ('problems' in read) return;
    saving.mutate(
      { steps: [read.content], writeId },
      {
        onSuccess: () => {
          setDraft(EMPTY_DRAFT);
          setIsTried(false);
          setWriteId(newId());
        },
      },
    );
  };
  return (
    <details>
      <summary>{words.add.title}</summary>
      <form className={styles.form} onSubmit={submit} noValidate>
        {saving.isError && <ErrorState error={saving.error} where={words.add.title} />}
        {saving.isSuccess && <p role="status">{words.add.added}</p>}
        <StepFields
          draft={draft}
          plan={plan}
          problems={isTried && 'problems' in read ? read.problems : {}}
          onChange={(changed) => {
            setDraft(changed);
            setWriteId(newId());
          }}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={saving.isPending}>
            {words.add.submit}
          </Button>
        </div>
      </form>
    </details>
  );
};
