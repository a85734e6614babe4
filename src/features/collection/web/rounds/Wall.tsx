import { Button } from '@mantine/core';
import { SUBMISSION_STATES, type SubmissionState } from '#core/submission/submission-state.ts';
import type { RoundMember } from '#contract/reporting-round.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { roundMessages } from './messages.ts';
import { isOwed, kindGroupOf, SUBMISSION_TONES } from './round-words.ts';
import styles from './rounds.module.css';

/** One sign for each state: the picture is read without its colours. */
const SIGNS = {
  draft: '',
  ready: '✎',
  submitted: '▸',
  'under-appraisal': '◐',
  returned: '↩',
  accepted: '✓',
  locked: '▪',
  published: '★',
} as const satisfies Record<SubmissionState, string>;

interface WallProps {
  readonly members: readonly RoundMember[];
  /** The state that the table is filtered by; null for all. */
  readonly chosen: string | null;
  readonly onChoose: (state: SubmissionState | null) => void;
}

const Brick = ({ member }: { readonly member: RoundMember }) => {
  const words = useMessages(roundMessages);
  const { organization, state } = member;
  const isLate = member.isLate && isOwed(member);
  return (
    <span
      className={styles.brick}
      data-tone={SUBMISSION_TONES[state]}
      title={[organization.name, words.states[state], ...(isLate ? [words.late] : [])].join(' · ')}
      {...(isLate && { 'data-late': true })}
    >
      {isLate ? '!' : SIGNS[state]}
    </span>
  );
};

const GROUPS = ['agency', 'commune'] as const;

/** Every organization of a round as a square with the sign of its state, and the states as choices for the table. */
export const Wall = ({ members, chosen, onChoose }: WallProps) => {
  const words = useMessages(roundMessages);
  const format = useFormat();
  const counts = SUBMISSION_STATES.map((state) => ({
    state,
    count: members.filter((member) => member.state === state).length,
  })).filter(({ count }) => count > 0);
  const late = members.filter((member) => member.isLate && isOwed(member)).length;
  const parts = counts.map(({ state, count }) =>
    words.round.wallPart(words.states[state], format.number(count)),
  );
  const alternative = words.round.wallAlt(
    format.list(late > 0 ? [...parts, words.round.wallLate(format.number(late))] : parts),
  );
  return (
    <figure style={{ margin: 0 }}>
      <div role="img" aria-label={alternative} className={styles.wall}>
        {GROUPS.map((group) => {
          const own = members
            .filter(({ kind }) => kindGroupOf(kind) === group)
            .toSorted(
              (one, other) => SUBMISSION_STATES.indexOf(other.state) - SUBMISSION_STATES.indexOf(one.state),
            );
          return own.length === 0 ? null : (
            <div key={group} className={styles.wallGroup}>
              <span>
                {words.kinds[group]} ({format.number(own.length)})
              </span>
              <div className={styles.bricks}>
                {own.map((member) => (
                  <Brick key={member.organization.code} member={member} />
                ))}
              </div>
            </div>
          );
        })}
      </div>
      <div className={styles.states}>
        {counts.map(({ state, count }) => (
          <Button
            key={state}
            size="compact-sm"
            variant={chosen === state ? 'filled' : 'default'}
            aria-pressed={chosen === state}
            aria-label={words.round.onlyState(words.states[state], format.number(count))}
            onClick={() => {
              onChoose(chosen === state ? null : state);
            }}
          >
            {SIGNS[state] === '' ? '' : `${SIGNS[state]} `}
            {words.states[state]} {format.number(count)}
          </Button>
        ))}
      </div>
    </figure>
  );
};
