import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { Letter } from '#features/reminder/contract.ts';
import { problemOf } from '#web/api/problem-error.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { describeProblem } from '#web/i18n/problem-sentences.ts';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { usePermission } from '#web/session/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import { reminderMessages } from './messages.ts';
import { lettersQuery, useDecideLetter } from './queries.ts';
import styles from './reminder.module.css';

const TONES = {
  waiting: 'warning',
  issued: 'good',
  dismissed: 'neutral',
  replaced: 'neutral',
  'not-made': 'neutral',
} as const satisfies Record<Letter['state'], StateTone>;

/** Notes what became of one letter. */
const LetterDecisionForm = ({ letter }: { readonly letter: Letter }) => {
  const { letters: words } = useMessages(reminderMessages);
  const [note, setNote] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const deciding = useDecideLetter();
  const decide = (decision: 'issued' | 'dismissed'): void => {
    setIsTried(true);
    if (note.trim() !== '') deciding.mutate({ id: letter.id, decision, note: note.trim(), writeId });
  };
  return (
    <div className={styles.form}>
      <TextInput
        label={words.note}
        maxLength={300}
        value={note}
        error={isTried && note.trim() === '' ? words.noteMissing : undefined}
        onChange={({ currentTarget: { value } }) => {
          setNote(value);
          setWriteId(newId());
        }}
      />
      {deciding.isError && <ErrorState error={deciding.error} where={words.act} />}
      <div className={styles.buttons}>
        <Button size="compact-sm" loading={deciding.isPending} onClick={() => decide('issued')}>
          {words.issue}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => decide('dismissed')}>
          {words.dismiss}
        </Button>
      </div>
    </div>
  );
};

/** Official letters that steps of the ladder have drawn up: opened, signed on paper, and noted here. */
export const LettersSection = () => {
  const { letters: words } = useMessages(reminderMessages);
  const format = useFormat();
  const { problems } = useMessages(sharedMessages);
  const mayWrite = usePermission('reminder.write');
  const { data, error } = useQuery(lettersQuery);
  if (error) return <ErrorState error={error} where={words.title} />;
  if (!data || data.items.length === 0) return null;
  const whyNotMade = (code: string): string =>
    describeProblem(problemOf({ code, details: { kind: 'reminder-letter' } }), problems).what;
  return (
    <Section title={words.title} lead={words.lead}>
      <FigureTable
        caption={words.title}
        rows={data.items}
        rowKey={({ id }) => id}
        columns={[
          { key: 'day', title: words.day, width: '7rem', cell: ({ day }) => format.day(day) },
          {
            key: 'late',
            title: words.late,
            cell: ({ parts, organizations }) =>
              words.lateOf(format.number(parts), format.number(organizations)),
          },
          {
            key: 'document',
            title: words.document,
            cell: ({ documentId, day }) =>
              documentId !== null && (
                <Link to="/van-ban-hanh-chinh/$id" params={{ id: documentId }}>
                  {words.open(format.day(day))}
                </Link>
              ),
          },
          {
            key: 'state',
            title: words.state,
            width: '10rem',
            cell: ({ state }) => <StateBadge tone={TONES[state]}>{words.states[state]}</StateBadge>,
          },
          {
            key: 'act',
            title: words.act,
            width: '20rem',
            cell: (letter) => {
              const { state, refusal, note, decidedBy, decidedAt } = letter;
              if (state === 'waiting') return mayWrite && <LetterDecisionForm letter={letter} />;
              if (refusal !== null) return whyNotMade(refusal);
              if (note === null || decidedAt === null) return null;
              return words.decided(note, decidedBy ?? '', format.instant(decidedAt));
            },
          },
        ]}
      />
    </Section>
  );
};
