import { Link } from '@tanstack/react-router';
import type { FrameworkView } from '#features/framework/contract.ts';
import { choiceOf, titleOf } from '#core/scoring/definition/wording/field-wording.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './framework.module.css';
import { describeState, describeValidity } from './framework-words.ts';
import { frameworkMessages } from './messages.ts';
import { useFieldWording } from './wordings.ts';

/** Who owns it, what it stands on, for whom and when it holds, and what it settles. */
export const GeneralFacts = ({ row, definition }: Pick<FrameworkView, 'row' | 'definition'>) => {
  const words = useMessages(frameworkMessages);
  const fields = useFieldWording();
  const format = useFormat();
  const pick = usePickText();
  const { view } = words;
  const { decision, policies, notes, provenance } = definition;
  const policy = (member: string, choice: string) => ({
    label: titleOf(member, fields),
    value: choiceOf(member, choice, fields),
  });
  return (
    <Section title={view.facts}>
      <Facts
        twoColumns
        facts={[
          { label: view.owner, value: row.owner?.name ?? view.ownerState },
          { label: view.subject, value: choiceOf('subjectKind', row.subjectKind, fields) },
          {
            label: view.decision,
            value: decision
              ? view.decisionText(decision.number, format.day(decision.date), decision.issuer)
              : `${view.noDecision} (${words.statuses[row.status]})`,
          },
          { label: view.year, value: String(row.assessmentYear) },
          { label: view.validity, value: describeValidity(row, format, words) },
          { label: words.list.columns.state, value: describeState(row, words) },
          {
            label: view.basedOn,
            value: row.basedOn && (
              <Link
                to="/bo-chi-so/khung/$code/$version"
                params={{ code: row.basedOn.code, version: String(row.basedOn.version) }}
              >
                {words.versionName(row.basedOn.code, String(row.basedOn.version))}
              </Link>
            ),
          },
          {
            label: titleOf('rounding', fields),
            value: `${words.list.places(String(policies.rounding.places))}, ${choiceOf('mode', policies.rounding.mode, fields)}`,
          },
          policy('notApplicable', policies.notApplicable),
          policy('zeroDenominator', policies.zeroDenominator),
          policy('blank', policies.blank ?? 'open'),
          policy('ties', policies.ties ?? 'minimum'),
          {
            label: `${view.policies}: ${titleOf('mark', fields)}`,
            value: [
              choiceOf('mark', provenance.policies.mark, fields),
              ...(provenance.policies.note ? [pick(provenance.policies.note)] : []),
            ].join('. '),
          },
        ]}
      />
      {notes.length > 0 && (
        <ul className={styles.list} aria-label={view.notes}>
          {notes.map((note) => (
            <li key={note.vi}>{pick(note)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
};
