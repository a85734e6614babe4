import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { EntryEvidenceList } from '#features/asset-register/evidence-contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { AddReference } from '#web/widgets/evidence/AddReference.tsx';
import pieceStyles from '#web/widgets/evidence/evidence.module.css';
import { KnownEvidence } from '#web/widgets/evidence/KnownEvidence.tsx';
import { evidenceMessages } from '#web/widgets/evidence/messages.ts';
import { PieceRow } from '#web/widgets/evidence/PieceRow.tsx';
import { SendFiles } from '#web/widgets/evidence/SendFiles.tsx';
import styles from './asset-register.module.css';
import {
  type EntryParams,
  entryEvidenceQuery,
  useDetachEvidence,
  useEntryPlace,
} from './evidence-queries.ts';
import { useWording } from './use-wording.ts';

interface ListProps {
  readonly params: EntryParams;
  readonly list: EntryEvidenceList;
}

const AttachedPieces = ({ params, list: { items, mayWrite } }: ListProps) => {
  const { words } = useWording();
  const { detach: detachWord } = useMessages(evidenceMessages);
  const place = useEntryPlace(params);
  const detach = useDetachEvidence(params);
  const attached = items.filter(({ isAttached }) => isAttached);
  if (attached.length === 0) return <p className={styles.quiet}>{words.evidence.nothing}</p>;
  return (
    <>
      {detach.isError && <ErrorState error={detach.error} />}
      <ul className={pieceStyles.pieces}>
        {attached.map((piece) => (
          <PieceRow key={piece.id} place={place} piece={piece}>
            {mayWrite && (
              <Button
                variant="default"
                size="compact-sm"
                disabled={detach.isPending}
                aria-label={words.evidence.detachNamed(piece.title)}
                onClick={() => {
                  detach.mutate(piece.id);
                }}
              >
                {detachWord}
              </Button>
            )}
          </PieceRow>
        ))}
      </ul>
    </>
  );
};

const Additions = ({ params, list: { items, limitBytes } }: ListProps) => {
  const place = useEntryPlace(params);
  return (
    <div className={styles.additions}>
      <SendFiles place={place} limitBytes={limitBytes} dropped={NONE_DROPPED} />
      <KnownEvidence place={place} pieces={items.filter(({ isAttached }) => !isAttached)} />
      <AddReference place={place} />
    </div>
  );
};

const NONE_DROPPED: readonly File[] = [];

const Moves = ({ history }: Pick<EntryEvidenceList, 'history'>) => {
  const { words, format } = useWording();
  return (
    <details className={pieceStyles.fold}>
      <summary>{words.evidence.history(format.number(history.length))}</summary>
      <ul className={styles.list}>
        {history.map(({ move, title, at, by }) => (
          <li key={`${at} ${move} ${title}`}>
            {words.evidence.moves[move](title, by ?? words.loaded, format.instant(at))}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What proves an entry: files, pages, documents; more of it for who keeps the entry, and what was taken away again. */
export const EntryEvidence = ({
  params,
  count,
}: {
  readonly params: EntryParams;
  readonly count: number;
}) => {
  const { words, format } = useWording();
  const list = useQuery(entryEvidenceQuery(params));
  const { error, data } = list;
  const shown = data ? data.items.filter(({ isAttached }) => isAttached).length : count;
  return (
    <Section title={words.evidence.title(format.number(shown))} id="minh-chung" lead={words.evidence.lead}>
      {error ? (
        <ErrorState error={error} onRetry={() => void list.refetch()} />
      ) : data ? (
        <>
          <AttachedPieces params={params} list={data} />
          {data.mayWrite && <Additions params={params} list={data} />}
          {data.history.length > 0 && <Moves history={data.history} />}
        </>
      ) : (
        <LoadingState lines={3} />
      )}
    </Section>
  );
};
