import type { AuditedFamily, LeagueAudit } from '#features/ranking/contract.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './audit.module.css';
import { capitalised, useAuditWording } from './use-audit-wording.ts';

/** Whether the indicators of each group measure one thing: Cronbach's alpha and principal components. */
export const AuditCoherence = ({ audit }: { readonly audit: LeagueAudit }) => {
  const { words, format, nameOf, inPercent } = useAuditWording(audit);
  return (
    <Section title={words.coherenceTitle} lead={words.coherenceLead}>
      <FigureTable
        caption={words.coherenceTitle}
        columns={[
          {
            key: 'group',
            title: words.columns.group,
            cell: ({ code }: AuditedFamily) => capitalised(nameOf(code)),
          },
          {
            key: 'alpha',
            title: words.columns.alpha,
            kind: 'figure',
            cell: ({ alpha }) => (alpha === null ? words.none : format.number(alpha, { places: 2 })),
          },
          {
            key: 'explained',
            title: words.columns.explained,
            kind: 'figure',
            cell: ({ explained: [first] }) => (first === undefined ? words.none : inPercent(first)),
          },
          {
            key: 'dimensions',
            title: words.columns.dimensions,
            kind: 'figure',
            cell: ({ dimensions, explained }) =>
              explained.length === 0 ? words.none : format.number(dimensions),
          },
          {
            key: 'complete',
            title: words.columns.complete,
            kind: 'figure',
            cell: ({ completeSubjects }) => format.number(completeSubjects),
          },
        ]}
        rows={audit.families.filter(({ children }) => children.length > 1)}
        rowKey={({ code }) => code ?? ''}
      />
    </Section>
  );
};

/** Of whom figures are missing. */
export const AuditAvailability = ({ audit }: { readonly audit: LeagueAudit }) => {
  const { words, format, inPercent } = useAuditWording(audit);
  const lacking = audit.subjects
    .filter(({ availability }) => availability < 1)
    .toSorted((one, other) => one.availability - other.availability);
  return (
    <Section
      title={words.availabilityTitle}
      lead={
        lacking.length === 0
          ? words.availabilityFull
          : words.availabilityLead(format.number(lacking.length), format.number(audit.subjects.length))
      }
    >
      {lacking.length > 0 && (
        <div className={styles.narrow}>
          <FigureTable
            caption={words.availabilityTitle}
            columns={[
              {
                key: 'subject',
                title: words.columns.subject,
                cell: ({ subject }: LeagueAudit['subjects'][number]) => subject.name,
              },
              {
                key: 'availability',
                title: words.columns.availability,
                kind: 'figure',
                cell: ({ availability }) => inPercent(availability),
              },
            ]}
            rows={lacking}
            rowKey={({ subject }) => subject.code}
          />
        </div>
      )}
    </Section>
  );
};
