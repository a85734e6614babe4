import type { PlanView } from '#contract/improvement-plan.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { AgencyLink } from '#web/ui/AgencyLink.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './improvement.module.css';
import { improvementMessages } from './messages.ts';
import { workWords } from './step-words.ts';

/** What each agency must deliver for a plan. */
export const AgencyDuties = ({ plan }: { readonly plan: PlanView }) => {
  const words = useMessages(improvementMessages);
  const format = useFormat();
  const pick = usePickText();
  const wording = { words, format, pick };
  const { columns } = words;
  return (
    <Section title={words.agencies} lead={words.agenciesLead}>
      <FigureTable
        caption={words.agencies}
        rows={plan.agencies}
        rowKey={({ agency }) => agency.organizationCode ?? agency.nameAsWritten}
        columns={[
          { key: 'agency', title: columns.agency, cell: ({ agency }) => <AgencyLink {...agency} /> },
          {
            key: 'work',
            title: columns.work,
            cell: ({ steps }) => (
              <ul className={styles.work}>
                {plan.steps
                  .filter(({ option }) => steps.includes(option))
                  .map((step) => (
                    <li key={step.option}>
                      {step.componentCode} {workWords(step, wording)}
                    </li>
                  ))}
              </ul>
            ),
          },
          {
            key: 'gain',
            title: columns.gain,
            kind: 'figure',
            cell: ({ gain }) => format.signedPoints(gain),
          },
          {
            key: 'effort',
            title: columns.effort,
            kind: 'figure',
            cell: ({ effort }) => format.points(effort),
          },
        ]}
      />
    </Section>
  );
};
