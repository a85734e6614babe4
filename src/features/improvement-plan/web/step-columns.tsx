import { Link } from '@tanstack/react-router';
import type { PlanStepView } from '#contract/improvement-plan.ts';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import type { FigureColumn } from '#web/ui/FigureTable.tsx';
import { AgencyNames } from '#web/widgets/plan-item/AgencyNames.tsx';
import styles from './improvement.module.css';
import { valueWords, type StepWording } from './step-words.ts';

/** The columns of steps and of draft targets. */
export const stepColumns = (wording: StepWording): readonly FigureColumn<PlanStepView>[] => {
  const { words, format, pick } = wording;
  const { columns } = words;
  return [
    {
      key: 'name',
      title: columns.name,
      cell: (step) => (
        <>
          <Link to="/bo-chi-so/$code" params={{ code: step.componentCode }}>
            {step.componentCode} {pick(step.componentName)}
          </Link>
          <span className={styles.quiet}>{pick(step.itemName)}</span>
          {step.allOrNothing && <CertaintyMark certainty="decision">{words.wholeOnly}</CertaintyMark>}
          {step.startIsBound && <CertaintyMark certainty="estimate">{words.atBound}</CertaintyMark>}
        </>
      ),
    },
    {
      key: 'from',
      title: columns.from,
      kind: 'figure',
      cell: (step) => valueWords(step.from, step.unit, wording),
    },
    {
      key: 'to',
      title: columns.to,
      kind: 'figure',
      cell: (step) => <strong>{valueWords(step.to, step.unit, wording)}</strong>,
    },
    {
      key: 'gain',
      title: columns.gain,
      kind: 'figure',
      cell: ({ gain }) => format.signedPoints(gain),
    },
    { key: 'effort', title: columns.effort, kind: 'figure', cell: ({ effort }) => format.points(effort) },
    {
      key: 'agencies',
      title: columns.agency,
      cell: ({ leadAgencies }) => <AgencyNames agencies={leadAgencies} />,
    },
  ];
};
