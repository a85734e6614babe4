import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RoundMember } from '#contract/reporting-round.ts';
import { remindOrganizations, type RoundStanding } from '#features/collection/follow-up-contract.ts';
import { call } from '#web/api/call.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { roundMessages } from './messages.ts';
import { COLLECTION_KEY } from './queries.ts';
import { listOwed } from './round-words.ts';
import { SubmissionStateBadge } from '#features/collection/web/SubmissionStateBadge.tsx';
import { Saved } from './Saved.tsx';
import styles from './rounds.module.css';

const FIRST = 12;

interface WaitingSectionProps {
  readonly roundId: string;
  readonly members: readonly RoundMember[];
  readonly reminders: RoundStanding['reminders'];
  readonly mayRemind: boolean;
}

/** Who has not sent, the late first, each with a reminder one click away. */
export const WaitingSection = ({ roundId, members, reminders, mayRemind }: WaitingSectionProps) => {
  const { waiting: words } = useMessages(roundMessages);
  const format = useFormat();
  const queries = useQueryClient();
  const [isWhole, setWhole] = useState(false);
  const owed = listOwed(members);
  const late = owed.filter(({ isLate }) => isLate);
  const today = format.today();
  const reminded = new Map(reminders.map(({ organization, day }) => [organization, format.day(day)]));
  const reminding = useMutation({
    mutationFn: (organizations: readonly RoundMember[]) =>
      call(remindOrganizations, {
        params: { id: roundId },
        body: { organizations: organizations.map(({ organization }) => organization.code) },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: COLLECTION_KEY }),
  });
  if (owed.length === 0) return null;
  const done = reminding.data;
  return (
    <Section title={words.title(format.number(owed.length))} lead={words.lead}>
      {reminding.error && <ErrorState error={reminding.error} />}
      <Saved
        sentence={
          done === undefined
            ? null
            : done.reminded.length === 0
              ? words.sentNone
              : words.sent(format.number(done.reminded.length))
        }
      />
      {mayRemind && (
        <div className={styles.buttons}>
          {late.length > 0 && (
            <Button
              loading={reminding.isPending}
              onClick={() => {
                reminding.mutate(late);
              }}
            >
              {words.remindLate(format.number(late.length))}
            </Button>
          )}
          <Button
            variant="default"
            disabled={reminding.isPending}
            onClick={() => {
              reminding.mutate(owed);
            }}
          >
            {words.remindAll(format.number(owed.length))}
          </Button>
        </div>
      )}
      <ul className={styles.waiting}>
        {(isWhole ? owed : owed.slice(0, FIRST)).map((member) => (
          <WaitingRow
            key={member.organization.code}
            member={member}
            remindedOn={reminded.get(member.organization.code)}
            today={today}
            onRemind={
              mayRemind
                ? () => {
                    reminding.mutate([member]);
                  }
                : undefined
            }
          />
        ))}
      </ul>
      {!isWhole && owed.length > FIRST && (
        <Button
          variant="subtle"
          className={styles.onScreen}
          onClick={() => {
            setWhole(true);
          }}
        >
          {words.showAll(format.number(owed.length))}
        </Button>
      )}
    </Section>
  );
};

interface WaitingRowProps {
  readonly member: RoundMember;
  /** The day of the latest reminder, as it is written. */
  readonly remindedOn: string | undefined;
  readonly today: string;
  readonly onRemind: (() => void) | undefined;
}

const WaitingRow = ({ member, remindedOn, today, onRemind }: WaitingRowProps) => {
  const words = useMessages(roundMessages);
  const format = useFormat();
  const { organization, state, isLate, answered, asked, submissionId } = member;
  const wasRemindedToday = remindedOn === today;
  return (
    <li>
      <span className={styles.waitingName}>
        {submissionId === null ? (
          organization.name
        ) : (
          <Link to="/tham-dinh/$id" params={{ id: submissionId }}>
            {organization.name}
          </Link>
        )}
      </span>
      <span className={styles.waitingFact}>
        {isLate ? <StateBadge tone="bad">{words.late}</StateBadge> : <SubmissionStateBadge state={state} />}
      </span>
      <span className={styles.waitingFact}>
        {words.waiting.progress(format.number(answered), format.number(asked))}
      </span>
      <span className={styles.waitingFact}>
        {remindedOn !== undefined && (
          <span className={styles.quiet}>
            {wasRemindedToday ? words.waiting.remindedToday : words.waiting.remindedOn(remindedOn)}
          </span>
        )}
      </span>
      {onRemind && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={wasRemindedToday}
          aria-label={words.waiting.remindOf(organization.name)}
          onClick={onRemind}
        >
          {words.waiting.remind}
        </Button>
      )}
    </li>
  );
};
