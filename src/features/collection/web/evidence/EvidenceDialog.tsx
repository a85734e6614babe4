import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Evidence, EvidenceList } from '#features/collection/evidence-contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { AddReference } from '#web/widgets/evidence/AddReference.tsx';
import styles from '#web/widgets/evidence/evidence.module.css';
import { KnownEvidence } from '#web/widgets/evidence/KnownEvidence.tsx';
import { evidenceMessages } from '#web/widgets/evidence/messages.ts';
import { PieceRow } from '#web/widgets/evidence/PieceRow.tsx';
import { SendFiles } from '#web/widgets/evidence/SendFiles.tsx';
import { evidenceQuery, type FigurePlace, useAttach, useFigureEvidence } from './evidence-queries.ts';
import { figureEvidenceMessages } from './messages.ts';
import { OtherFigures } from './OtherFigures.tsx';

interface EvidenceDialogProps {
  readonly place: FigurePlace;
  /** What the figure is called. */
  readonly name: string;
  /** Files that were dropped beside the figure: they are sent at once. */
  readonly dropped: readonly File[];
  readonly onClose: () => void;
}

const standsBehind = ({ subject, item }: FigurePlace, { attachedTo }: Evidence): boolean =>
  attachedTo.some((figure) => figure.subject === subject && figure.item === item);

const AttachedPieces = ({
  place,
  pieces,
  mayWrite,
}: {
  readonly place: FigurePlace;
  readonly pieces: readonly Evidence[];
  readonly mayWrite: boolean;
}) => {
  const words = useMessages(figureEvidenceMessages);
  const { detach } = useMessages(evidenceMessages);
  const target = useFigureEvidence(place);
  const attach = useAttach(place.submissionId);
  const { subject, item } = place;
  if (pieces.length === 0) return <p className={styles.quiet}>{words.nothing}</p>;
  return (
    <section aria-label={words.attached}>
      {attach.isError && <ErrorState error={attach.error} />}
      <ul className={styles.pieces}>
        {pieces.map((piece) => (
          <PieceRow key={piece.id} place={target} piece={piece}>
            {mayWrite && (
              <Button
                variant="default"
                size="compact-sm"
                disabled={attach.isPending}
                aria-label={words.detachNamed(piece.title)}
                onClick={() => {
                  attach.mutate({ attach: [], detach: [{ subject, item, evidenceId: piece.id }] });
                }}
              >
                {detach}
              </Button>
            )}
          </PieceRow>
        ))}
      </ul>
    </section>
  );
};

const Content = ({
  list,
  place,
  dropped,
}: {
  readonly list: EvidenceList;
  readonly place: FigurePlace;
  readonly dropped: readonly File[];
}) => {
  const target = useFigureEvidence(place);
  const own = list.items.filter((piece) => standsBehind(place, piece));
  const others = list.items.filter((piece) => !standsBehind(place, piece));
  return (
    <>
      <AttachedPieces place={place} pieces={own} mayWrite={list.mayWrite} />
      {list.mayWrite && (
        <>
          <SendFiles place={target} limitBytes={list.limitBytes} dropped={dropped} />
          {own.length > 0 && <OtherFigures place={place} pieces={own} />}
          <KnownEvidence place={target} pieces={others} />
          <AddReference place={target} />
        </>
      )}
    </>
  );
};

/** What proves a figure: who sent it when, to be looked at and saved; and, while the report is open, more of it. */
export const EvidenceDialog = ({ place, name, dropped, onClose }: EvidenceDialogProps) => {
  const words = useMessages(figureEvidenceMessages);
  const { data, error, refetch } = useQuery(evidenceQuery(place.submissionId));
  return (
    <Dialog label={words.title(name)} onClose={onClose}>
      <div className={styles.dialog}>
        <h2>{words.title(name)}</h2>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <Content list={data} place={place} dropped={dropped} />
        ) : (
          <LoadingState />
        )}
        <div>
          <Button variant="default" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
