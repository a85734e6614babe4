import { saysSomething } from '#core/kernel/text.ts';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { LineView, OccurrenceView } from '#features/execution/task-contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './execution.module.css';
import type { DecisionInput } from './queries.ts';
import { useAnnouncedDecision } from './use-announced-decision.ts';
import { nameOccurrence, useTaskWording } from './use-task-wording.ts';

interface DecisionFormProps {
  readonly taskId: string;
  readonly line: LineView;
  /** The occurrence that waits for a decision. */
  readonly occurrence: OccurrenceView;
}

type Step = 'confirm' | 'send-back' | 'grant-extension' | 'refuse-extension';

const stepsOf = ({ awaitsConfirmation, awaitsExtension }: OccurrenceView): readonly Step[] => [
  ...(awaitsConfirmation ? (['confirm', 'send-back'] as const) : []),
  ...(awaitsExtension ? (['grant-extension', 'refuse-extension'] as const) : []),
];

const NEEDS_REASON: readonly Step[] = ['send-back', 'refuse-extension'];

/** Decides on what an organization has reported or asked for. */
export const DecisionForm = ({ taskId, line, occurrence }: DecisionFormProps) => {
  const wording = useTaskWording();
  const { words } = wording;
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const [until, setUntil] = useState(occurrence.askedDay ?? '');
  const [tried, setTried] = useState<Step | null>(null);
  const [writeId, setWriteId] = useState(() => newId());
  const saving = useAnnouncedDecision(taskId);
  const { decision } = words;
  const said = saysSomething(reason) ? reason.trim() : '';
  const bodyOf = (step: Step): DecisionInput | undefined => {
    const { version, organization } = line;
    const part = { organization: organization.code, period: occurrence.period, version, writeId };
    if (NEEDS_REASON.includes(step) && said === '') return undefined;
    if (step === 'grant-extension') {
      if (until === '') return undefined;
      const written = document.trim() === '' ? null : document;
      return { ...part, kind: step, until, reason: said === '' ? null : said, document: written };
    }
    return step === 'confirm'
      ? { ...part, kind: step, reason: said === '' ? null : said }
      : { ...part, kind: step, reason: said };
  };
  const take = (step: Step): void => {
    setTried(step);
    const body = bodyOf(step);
    if (!body) return;
    saving.mutate(body, {
      onSuccess: () => {
        setReason('');
        setTried(null);
        setWriteId(newId());
      },
    });
  };
  const isReasonMissing = tried !== null && NEEDS_REASON.includes(tried) && said === '';
  const title =
    occurrence.period === ''
      ? decision.title
      : `${decision.title} · ${nameOccurrence(occurrence, line, wording)}`;
  return (
    <div className={styles.form} role="group" aria-label={title}>
      <h3>{title}</h3>
      {saving.isError && <ErrorState error={saving.error} where={title} />}
      <Textarea
        label={decision.reason}
        maxLength={2000}
        value={reason}
        error={isReasonMissing ? decision.reasonMissing : undefined}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setWriteId(newId());
        }}
      />
      {occurrence.awaitsExtension && (
        <>
          <TextInput
            type="date"
            label={decision.until}
            value={until}
            error={tried === 'grant-extension' && until === '' ? decision.dayMissing : undefined}
            onChange={(event) => {
              setUntil(event.currentTarget.value);
              setWriteId(newId());
            }}
          />
          <TextInput
            label={decision.document}
            maxLength={500}
            value={document}
            onChange={(event) => {
              setDocument(event.currentTarget.value);
              setWriteId(newId());
            }}
          />
        </>
      )}
      <div className={styles.buttons}>
        {stepsOf(occurrence).map((step) => (
          <Button
            key={step}
            variant={NEEDS_REASON.includes(step) ? 'default' : 'filled'}
            disabled={saving.isPending}
            onClick={() => {
              take(step);
            }}
          >
            {decision[step]}
          </Button>
        ))}
      </div>
    </div>
  );
};
