import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImprovementRequest, SolvedPlans } from '#contract/improvement-plan.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { sessionQuery } from '#web/session/session.ts';
import { AgencyDuties } from './AgencyDuties.tsx';
import styles from './improvement.module.css';
import { KeepPlan } from './KeepPlan.tsx';
import { improvementMessages } from './messages.ts';
import { planCsv, saveFile } from './plan-csv.ts';
import { PlanChoice } from './PlanChoice.tsx';
import { PlanPicture } from './PlanPicture.tsx';
import { PlanReading } from './PlanReading.tsx';
import { keptPlanQuery } from './queries.ts';

interface SolvedPlanProps {
  readonly solved: SolvedPlans;
  readonly request: ImprovementRequest;
  readonly place: number;
  /** Id of the kept plan of which a new revision is made. */
  readonly revises?: string | undefined;
  readonly onChoose: (place: number) => void;
}

/** The plan that is shown: its reading, its picture, the agencies' duties, and what can be done with it. */
export const SolvedPlan = ({ solved, request, place, revises, onChoose }: SolvedPlanProps) => {
  const words = useMessages(improvementMessages);
  const format = useFormat();
  const pick = usePickText();
  const session = useQuery(sessionQuery);
  const [isKeeping, setKeeping] = useState(false);
  const earlier = useQuery({ ...keptPlanQuery(revises ?? '', undefined), enabled: revises !== undefined });
  const plan = solved.plans[place];
  if (!plan) return null;
  const hasSteps = plan.steps.length > 0;
  return (
    <>
      <PlanReading plan={plan} />
      {hasSteps && (
        <>
          <PlanPicture solved={solved} plan={plan} place={place} />
          <div className={styles.actions}>
            {session.data?.permittedActions.includes('improvement-plan.write') === true && (
              <Button
                onClick={() => {
                  setKeeping(true);
                }}
              >
                {earlier.data ? words.keep.openRevision(earlier.data.name) : words.keep.open}
              </Button>
            )}
            <Button
              variant="default"
              onClick={() => {
                const name = words.csvFile(solved.subject.code, String(solved.year));
                saveFile(`${name}.csv`, planCsv(plan.steps, { words, format, pick }));
              }}
            >
              {words.csv}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                window.print();
              }}
            >
              {words.print}
            </Button>
          </div>
          {plan.agencies.length > 0 && <AgencyDuties plan={plan} />}
          <PlanChoice solved={solved} place={place} onChoose={onChoose} />
        </>
      )}
      {isKeeping && (
        <KeepPlan
          solved={solved}
          request={request}
          place={place}
          earlier={earlier.data}
          onClose={() => {
            setKeeping(false);
          }}
        />
      )}
    </>
  );
};
