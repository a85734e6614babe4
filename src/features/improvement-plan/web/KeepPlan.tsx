import { saysSomething } from '#core/kernel/text.ts';
import { Button, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { ImprovementRequest, KeptPlan, SolvedPlans } from '#contract/improvement-plan.ts';
import { keepImprovementPlan, type KeepPlanInput } from '#features/improvement-plan/contract.ts';
import { call } from '#web/api/call.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './improvement.module.css';
import { improvementMessages } from './messages.ts';
import { KEPT_KEY } from './queries.ts';

interface KeepPlanProps {
  readonly solved: SolvedPlans;
  readonly request: ImprovementRequest;
  readonly place: number;
  /** The kept plan of which this becomes a new revision. */
  readonly earlier?: KeptPlan | undefined;
  readonly onClose: () => void;
}

/** Keeps the plan that is shown by a name, as draft targets. */
export const KeepPlan = ({ solved, request, place, earlier, onClose }: KeepPlanProps) => {
  const { keep: words } = useMessages(improvementMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const suggested = solved.goal === null ? words.suggestedMost : words.suggested(format.number(solved.goal));
  const [name, setName] = useState(earlier?.name ?? suggested);
  const [note, setNote] = useState(earlier?.note ?? '');
  const [isNameMissing, setNameMissing] = useState(false);
  // One id for the opened window: a retry after a lost answer keeps the plan once.
  const [ids] = useState(() => ({ plan: earlier?.id ?? newId(), write: newId() }));
  const saving = useMutation({
    mutationFn: (body: KeepPlanInput) => call(keepImprovementPlan, { params: { id: ids.plan }, body }),
    onSuccess: async (kept) => {
      await queries.invalidateQueries({ queryKey: KEPT_KEY });
      notifications.show({ message: words.saved });
      await navigate({ to: '/bo-chi-so/phuong-an-cai-thien/$id', params: { id: kept.id } });
    },
  });
  return (
    <Dialog label={words.title} onClose={onClose}>
      <form
        className={styles.keep}
        onSubmit={(event) => {
          event.preventDefault();
          const isMissing = !saysSomething(name);
          setNameMissing(isMissing);
          if (isMissing) return;
          const effort = solved.plans[place]?.effort ?? '0';
          saving.mutate({
            ...{ request, place, effort, name: name.trim(), writeId: ids.write },
            version: earlier?.revisions[0]?.revision ?? 0,
            note: note.trim() === '' ? null : note.trim(),
          });
        }}
      >
        <h2>{earlier ? words.revisionTitle(earlier.name) : words.title}</h2>
        <p>{words.lead}</p>
        {saving.isError && <ErrorState error={saving.error} where={words.title} />}
        <TextInput
          label={words.name}
          value={name}
          maxLength={120}
          error={isNameMissing ? words.nameMissing : undefined}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <Textarea
          label={words.note}
          value={note}
          maxLength={2000}
          autosize
          minRows={2}
          onChange={(event) => {
            setNote(event.currentTarget.value);
          }}
        />
        <div className={styles.actions}>
          <Button type="submit" loading={saving.isPending}>
            {words.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
