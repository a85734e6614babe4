import { Button, FileButton, Loader } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { useFileDrop } from '#web/ui/use-file-drop.ts';
import { asWrite, type EvidencePlace, useAddEvidence } from './evidence-place.ts';
import styles from './evidence.module.css';
import { evidenceMessages } from './messages.ts';
import { sizeWords } from './PieceRow.tsx';

interface RefusedFile {
  readonly name: string;
  readonly error: unknown;
}

/** Sends files one after another; one that is refused hinders no other. */
const useSending = (place: EvidencePlace) => {
  const add = useAddEvidence(place);
  const [sending, setSending] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const send = async (files: readonly File[]): Promise<void> => {
    setRefused([]);
    for (const file of files) {
      setSending(file.name);
      try {
        await add.mutateAsync(asWrite({ kind: 'file', file }));
      } catch (error) {
        setRefused((earlier) => [...earlier, { name: file.name, error }]);
      }
    }
    setSending(null);
  };
  return { send, sending, refused };
};

/** Takes files by button or by drop, says how far they are, and why one was refused. */
export const SendFiles = ({
  place,
  limitBytes,
  dropped,
}: {
  readonly place: EvidencePlace;
  readonly limitBytes: number;
  readonly dropped: readonly File[];
}) => {
  const words = useMessages(evidenceMessages);
  const format = useFormat();
  const { send, sending, refused } = useSending(place);
  const begin = (files: readonly File[]): void => {
    if (sending === null && files.length > 0) void send(files);
  };
  const beginDropped = useEffectEvent(() => {
    begin(dropped);
  });
  useEffect(() => {
    beginDropped();
  }, []);
  const { area, over } = useFileDrop(begin);
  return (
    <div>
      <div ref={area} className={styles.dropArea} data-over={over || undefined}>
        <FileButton multiple accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg" onChange={begin}>
          {(props) => (
            <Button {...props} disabled={sending !== null}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        <span>{over ? words.dropNow : words.drop}</span>
        <p className={styles.quiet}>{words.allowed(sizeWords(limitBytes, words, format))}</p>
      </div>
      <div aria-live="polite">
        {sending !== null && (
          <p className={styles.progress}>
            <Loader size="xs" aria-hidden="true" /> {words.sending(sending)}
          </p>
        )}
      </div>
      {refused.map(({ name, error }) => (
        <ErrorState key={name} error={error} where={words.refused(name)} />
      ))}
    </div>
  );
};
