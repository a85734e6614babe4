import { Button } from '@mantine/core';
import type { PlanView, SolvedPlans } from '#contract/improvement-plan.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { PointsRange } from '#web/ui/PointsRange.tsx';
import { Section } from '#web/ui/Section.tsx';
import { improvementMessages } from './messages.ts';

interface PlanChoiceProps {
  readonly solved: SolvedPlans;
  readonly place: number;
  readonly onChoose: (place: number) => void;
}

interface Choice {
  readonly plan: PlanView;
  readonly place: number;
}

/** The best plan and its runners-up, of which one is shown. */
export const PlanChoice = ({ solved, place: shown, onChoose }: PlanChoiceProps) => {
  const words = useMessages(improvementMessages);
  const format = useFormat();
  const { columns } = words;
  const nameOf = (place: number): string => (place === 0 ? words.best : words.runnerUp(String(place)));
  const rows: readonly Choice[] = solved.plans.map((plan, place) => ({ plan, place }));
  const title = solved.goal === null ? words.chooseMost : words.choose;
  return (
    <Section title={title} lead={solved.plans.length > 1 ? words.chooseHelp : words.noMore}>
      <FigureTable
        caption={title}
        rows={rows}
        rowKey={({ place }) => String(place)}
        columns={[
          { key: 'plan', title: columns.plan, cell: ({ place }) => nameOf(place) },
          {
            key: 'codes',
            title: columns.name,
            cell: ({ plan }) => plan.steps.map(({ componentCode }) => componentCode).join(', '),
          },
          {
            key: 'effort',
            title: columns.effort,
            kind: 'figure',
            cell: ({ plan }) => format.points(plan.effort),
          },
          {
            key: 'after',
            title: columns.after,
            kind: 'figure',
            cell: ({ plan }) => <PointsRange {...plan.after} />,
          },
          {
            key: 'show',
            title: columns.show,
            cell: ({ place }) =>
              place === shown ? (
                words.shown
              ) : (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={words.showPlan(nameOf(place))}
                  onClick={() => {
                    onChoose(place);
                  }}
                >
                  {words.show}
                </Button>
              ),
          },
        ]}
      />
    </Section>
  );
};
