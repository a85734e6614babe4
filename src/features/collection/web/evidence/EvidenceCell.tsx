import { useQuery } from '@tanstack/react-query';
import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { submissionQuery } from '#features/collection/web/submission-queries.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { useFileDrop } from '#web/ui/use-file-drop.ts';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import styles from '#web/widgets/evidence/evidence.module.css';
import { figureEvidenceMessages } from './messages.ts';

export interface EvidenceCellProps {
  readonly submissionId: string;
  readonly subject: string;
  readonly item: string;
  readonly evidenceIds: readonly string[];
  readonly mayWrite: boolean;
}

/** The name of a figure, as the form that is shown has it. */
const useItemName = (submissionId: string, code: string): string => {
  const pick = usePickText();
  const { data } = useQuery(submissionQuery(submissionId));
  const items = data?.groups.flatMap(({ indicators }) => indicators.flatMap((one) => one.items)) ?? [];
  const found = items.find(({ item }) => item.code === code);
  return found ? pick(found.item.name) : code;
};

/** How much evidence stands behind a figure; opens it, and takes files that are dropped on it. */
export const EvidenceCell = ({ submissionId, subject, item, evidenceIds, mayWrite }: EvidenceCellProps) => {
  const words = useMessages(figureEvidenceMessages);
  const format = useFormat();
  const name = useItemName(submissionId, item);
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
