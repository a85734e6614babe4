import { Button } from '@mantine/core';
import { useState } from 'react';
import type { LadderView, WrittenLadder } from '#features/reminder/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import { stepSentence } from './ladder-words.ts';
import { LadderForm } from './LadderForm.tsx';
import { reminderMessages } from './messages.ts';
import styles from './reminder.module.css';

const LadderSentences = ({ ladder }: { readonly ladder: WrittenLadder }) => {
  const words = useMessages(reminderMessages);
  const format = useFormat();
  const { quietHours, steps } = ladder;
  const { from, to } = quietHours;
  if (steps.length === 0) return <p className={styles.quiet}>{words.ladder.none}</p>;
  return (
    <>
      <ol className={styles.sentences}>
        {steps.map((step) => (
          <li key={step.offset}>{stepSentence(step, words, format)}</li>
        ))}
      </ol>
      <p className={styles.quiet}>{from === to ? words.ladder.noQuiet : words.ladder.quiet(from, to)}</p>
    </>
  );
};

/** The ladder in sentences, with what it was before; whoever coordinates changes it here. */
export const LadderSection = ({ view }: { readonly view: LadderView }) => {
  const words = useMessages(reminderMessages);
  const format = useFormat();
  const [isEditing, setIsEditing] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const { ladder, history, mayWrite } = view;
  const sourceOf = ({ version, recordedBy, recordedAt, reason }: WrittenLadder): string =>
    recordedAt === null
      ? words.ladder.delivered
      : words.ladder.version(String(version), recordedBy ?? '', format.instant(recordedAt), reason ?? '');
  return (
    <Section
      title={words.ladder.title}
      lead={words.ladder.lead}
      aside={
        mayWrite &&
        !isEditing && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              setIsEditing(true);
              setIsSaved(false);
            }}
          >
            {words.ladder.edit}
          </Button>
        )
      }
    >
      {isEditing ? (
        <LadderForm
          ladder={ladder}
          onClose={(saved) => {
            setIsEditing(false);
            setIsSaved(saved);
          }}
        />
      ) : (
        <LadderSentences ladder={ladder} />
      )}
      <div aria-live="polite">{isSaved && <p className={styles.quiet}>{words.ladder.saved}</p>}</div>
      <p className={styles.quiet}>{sourceOf(ladder)}</p>
      {history.length > 0 && (
        <details>
          <summary>{words.ladder.history(format.number(history.length))}</summary>
          {history.map((one) => (
            <div key={one.version}>
              <p className={styles.quiet}>{sourceOf(one)}</p>
              <LadderSentences ladder={one} />
            </div>
          ))}
        </details>
      )}
    </Section>
  );
};
