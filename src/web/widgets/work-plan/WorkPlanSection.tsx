import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getWorkPlanSheet, type WorkPlan } from '#features/work-plan/contract.ts';
import { addressOf } from '#web/api/call.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { AddStep } from './AddStep.tsx';
import { PasteSteps } from './PasteSteps.tsx';
import { type PlanParams, workPlanQuery, workPlansQuery } from './queries.ts';
import { StepTable } from './StepTable.tsx';
import { describeProgress, useWorkPlanWording } from './use-work-plan-wording.ts';
import styles from './work-plan.module.css';

const useLead = ({ task, steps, mayWrite }: WorkPlan, isKept: boolean): string => {
  const { words } = useWorkPlanWording();
  if (task.isEnded) return words.ended;
  if (isKept) return words.kept;
  return steps.length === 0 && mayWrite ? words.none : words.lead;
};

const PLACE = 'ke-hoach-thuc-hien';

/** The plan arrives after the page: who has come for it is led to it then, once. */
const useArrival = (): void => {
  useEffect(() => {
    if (window.location.hash === `#${PLACE}`) document.getElementById(PLACE)?.scrollIntoView();
  }, []);
};

const PlanContents = ({ plan, isKept }: { readonly plan: WorkPlan; readonly isKept: boolean }) => {
  const wording = useWorkPlanWording();
  const { words } = wording;
  const { organization, task, steps, handed, takenOver, done, overdue, mayWrite } = plan;
  const lead = useLead(plan, isKept);
  useArrival();
  const params = { id: task.id, organization: organization.code };
  return (
    <Section
      {...(!isKept && { id: PLACE })}
      title={words.title(
        organization.name,
        describeProgress({ steps: steps.length, done, overdue }, wording),
      )}
      lead={lead}
      onScreenOnly={steps.length + handed.length + takenOver.length === 0}
      aside={
        steps.length > 0 && (
          <a href={addressOf(getWorkPlanSheet, { params })} download>
            {words.sheet}
          </a>
        )
      }
    >
      {steps.length > 0 && <StepTable plan={plan} steps={steps} />}
      {handed.length > 0 && (
        <>
          <h3 className={styles.heading}>{words.handedTitle}</h3>
          <StepTable plan={plan} steps={handed} isOfOthers />
        </>
      )}
      {takenOver.length > 0 && (
        <>
          <h3 className={styles.heading}>{words.takenOverTitle}</h3>
          <StepTable plan={plan} steps={takenOver} isOfOthers />
        </>
      )}
      {mayWrite && (
        <div className={styles.adding}>
          <AddStep plan={plan} />
          <PasteSteps plan={plan} />
        </div>
      )}
    </Section>
  );
};

interface WorkPlanSectionProps extends PlanParams {
  /** The organization answers for the task no more. */
  readonly isKept?: boolean;
}

/** The work plan of an organization under a task. Nothing while there is none that the reader could see or write. */
export const WorkPlanSection = ({ id, organization, isKept = false }: WorkPlanSectionProps) => {
  const { words } = useWorkPlanWording();
  const plan = useQuery(workPlanQuery({ id, organization }));
  if (plan.isError) return <ErrorState error={plan.error} where={words.caption} />;
  const { data } = plan;
  if (!data) return null;
  const isEmpty = data.steps.length + data.handed.length + data.takenOver.length === 0;
  return isEmpty && !data.mayWrite ? null : <PlanContents plan={data} isKept={isKept} />;
};

/** Plans under a task of organizations that have no part in it any more, and all of them once it has ended. */
export const KeptWorkPlans = ({ id }: { readonly id: string }) => {
  const { data } = useQuery(workPlansQuery(id));
  return (data?.items ?? [])
    .filter(({ answers }) => !answers)
    .map(({ organization: { code } }) => <WorkPlanSection key={code} id={id} organization={code} isKept />);
};

/** How many steps of its plan an organization has done: said where it reports, and never reported by itself. */
export const WorkPlanProgress = ({ id, organization }: PlanParams) => {
  const wording = useWorkPlanWording();
  const { data } = useQuery(workPlansQuery(id));
  const own = data?.items.find((item) => item.organization.code === organization);
  return own ? (
    <p className={styles.quiet}>{wording.words.progress(describeProgress(own, wording))}</p>
  ) : null;
};
