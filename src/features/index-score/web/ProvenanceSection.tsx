import type { ComponentExplanation } from '#features/index-score/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './ComponentPage.module.css';
import { indexMessages } from './messages.ts';
import { RuleCertainty } from './RuleCertainty.tsx';

type Provenance = ComponentExplanation['provenance'];
type Field = keyof Provenance;

const FIELDS: readonly Field[] = ['name', 'maximumPoints', 'rule', 'dataItems', 'evidence', 'assignment'];

/** Where each part of an indicator comes from and how sure it is, with the legal basis. */
export const ProvenanceSection = ({ component }: { readonly component: ComponentExplanation }) => {
  const { component: words } = useMessages(indexMessages);
  const format = useFormat();
  const pick = usePickText();
  const { provenance, framework, evidence, notes } = component;
  const rows = FIELDS.flatMap((field) => {
    const found = provenance[field];
    return found ? [{ field, ...found }] : [];
  });
  const { decision } = framework;
  const basis = decision
    ? words.decision(decision.number, format.day(decision.date), decision.issuer)
    : words.proposal;
  return (
    <Section title={words.provenanceTitle} lead={`${words.basis}: ${basis}.`}>
      <FigureTable
        caption={words.provenanceTitle}
        rows={rows}
        rowKey={({ field }) => field}
        columns={[
          {
            key: 'field',
            title: words.provenanceField,
            width: '25%',
            cell: ({ field }) => words.fields[field],
          },
          {
            key: 'mark',
            title: words.provenanceMark,
            width: '20%',
            cell: ({ field, mark }) =>
              mark === 'unknown' && field !== 'rule' ? (
                <CertaintyMark certainty={mark}>{words.unknownField}</CertaintyMark>
              ) : (
                <RuleCertainty mark={mark} rule={field === 'rule' ? component.rule : null} />
              ),
          },
          { key: 'note', title: words.provenanceNote, cell: ({ note }) => note && pick(note) },
        ]}
      />
      {evidence && (
        <p className={styles.note}>
          <strong>{words.evidenceTitle}:</strong> {pick(evidence)}.
        </p>
      )}
      {notes.map((note) => (
        <p key={note.vi} className={styles.note}>
          <strong>{words.notesTitle}:</strong> {pick(note)}
        </p>
      ))}
    </Section>
  );
};
