import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import { saysSomething } from '#core/kernel/text.ts';
import type { StepDraft } from '#core/work-plan/step-draft.ts';
import type { WorkPlan, WorkStep } from '#features/work-plan/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { useChangeStep } from './queries.ts';
import { StepFields } from './StepFields.tsx';
import { useStepDraft } from './use-step-draft.ts';
import { useWorkPlanWording } from './use-work-plan-wording.ts';
import styles from './work-plan.module.css';

interface StepFormProps {
  readonly step: WorkStep;
  readonly onDone: () => void;
}

/** Says that a step is done: when, and what came of it. */
export const CompleteForm = ({ step, today, onDone }: StepFormProps & { readonly today: string }) => {
  const { words } = useWorkPlanWording();
  const [doneOn, setDoneOn] = useState(today);
  const [said, setSaid] = useState('');
  const [writeId, setWriteId] = useState(() => newId());
  const saving = useChangeStep(step.id);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (doneOn === '') return;
    const body = { kind: 'complete' as const, doneOn, words: said === '' ? null : said };
    saving.mutate({ ...body, version: step.version, writeId }, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={words.done.title}>
      {saving.isError && <ErrorState error={saving.error} where={words.done.title} />}
      <TextInput
        type="date"
        label={words.done.day}
        required
        max={today}
        value={doneOn}
        error={doneOn === '' ? words.done.dayMissing : undefined}
        onChange={(event) => {
          setDoneOn(event.currentTarget.value);
          setWriteId(newId());
        }}
      />
      <Textarea
        label={words.done.words}
        maxLength={2000}
        rows={2}
        value={said}
        onChange={(event) => {
          setSaid(event.currentTarget.value);
          setWriteId(newId());
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {words.done.submit}
        </Button>
      </div>
    </form>
  );
};

/** Reopens a step that was done, or takes one out of the plan: with the reason. */
export const ReasonForm = ({
  step,
  kind,
  onDone,
}: StepFormProps & { readonly kind: 'reopen' | 'withdraw' }) => {
  const { words } = useWorkPlanWording();
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const saving = useChangeStep(step.id);
  const { title, submit: verb } = kind === 'reopen' ? words.reopenForm : words.withdraw;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (!saysSomething(reason)) return;
    saving.mutate({ kind, words: reason, version: step.version, writeId }, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={title}>
      {saving.isError && <ErrorState error={saving.error} where={title} />}
      {kind === 'withdraw' && <p className={styles.quiet}>{words.withdraw.lead}</p>}
      <Textarea
        label={words.reason.label}
        required
        maxLength={2000}
        value={reason}
        error={isTried && !saysSomething(reason) ? words.reason.missing : undefined}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setWriteId(newId());
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="default" loading={saving.isPending}>
          {verb}
        </Button>
      </div>
    </form>
  );
};

const draftOf = ({ name, firstDay, lastDay, assignee, result, handedTo }: WorkStep): StepDraft => ({
  ...{ name, firstDay: firstDay ?? '', lastDay, who: assignee?.name ?? '', result: result ?? '' },
  handedTo: handedTo?.code ?? '',
});

// Who is named already may stay, also after leaving the organization or the task.
const namesOf = ({ people, partners }: WorkPlan, { assignee, handedTo }: WorkStep) => ({
  people:
    assignee?.id && !people.some(({ id }) => id === assignee.id)
      ? [...people, { id: assignee.id, name: assignee.name }]
      : people,
  partners:
    handedTo && !partners.some(({ code }) => code === handedTo.code) ? [...partners, handedTo] : partners,
});

/** Edits what a step says. */
export const EditForm = ({ step, plan, onDone }: StepFormProps & { readonly plan: WorkPlan }) => {
  const { words } = useWorkPlanWording();
  const names = namesOf(plan, step);
  const { draft, problems, writeId, change, tryToRead } = useStepDraft(draftOf(step), names);
  const saving = useChangeStep(step.id);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const content = tryToRead();
    if (!content) return;
    saving.mutate({ kind: 'edit', ...content, version: step.version, writeId }, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={words.edit.title}>
      {saving.isError && <ErrorState error={saving.error} where={words.edit.title} />}
      <StepFields draft={draft} plan={names} problems={problems} onChange={change} />
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {words.edit.submit}
        </Button>
      </div>
    </form>
  );
};
