import { Button } from '@mantine/core';
import type { EvidencePiece } from '#contract/evidence.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { AddReference } from './AddReference.tsx';
import type { EvidencePlace } from './evidence-place.ts';
import { KnownEvidence } from './KnownEvidence.tsx';
import { evidenceMessages } from './messages.ts';
import { SendFiles } from './SendFiles.tsx';

const NONE_DROPPED: readonly File[] = [];

interface ChooseEvidenceProps {
  readonly place: EvidencePlace;
  /** All that the organization has, and the largest file that is taken. */
  readonly available: { readonly items: readonly EvidencePiece[]; readonly limitBytes: number };
  /** Ids of what is chosen. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Evidence for something that is still being written: sent, used again or named, and taken away. */
export const ChooseEvidence = ({ place, available, chosen, onChange }: ChooseEvidenceProps) => {
  const words = useMessages(evidenceMessages);
  const format = useFormat();
  const { items, limitBytes } = available;
  const named = items.filter(({ id }) => chosen.includes(id));
  return (
    <fieldset>
      <legend>{words.title}</legend>
      {named.length > 0 && (
        <>
          <p>{words.chosen(format.number(named.length))}</p>
          <ul>
            {named.map(({ id, title }) => (
              <li key={id}>
                {title}{' '}
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={words.takeAway(title)}
                  onClick={() => {
                    onChange(chosen.filter((one) => one !== id));
                  }}
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <SendFiles place={place} limitBytes={limitBytes} dropped={NONE_DROPPED} />
      <KnownEvidence place={place} pieces={items.filter(({ id }) => !chosen.includes(id))} />
      <AddReference place={place} />
    </fieldset>
  );
};
