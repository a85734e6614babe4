import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isSameChangeSet, NO_CHANGES } from '#core/scenario/change-set.ts';
import type { IndexSheet } from '#features/index-score/contract.ts';
import type { Scenario } from '#features/scenario/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { Page } from '#web/ui/Page.tsx';
import type { Bench } from './bench.ts';
import { showChange } from './compute-what-if.ts';
import { describeFinding } from './finding.ts';
import { scenarioMessages } from './messages.ts';
import { valuesOf } from './scenario-values.ts';
import { useBench } from './use-bench.ts';

interface BenchPageProps {
  readonly bench: Bench;
  readonly sheet: IndexSheet;
  readonly scenario: Scenario | undefined;
  readonly goal: string | null;
  readonly children: ReactNode;
}

/** The page whose title says what the assumptions come to. */
export const BenchPage = ({ bench, sheet, scenario, goal, children }: BenchPageProps) => {
  const words = useMessages(scenarioMessages);
  const format = useFormat();
  const pick = usePickText();
  const { changes, whatIf } = useBench(bench);
  const { framework, subject, year } = sheet;
  const total = showChange(whatIf.before.points, whatIf.after.points, framework);
  const kept = scenario ? valuesOf(scenario.changes) : NO_CHANGES;
  return (
    <Page
      wide
      title={describeFinding({ total, changes: changes.size, goal }, framework, format, words)}
      eyebrow={
        <>
          <Link to="/bo-chi-so">{words.indexLink}</Link>
          {' › '}
          {words.eyebrow(pick(framework.title), subject.name, String(year))}
        </>
      }
      lead={
        <>
          {scenario && (
            <strong>
              {isSameChangeSet(changes, kept) ? words.open(scenario.name) : words.openChanged(scenario.name)}
              .{' '}
            </strong>
          )}
          {words.lead}
        </>
      }
    >
      {children}
    </Page>
  );
};
