import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { useFileDrop } from '#web/ui/use-file-drop.ts';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import styles from '#web/widgets/evidence/evidence.module.css';
import { figureEvidenceMessages } from './messages.ts';

export interface EvidenceCellProps {
  readonly submissionId: string;
  readonly subject: string;
  readonly item: string;
  /** What the figure is called. */
  readonly name: string;
  readonly evidenceIds: readonly string[];
  readonly mayWrite: boolean;
}

/** How much evidence stands behind a figure; opens it, and takes files that are dropped on it. */
export const EvidenceCell = ({
  submissionId,
  subject,
  item,
  name,
  evidenceIds,
  mayWrite,
}: EvidenceCellProps) => {
  const words = useMessages(figureEvidenceMessages);
  const format = useFormat();
  const [opened, setOpened] = useState<readonly File[] | null>(null);
  const { area, over } = useFileDrop((files) => {
    if (mayWrite) setOpened(files);
  });
  const isEmpty = evidenceIds.length === 0;
  return (
    <div ref={area} className={styles.cell} data-over={(over && mayWrite) || undefined}>
      {isEmpty ? (
        <span className={styles.quiet}>{words.none}</span>
      ) : (
        <span className={styles.count}>
          <Paperclip size={14} aria-hidden="true" /> {words.count(format.number(evidenceIds.length))}
        </span>
      )}
      {(mayWrite || !isEmpty) && (
        <button
          type="button"
          className={styles.open}
          aria-label={isEmpty ? words.addTo(name) : words.openOf(name)}
          onClick={() => {
            setOpened([]);
          }}
        >
          {isEmpty ? words.add : words.open}
        </button>
      )}
      {opened && (
        <EvidenceDialog
          place={{ submissionId, subject, item }}
          name={name}
          dropped={opened}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </div>
  );
};
