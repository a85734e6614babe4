import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { RoundDetail } from '#contract/reporting-round.ts';
import { actOnRound } from '#features/collection/contract.ts';
import { focusAtOnce } from '#features/collection/web/focus-at-once.ts';
import { call } from '#web/api/call.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { roundMessages } from './messages.ts';
import { COLLECTION_KEY } from './queries.ts';
import styles from './rounds.module.css';

type Action = Exclude<RoundDetail['actions'][number], 'extend'>;

interface RoundActionsProps {
  readonly detail: RoundDetail;
  /** Told what was done, in a sentence. */
  readonly onDone: (sentence: string) => void;
}

const isMove = (action: RoundDetail['actions'][number]): action is Action => action !== 'extend';

/** The moves that the server permits for a round now, each asked for twice: it concerns all organizations. */
export const RoundActions = ({ detail, onDone }: RoundActionsProps) => {
  const words = useMessages(roundMessages);
  const queries = useQueryClient();
  const [asked, setAsked] = useState<{ readonly action: Action; readonly writeId: string } | null>(null);
  const moving = useMutation({
    mutationFn: ({ action, writeId }: { readonly action: Action; readonly writeId: string }) =>
      call(actOnRound, {
        params: { id: detail.round.id },
        body: { action, version: detail.round.version, writeId },
      }),
    onSuccess: async (_answer, { action }) => {
      setAsked(null);
      await queries.invalidateQueries({ queryKey: COLLECTION_KEY });
      onDone(words.round.done[action]);
    },
  });
  return (
    <>
      {detail.actions.filter(isMove).map((action, place) => (
        <Button
          key={action}
          variant={place === 0 ? 'filled' : 'default'}
          onClick={() => {
            moving.reset();
            setAsked({ action, writeId: newId() });
          }}
        >
          {words.actions[action]}
        </Button>
      ))}
      {asked && (
        <Dialog
          label={words.actions[asked.action]}
          onClose={() => {
            setAsked(null);
          }}
        >
          <div className={styles.confirm}>
            <h2>{words.actions[asked.action]}</h2>
            <p>{words.round.confirm[asked.action]}</p>
            {moving.error && <ErrorState error={moving.error} />}
            <div className={styles.buttons}>
              <Button
                ref={focusAtOnce}
                loading={moving.isPending}
                onClick={() => {
                  moving.mutate(asked);
                }}
              >
                {words.actions[asked.action]}
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  setAsked(null);
                }}
              >
                {words.round.dismiss}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
};
