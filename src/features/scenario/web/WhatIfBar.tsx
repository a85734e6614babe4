import { Button } from '@mantine/core';
import { Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import type { Bench } from './bench.ts';
import { missingTo, showChange } from './compute-what-if.ts';
import { describeMissing } from './describe-missing.ts';
import { Difference } from './Difference.tsx';
import type { LeagueOfOthers } from './league-of-others.ts';
import { scenarioMessages } from './messages.ts';
import { useBench } from './use-bench.ts';
import { type RankedBench, useRanks } from './use-ranks.ts';
import styles from './WhatIfBar.module.css';
import { NO_CHANGES } from '#core/scenario/change-set.ts';

interface WhatIfBarProps {
  readonly bench: Bench;
  /** Code of the subject, for its place among others. */
  readonly subject: string;
  readonly others: LeagueOfOthers;
  readonly goal: string | null;
  /** Further buttons: keep, copy the link. */
  readonly children: ReactNode;
}

/** Stays in sight while figures are changed: what they come to, and what takes changes back. */
export const WhatIfBar = ({ bench, subject, others, goal, children }: WhatIfBarProps) => {
  const { bar: words, distance } = useMessages(scenarioMessages);
  const format = useFormat();
  const { history, changes, whatIf } = useBench(bench);
  const { framework } = bench;
  const total = showChange(whatIf.before.points, whatIf.after.points, framework);
  const range = ({ low, high }: { readonly low: string; readonly high: string }) =>
    format.pointsRange(low, high);
  return (
    <div className={styles.bar} role="region" aria-label={words.label}>
      <dl className={styles.figures} aria-live="polite">
        <div className={styles.today}>
          <dt>{words.now}</dt>
          <dd>{range(total.before)}</dd>
        </div>
        <div className={styles.then}>
          <dt>{words.then}</dt>
          <dd>{range(total.after)}</dd>
        </div>
        <div>
          <dt>{words.difference}</dt>
          <dd>
            <Difference difference={total.difference} />
          </dd>
        </div>
        {goal !== null && (
          <div>
            <dt>{words.missing(format.number(goal))}</dt>
            <dd>{describeMissing(missingTo(goal, total.after, framework), format, distance.above)}</dd>
          </div>
        )}
        <RankFigure bench={bench} subject={subject} others={others} />
      </dl>
      <div className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          disabled={history.past.length === 0}
          leftSection={<Undo2 size={14} aria-hidden="true" />}
          onClick={bench.undo}
        >
          {words.undo}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={history.future.length === 0}
          leftSection={<Redo2 size={14} aria-hidden="true" />}
          onClick={bench.redo}
        >
          {words.redo}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={changes.size === 0}
          onClick={() => {
            bench.replaceAll(NO_CHANGES);
          }}
        >
          {words.resetAll}
        </Button>
        {children}
      </div>
    </div>
  );
};

/** The place among those who are scored by the same framework; nothing for who stands alone. */
const RankFigure = (of: RankedBench) => {
  const { bar: words } = useMessages(scenarioMessages);
  const rank = useRanks(of)(null);
  if (!rank) return null;
  const { now, then } = rank;
  return (
    <div>
      <dt>{words.rank}</dt>
      <dd>{words.rankChange(now.label, then.label, String(then.of))}</dd>
    </div>
  );
};
