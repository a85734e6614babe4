import { saysSomething } from '#core/kernel/text.ts';
import { Button, Group, Textarea } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { v7 as newId } from 'uuid';
import type { FindingDecisionKind } from '#core/consistency/finding-standing.ts';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './FindingDetail.module.css';
import { consistencyMessages } from './messages.ts';
import { useDecideFinding } from './queries.ts';

interface DecisionFormProps {
  readonly finding: DecidedFinding;
  /** Called before a decision is sent. */
  readonly onDecide: () => void;
}

/** Settles a contradiction with a note, accepts it as meant, or opens it again. */
export const DecisionForm = ({ finding, onDecide }: DecisionFormProps) => {
  const words = useMessages(consistencyMessages);
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  // One write is one decision on what was seen: another word makes another write.
  const [writeId, setWriteId] = useState(() => newId());
  const deciding = useDecideFinding(finding.fingerprint);
  const decide = (decision: FindingDecisionKind): void => {
    const isBlank = !saysSomething(note);
    setMissing(isBlank);
    if (isBlank || deciding.isPending) return;
    onDecide();
    deciding.mutate(
      { decision, note: note.trim(), version: finding.version, writeId },
      {
        onSuccess: () => {
          setNote('');
          setWriteId(newId());
        },
      },
    );
  };
  const first: FindingDecisionKind = finding.state === 'open' ? 'resolved' : 'reopened';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    decide(first);
  };
  return (
    <div className={styles.form}>
      <Textarea
        label={words.note}
        description={words.noteHelp(words.act[first])}
        error={isMissing && words.noteMissing}
        value={note}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
        onChange={({ currentTarget: { value } }) => {
          setNote(value);
          setWriteId(newId());
        }}
        onKeyDown={onKeyDown}
      />
      {deciding.isError && <ErrorState error={deciding.error} where={words.page} />}
      <Group gap="xs">
        {finding.state === 'open' ? (
          <>
            <Act decision="resolved" isBusy={deciding.isPending} onAct={decide} />
            <Act decision="accepted" isBusy={deciding.isPending} onAct={decide} />
          </>
        ) : (
          <Act decision="reopened" isBusy={deciding.isPending} onAct={decide} />
        )}
      </Group>
    </div>
  );
};

interface ActProps {
  readonly decision: FindingDecisionKind;
  readonly isBusy: boolean;
  readonly onAct: (decision: FindingDecisionKind) => void;
}

const Act = ({ decision, isBusy, onAct }: ActProps) => {
  const words = useMessages(consistencyMessages);
  return (
    <Button
      variant={decision === 'resolved' ? 'filled' : 'default'}
      disabled={isBusy}
      onClick={() => {
        onAct(decision);
      }}
    >
      {words.act[decision]}
    </Button>
  );
};
