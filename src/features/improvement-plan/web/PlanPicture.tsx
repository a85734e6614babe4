import { useMemo } from 'react';
import type { PlanStepView, PlanView, SolvedPlans } from '#contract/improvement-plan.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { buildWaterfall, type WaterfallStep } from '#web/ui/chart/build-waterfall.ts';
import { ChartLegend } from '#web/ui/chart/ChartLegend.tsx';
import { ChartWithTable } from '#web/ui/chart/ChartWithTable.tsx';
import { improvementMessages } from './messages.ts';
import { stepColumns } from './step-columns.tsx';

interface PlanPictureProps {
  readonly solved: SolvedPlans;
  readonly plan: PlanView;
  /** 0 for the best, then its runners-up. */
  readonly place: number;
}

// The axis begins a little below the present points: the gains are what is looked at.
const ROOM = 10;

/** The gains of a plan as a waterfall, with its table: what to do, to which value, with whom. */
export const PlanPicture = ({ solved, plan, place }: PlanPictureProps) => {
  const words = useMessages(improvementMessages);
  const format = useFormat();
  const pick = usePickText();
  const wording = { words, format, pick };
  const build = useMemo(() => {
    const total = (key: string, name: string, points: string): WaterfallStep => ({
      ...{ kind: 'total', key, name, value: Number(points), text: format.points(points) },
    });
    const before = Number(plan.before.low);
    const steps: readonly WaterfallStep[] = [
      total('before', words.present, plan.before.low),
      ...plan.steps.map((step): WaterfallStep => ({
        kind: 'change',
        key: step.option,
        name: `${step.componentCode} ${pick(step.componentName)}`,
        value: Number(step.gain),
        text: format.signedPoints(step.gain),
      })),
      total('after', words.after, plan.after.low),
    ];
    return buildWaterfall({
      steps,
      formatNumber: (value) => format.number(String(value)),
      from: Math.max(0, Math.floor((before - ROOM) / ROOM) * ROOM),
      ...(solved.goal !== null && {
        goal: { name: words.goal, value: Number(solved.goal), text: format.number(solved.goal) },
      }),
    });
  }, [plan, solved, words, format, pick]);
  const bound = solved.goal === null ? format.points(plan.bound) : format.number(plan.bound);
  const proof = solved.goal === null ? words.pictureSourceMost(bound) : words.pictureSource(bound);
  return (
    <ChartWithTable<PlanStepView>
      caption={words.picture}
      description={words.pictureDescription(
        format.points(plan.before.low),
        format.points(plan.after.low),
        format.number(plan.steps.length),
      )}
      build={build}
      table="open"
      rows={plan.steps}
      rowKey={({ option }) => option}
      columns={stepColumns(wording)}
      legend={
        <ChartLegend
          entries={[
            { sign: 'total', name: words.legendTotal },
            { sign: 'gain', name: words.legendGain },
            ...(solved.goal === null ? [] : [{ sign: 'goal', name: words.legendGoal } as const]),
          ]}
        />
      }
      source={place > 0 ? words.pictureSourceRunnerUp : proof}
    />
  );
};
