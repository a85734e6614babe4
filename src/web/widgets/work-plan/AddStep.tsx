import { Button } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import { EMPTY_DRAFT } from '#core/work-plan/step-draft.ts';
import type { WorkPlan } from '#features/work-plan/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { useAddSteps } from './queries.ts';
import { StepFields } from './StepFields.tsx';
import { useStepDraft } from './use-step-draft.ts';
import { useWorkPlanWording } from './use-work-plan-wording.ts';
import styles from './work-plan.module.css';

/** Adds one step at the end of the plan. */
export const AddStep = ({ plan }: { readonly plan: WorkPlan }) => {
  const { words } = useWorkPlanWording();
  const { draft, problems, writeId, change, tryToRead, reset } = useStepDraft(EMPTY_DRAFT, plan);
  const saving = useAddSteps({ id: plan.task.id, organization: plan.organization.code });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const content = tryToRead();
    if (content) saving.mutate({ steps: [content], writeId }, { onSuccess: reset });
  };
  return (
    <details>
      <summary>{words.add.title}</summary>
      <form className={styles.form} onSubmit={submit} noValidate>
        {saving.isError && <ErrorState error={saving.error} where={words.add.title} />}
        {saving.isSuccess && <p role="status">{words.add.added}</p>}
        <StepFields draft={draft} plan={plan} problems={problems} onChange={change} />
        <div className={styles.buttons}>
          <Button type="submit" loading={saving.isPending}>
            {words.add.submit}
          </Button>
        </div>
      </form>
    </details>
  );
};
