import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Evidence, EvidenceList } from '#features/collection/evidence-contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { AddReference } from './AddReference.tsx';
import { evidenceQuery, type FigurePlace, useAttach } from './evidence-queries.ts';
import styles from './Evidence.module.css';
import { KnownEvidence } from './KnownEvidence.tsx';
import { evidenceMessages } from './messages.ts';
import { OtherFigures } from './OtherFigures.tsx';
import { PieceRow } from './PieceRow.tsx';
import { SendFiles } from './SendFiles.tsx';

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
  const words = useMessages(evidenceMessages);
  const attach = useAttach(place.submissionId);
  const { subject, item } = place;
  if (pieces.length === 0) return <p className={styles.quiet}>{words.nothing}</p>;
  return (
    <section aria-label={words.attached}>
      {attach.isError && <ErrorState error={attach.error} />}
      <ul className={styles.pieces}>
        {pieces.map((piece) => (
          <PieceRow key={piece.id} place={place} piece={piece}>
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
                {words.detach}
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
  const own = list.items.filter((piece) => standsBehind(place, piece));
  const others = list.items.filter((piece) => !standsBehind(place, piece));
  return (
    <>
      <AttachedPieces place={place} pieces={own} mayWrite={list.mayWrite} />
      {list.mayWrite && (
        <>
          <SendFiles place={place} limitBytes={list.limitBytes} dropped={dropped} />
          {own.length > 0 && <OtherFigures place={place} pieces={own} />}
          <KnownEvidence place={place} pieces={others} />
          <AddReference place={place} />
        </>
      )}
    </>
  );
};

/** What proves a figure: who sent it when, to be looked at and saved; and, while the report is open, more of it. */
export const EvidenceDialog = ({ place, name, dropped, onClose }: EvidenceDialogProps) => {
  const words = useMessages(evidenceMessages);
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
