import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import { makePaper, type PaperChoices, type PaperRequest } from '#features/official-document/contract.ts';
import { call } from '#web/api/call.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { paperMessages } from './messages.ts';
import { openDraft, requestOf, type PaperDraft, type PaperGap } from './paper-draft.ts';
import { PaperFields } from './PaperFields.tsx';
import { MakingJob } from './PaperJob.tsx';
import { PAPERS_KEY, useStartPaper } from './queries.ts';
import styles from './Paper.module.css';

interface MakePaperFormProps {
  readonly choices: PaperChoices;
  /** Told that a long document is being made. */
  readonly onStarted: () => void;
  /** Told which document was made. */
  readonly onMade: (id: string) => void;
}

/** Chooses a kind of document and what it is made from, and makes it. */
export const MakePaperForm = ({ choices, onStarted, onMade }: MakePaperFormProps) => {
  const words = useMessages(paperMessages);
  const queries = useQueryClient();
  const [draft, setDraft] = useState<PaperDraft>(() => openDraft(choices));
  const [gap, setGap] = useState<PaperGap | null>(null);
  // One id for each document: a retry after a lost answer must not make it twice.
  const [writeId, setWriteId] = useState(() => newId());

  const starting = useStartPaper();
  const making = useMutation({
    mutationFn: (request: PaperRequest) => call(makePaper, { body: { request, writeId } }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: PAPERS_KEY });
      onMade(id);
    },
    onError: (error, request) => {
      const { code } = toProblem(error);
      if (code === 'official-document.too-long')
        starting.mutate({ request, writeId }, { onSuccess: onStarted });
      else if (code !== 'network.unreachable') setWriteId(newId());
    },
  });

  const change = (members: Partial<PaperDraft>) => {
    setGap(null);
    making.reset();
    starting.reset();
    setWriteId(newId());
    setDraft({ ...draft, ...members });
  };

  const isLong = making.error !== null && toProblem(making.error).code === 'official-document.too-long';

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const request = requestOf(draft);
    if (typeof request === 'string') return setGap(request);
    making.mutate(request);
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={words.form.title}>
      <p className={styles.quiet}>{words.form.lead}</p>
      {making.error && !isLong && <ErrorState error={making.error} />}
      {starting.error && <ErrorState error={starting.error} />}
      <div className={styles.fields}>
        <NativeSelect
          label={words.form.kind}
          value={draft.kind}
          data={choices.kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          onChange={(event) => {
            const kind = choices.kinds.find((one) => one === event.currentTarget.value);
            if (kind) change({ kind });
          }}
        />
        <PaperFields choices={choices} draft={draft} gap={gap} onChange={change} />
      </div>
      {gap === 'leagues' && <p role="alert">{words.form.leagueMissing}</p>}
      <div>
        <Button type="submit" loading={making.isPending || starting.isPending} disabled={starting.isSuccess}>
          {words.form.save}
        </Button>
      </div>
      {starting.data && <MakingJob id={starting.data.job.id} onMade={onMade} />}
    </form>
  );
};
