import { Button, Progress, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readHead, writeHead } from '#core/audit/audit-chain.ts';
import type { AuditFault } from '#features/audit/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import styles from './Audit.module.css';
import { auditMessages, type AuditWords } from './messages.ts';
import { useVerification, type VerifiedTrail } from './use-verification.ts';

const MOST_FAULTS = 20;

const faultWords = (
  fault: AuditFault,
  words: AuditWords['verification'],
  number: (value: number) => string,
) => {
  switch (fault.kind) {
    case 'removed':
      return words.removed(number(fault.from), number(fault.to));
    case 'inserted':
      return words.inserted(fault.eventId ?? number(fault.position ?? 0));
    case 'unguarded':
      return words.unguarded;
    case 'changed':
    case 'replaced':
    case 'rewritten':
      return words[fault.kind](number(fault.position));
  }
};

const Outcome = ({ trail }: { readonly trail: VerifiedTrail }) => {
  const { verification: words } = useMessages(auditMessages);
  const format = useFormat();
  const { faults, head } = trail;
  const others = faults.length - MOST_FAULTS;
  return (
    <div role="status" className={styles.verification}>
      {faults.length === 0 ? (
        <StateBadge tone="good">{words.sound(format.number(head.position))}</StateBadge>
      ) : (
        <>
          <StateBadge tone="bad">{words.faulty(format.number(faults.length))}</StateBadge>
          <ul className={styles.faults}>
            {faults.slice(0, MOST_FAULTS).map((fault, index) => (
              <li key={index}>{faultWords(fault, words, (value) => format.number(value))}</li>
            ))}
            {others > 0 && <li>{words.others(format.number(others))}</li>}
          </ul>
          <p>{words.faultyText}</p>
        </>
      )}
      <p>
        {words.present}: <code className={styles.code}>{writeHead(head)}</code>
      </p>
    </div>
  );
};

/** Checks whether the audit trail is whole, and against the head of a report. */
export const Verification = () => {
  const { verification: words } = useMessages(auditMessages);
  const format = useFormat();
  const { checking, progress } = useVerification();
  const [noted, setNoted] = useState('');
  const [isMalformed, setMalformed] = useState(false);
  const start = (): void => {
    const text = noted.trim();
    const malformed = text !== '' && !readHead(text);
    setMalformed(malformed);
    if (!malformed) checking.mutate(text === '' ? undefined : text);
  };
  const share =
    progress && progress.head.position > 0 ? (100 * progress.reached.position) / progress.head.position : 0;
  return (
    <Section title={words.title} lead={words.lead}>
      <div className={styles.verification}>
        <TextInput
          label={words.head}
          description={words.headHint}
          value={noted}
          error={isMalformed ? words.malformed : undefined}
          onChange={(event) => {
            setNoted(event.currentTarget.value);
          }}
        />
        <div>
          <Button onClick={start} loading={checking.isPending}>
            {words.start}
          </Button>
        </div>
        {checking.isPending && progress && (
          <div role="status" className={styles.progress}>
            <Progress value={share} aria-label={words.start} />
            {words.running(format.number(progress.reached.position), format.number(progress.head.position))}
          </div>
        )}
        {checking.isError && <ErrorState error={checking.error} onRetry={start} />}
        {checking.isSuccess && <Outcome trail={checking.data} />}
      </div>
    </Section>
  );
};
