import { useDebouncedCallback } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { NO_CHANGES } from '#core/scenario/change-set.ts';
import { checkChanges } from '#core/scenario/check-changes.ts';
import type { IndexOverview, IndexSheet } from '#features/index-score/contract.ts';
import type { ScenarioDetail } from '#features/scenario/contract.ts';
import { openBench } from './bench.ts';
import { BenchActions } from './BenchActions.tsx';
import { BenchPage } from './BenchPage.tsx';
import { GainsSection } from './GainsSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { InputGrid } from './InputGrid.tsx';
import type { InputFilter } from './list-input-groups.ts';
import { openLeague } from './league-of-others.ts';
import { OutdatedNotice } from './OutdatedNotice.tsx';
import { Results } from './Results.tsx';
import { ScenarioList } from './ScenarioList.tsx';
import { findScenarioOutdated, valuesOf } from './scenario-values.ts';
import { UnusableNotice } from './UnusableNotice.tsx';
import { changesSearch, filterSearch, readFilter, readWhatIfAddress } from './what-if-address.ts';

const REST_MILLISECONDS = 250;

interface WorkbenchProps {
  readonly sheet: IndexSheet;
  readonly overview: IndexOverview;
  /** The kept scenario that is open, with its history. */
  readonly detail: ScenarioDetail | undefined;
}

/** The bench of one score. It is not drawn again when a figure changes: its parts listen to the bench themselves. */
export const Workbench = ({ sheet, overview, detail }: WorkbenchProps) => {
  const search = useSearch({ from: '/shell/bo-chi-so/neu-thi' });
  const navigate = useNavigate({ from: '/bo-chi-so/neu-thi' });
  const { framework } = sheet;
  const scenario = detail?.scenario;

  const [{ bench, others, problems, unread }] = useState(() => {
    const league = openLeague(sheet);
    const address = readWhatIfAddress(search);
    const present = valuesOf(sheet.values);
    const wanted = address.changes ?? (scenario ? valuesOf(scenario.changes) : NO_CHANGES);
    const checked = checkChanges(framework, present, wanted);
    return {
      bench: openBench(framework, present, checked.changes, league.bestsWith),
      others: league,
      problems: checked.problems,
      unread: address.unread,
    };
  });

  const writeAddress = useDebouncedCallback(() => {
    const kept = scenario ? valuesOf(scenario.changes) : NO_CHANGES;
    const next = changesSearch(bench.getState().changes, kept);
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  }, REST_MILLISECONDS);
  useEffect(() => bench.subscribe(writeAddress), [bench, writeAddress]);

  const { bo, 'don-vi': subject } = search;
  const of = useMemo(() => ({ bo, 'don-vi': subject }), [bo, subject]);
  const { nhom, 'co-quan': agency, tim, 'da-doi': changed } = search;
  const filter = useMemo(
    () => readFilter({ nhom, 'co-quan': agency, tim, 'da-doi': changed }),
    [nhom, agency, tim, changed],
  );
  const onFilter = useCallback(
    (chosen: InputFilter) => {
      void navigate({
        search: (before) => ({ ...before, ...filterSearch(chosen) }),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  const goal = overview.goal?.points ?? null;
  const outdated = scenario && findScenarioOutdated(scenario, sheet);
  return (
    <BenchPage bench={bench} sheet={sheet} scenario={scenario} goal={goal}>
      <UnusableNotice framework={framework} problems={problems} unread={unread} />
      {outdated && <OutdatedNotice scenario={scenario} sheet={sheet} outdated={outdated} />}
      <BenchActions bench={bench} sheet={sheet} others={others} scenario={scenario} goal={goal} />
      <Results bench={bench} subject={sheet.subject.code} others={others} overview={overview} />
      <GainsSection bench={bench} goal={goal} />
      <InputGrid bench={bench} sheet={sheet} filter={filter} onFilter={onFilter} />
      <ScenarioList sheet={sheet} openId={scenario?.id} of={of} />
      {detail && <HistorySection revisions={detail.revisions} onUse={bench.replaceAll} />}
    </BenchPage>
  );
};
