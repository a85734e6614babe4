import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { searchKey } from '#core/kernel/text.ts';
import type { EvidencePiece } from '#contract/evidence.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { asWrite, type EvidencePlace, useAddEvidence } from './evidence-place.ts';
import styles from './evidence.module.css';
import { evidenceMessages } from './messages.ts';
import { PieceRow } from './PieceRow.tsx';

// What is older is found by its name.
const MOST_SHOWN = 20;

/** What the organization has sent before, for other figures, rounds or entries: one upload serves many. */
export const KnownEvidence = ({
  place,
  pieces,
}: {
  readonly place: EvidencePlace;
  readonly pieces: readonly EvidencePiece[];
}) => {
  const words = useMessages(evidenceMessages);
  const [wanted, setWanted] = useState('');
  const add = useAddEvidence(place);
  const found = pieces.filter(({ title }) => searchKey(title).includes(searchKey(wanted)));
  return (
    <details className={styles.fold}>
      <summary>{words.known}</summary>
      {add.isError && <ErrorState error={add.error} />}
      {pieces.length === 0 ? (
        <p className={styles.quiet}>{words.knownNone}</p>
      ) : (
        <>
          <TextInput
            label={words.find}
            value={wanted}
            onChange={({ currentTarget }) => {
              setWanted(currentTarget.value);
            }}
          />
          <ul className={styles.pieces}>
            {found.slice(0, MOST_SHOWN).map((piece) => (
              <PieceRow key={piece.id} place={place} piece={piece}>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={add.isPending}
                  aria-label={words.attachNamed(piece.title)}
                  onClick={() => {
                    add.mutate(asWrite({ kind: 'known', evidenceId: piece.id }));
                  }}
                >
                  {words.attach}
                </Button>
              </PieceRow>
            ))}
          </ul>
        </>
      )}
    </details>
  );
};
