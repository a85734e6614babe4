import { Button } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { NO_CHANGES, isSameChangeSet } from '#core/scenario/change-set.ts';
import { checkChanges } from '#core/scenario/check-changes.ts';
import type { IndexOverview, IndexSheet } from '#features/index-score/contract.ts';
import type { getScenario } from '#features/scenario/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { Page } from '#web/ui/Page.tsx';
import { openBench } from './bench.ts';
import { showChange } from './compute-what-if.ts';
import { describeFinding } from './finding.ts';
import { GainsSection } from './GainsSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { InputGrid } from './InputGrid.tsx';
import { KeepForm } from './KeepForm.tsx';
import { scenarioMessages } from './messages.ts';
import { OutdatedNotice } from './OutdatedNotice.tsx';
import { Results } from './Results.tsx';
import { ScenarioList } from './ScenarioList.tsx';
import { findScenarioOutdated, valuesOf } from './scenario-values.ts';
import { UnusableNotice } from './UnusableNotice.tsx';
import { useBench } from './use-bench.ts';
import { changesSearch, filterSearch, readWhatIfAddress } from './what-if-address.ts';
import { WhatIfBar } from './WhatIfBar.tsx';

const REST_MILLISECONDS = 250;

interface WorkbenchProps {
  readonly sheet: IndexSheet;
  readonly overview: IndexOverview;
  /** The kept scenario that is open, with its history. */
  readonly detail: z.output<(typeof getScenario)['response']> | undefined;
}

/** The bench of one score: figures, the way between them, the inputs, and the kept scenarios. */
export const Workbench = ({ sheet, overview, detail }: WorkbenchProps) => {
  const words = useMessages(scenarioMessages);
  const format = useFormat();
  const pick = usePickText();
  const search = useSearch({ from: '/shell/bo-chi-so/neu-thi' });
  const navigate = useNavigate({ from: '/bo-chi-so/neu-thi' });
  const mayWrite = usePermission('scenario.write');
  const [keeping, setKeeping] = useState<'new' | 'again' | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const { framework, subject, year } = sheet;
  const scenario = detail?.scenario;

  const [{ bench, problems, unread }] = useState(() => {
    const address = readWhatIfAddress(search);
    const present = valuesOf(sheet.values);
    const wanted = address.changes ?? (scenario ? valuesOf(scenario.changes) : NO_CHANGES);
    const checked = checkChanges(framework, present, wanted);
    return {
      bench: openBench(framework, present, checked.changes),
      problems: checked.problems,
      unread: address.unread,
    };
  });
  const { changes, whatIf } = useBench(bench);
  const kept = scenario ? valuesOf(scenario.changes) : NO_CHANGES;

  const writeAddress = useDebouncedCallback((written: typeof changes) => {
    const next = changesSearch(written, kept);
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  }, REST_MILLISECONDS);
  useEffect(
    () =>
      bench.subscribe(() => {
        setTold(null);
        writeAddress(bench.getState().changes);
      }),
    [bench, writeAddress],
  );

  const goal = overview.goal?.points ?? null;
  const total = showChange(whatIf.before.points, whatIf.after.points, framework);
  const outdated = scenario && findScenarioOutdated(scenario, sheet);
  const copyLink = () => {
    const url = new URL(window.location.href);
    const { doi } = changesSearch(changes, kept);
    if (doi === undefined) url.searchParams.delete('doi');
    else url.searchParams.set('doi', doi);
    void navigator.clipboard.writeText(url.href).then(() => {
      setTold(words.bar.copied);
    });
  };
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
      <UnusableNotice framework={framework} problems={problems} unread={unread} />
      {outdated && <OutdatedNotice scenario={scenario} sheet={sheet} outdated={outdated} />}
      <WhatIfBar bench={bench} goal={goal}>
        <Button size="xs" variant="default" onClick={copyLink}>
          {words.bar.copyLink}
        </Button>
        {mayWrite && scenario && (
          <Button
            size="xs"
            variant="default"
            disabled={changes.size === 0}
            onClick={() => {
              setKeeping('again');
            }}
          >
            {words.bar.keepAgain}
          </Button>
        )}
        {mayWrite && (
          <Button
            size="xs"
            disabled={changes.size === 0}
            onClick={() => {
              setKeeping('new');
            }}
          >
            {words.bar.keep}
          </Button>
        )}
      </WhatIfBar>
      <p role="status">{told}</p>
      {keeping !== null && (
        <KeepForm
          key={keeping}
          sheet={sheet}
          changes={changes}
          scenario={keeping === 'again' ? (scenario ?? null) : null}
          onClose={() => {
            setKeeping(null);
          }}
          onKept={({ id, name }) => {
            setKeeping(null);
            setTold(words.keep.saved(name));
            void navigate({
              search: (before) => ({ ...before, 'phuong-an': id, doi: undefined }),
              resetScroll: false,
            });
          }}
        />
      )}
      <Results whatIf={whatIf} framework={framework} overview={overview} />
      <GainsSection whatIf={whatIf} framework={framework} goal={goal} />
      <InputGrid
        bench={bench}
        sheet={sheet}
        filter={readWhatIfAddress(search).filter}
        onFilter={(filter) => {
          void navigate({
            search: (before) => ({ ...before, ...filterSearch(filter) }),
            replace: true,
            resetScroll: false,
          });
        }}
      />
      <ScenarioList sheet={sheet} openId={scenario?.id} />
      {detail && <HistorySection revisions={detail.revisions} onUse={bench.replaceAll} />}
    </Page>
  );
};
