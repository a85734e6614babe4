import { EvidenceCell } from '#features/collection/web/evidence/EvidenceCell.tsx';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import type { AppraisalRow } from './appraisal-rows.ts';
import { appraisalMessages } from './messages.ts';
import styles from './Appraisal.module.css';

/** What checks found at a figure, how its house explains it, and how many proofs stand behind it. */
export const FigureChecks = ({ row }: { readonly row: AppraisalRow }) => {
  const words = useMessages(appraisalMessages);
  const format = useFormat();
  const pick = usePickText();
  const { asked, findings, change } = row;
  const { answer, evidence } = asked;
  const isUnexplained =
    findings.some(({ severity }) => severity === 'soft') && (answer?.explanation ?? '') === '';
  return (
    <>
      {findings.map(({ code, severity, details }) => (
        <span key={code} className={styles.finding}>
          <StateBadge tone={severity === 'hard' ? 'bad' : 'warning'}>
            {words.severity[severity]}: {words.findings[code](details)}
          </StateBadge>
        </span>
      ))}
      {answer?.explanation && <span className={styles.finding}>{words.explanation(answer.explanation)}</span>}
      {isUnexplained && <span className={styles.quiet}>{words.noExplanation}</span>}
      {!asked.task && answer?.note && <span className={styles.finding}>{words.note(answer.note)}</span>}
      {change?.areWords === true && <span className={styles.quiet}>{words.wordsChanged}</span>}
      {evidence.length > 0 && (
        <EvidenceCell
          submissionId={row.submissionId}
          subject={asked.subject}
          item={asked.item.code}
          name={pick(asked.item.name)}
          evidenceIds={evidence}
          mayWrite={false}
        />
      )}
      <span className={styles.quiet}>
        {evidence.length === 0 && words.noEvidence}
        {change !== null && change.newEvidence > 0 && words.newEvidence(format.number(change.newEvidence))}
      </span>
    </>
  );
};
