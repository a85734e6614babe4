import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';

export interface EvidenceCellProps {
  readonly submissionId: string;
  readonly subject: string;
  readonly item: string;
  readonly evidenceIds: readonly string[];
  readonly mayWrite: boolean;
}

/** How much evidence stands behind a figure. */
export const EvidenceCell = ({ evidenceIds }: EvidenceCellProps) => {
  const { words, format } = useOpenForm().language;
  return evidenceIds.length === 0 ? (
    <span className={styles.quiet}>{words.noEvidence}</span>
  ) : (
    <span>{words.evidenceCount(format.number(evidenceIds.length))}</span>
  );
};
