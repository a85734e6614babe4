import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { NO_CHANGES } from '#core/scenario/change-set.ts';
import type { IndexSheet } from '#features/index-score/contract.ts';
import type { Scenario } from '#features/scenario/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import type { Bench } from './bench.ts';
import { KeepForm } from './KeepForm.tsx';
import type { LeagueOfOthers } from './league-of-others.ts';
import { scenarioMessages } from './messages.ts';
import { valuesOf } from './scenario-values.ts';
import { useBench } from './use-bench.ts';
import { changesSearch } from './what-if-address.ts';
import { WhatIfBar } from './WhatIfBar.tsx';

interface BenchActionsProps {
  readonly bench: Bench;
  readonly sheet: IndexSheet;
  readonly others: LeagueOfOthers;
  readonly scenario: Scenario | undefined;
  readonly goal: string | null;
}

/** The bar with what can be done with the changes: send them by link, keep them by name. */
export const BenchActions = ({ bench, sheet, others, scenario, goal }: BenchActionsProps) => {
  const words = useMessages(scenarioMessages);
  const navigate = useNavigate({ from: '/bo-chi-so/neu-thi' });
  const mayWrite = usePermission('scenario.write');
  const [keeping, setKeeping] = useState<'new' | 'again' | null>(null);
  const { changes } = useBench(bench);

  const tell = (message: string): void => {
    notifications.show({ message });
  };
  const copyLink = async (): Promise<void> => {
    const url = new URL(window.location.href);
    const { doi } = changesSearch(changes, scenario ? valuesOf(scenario.changes) : NO_CHANGES);
    if (doi === undefined) url.searchParams.delete('doi');
    else url.searchParams.set('doi', doi);
    await navigator.clipboard.writeText(url.href);
    tell(words.bar.copied);
  };
  const keepAs = (kind: 'new' | 'again') => () => {
    setKeeping(kind);
  };
  return (
    <>
      <WhatIfBar bench={bench} subject={sheet.subject.code} others={others} goal={goal}>
        <Button size="xs" variant="default" onClick={() => void copyLink()}>
          {words.bar.copyLink}
        </Button>
        {mayWrite && scenario && (
          <Button size="xs" variant="default" disabled={changes.size === 0} onClick={keepAs('again')}>
            {words.bar.keepAgain}
          </Button>
        )}
        {mayWrite && (
          <Button size="xs" disabled={changes.size === 0} onClick={keepAs('new')}>
            {words.bar.keep}
          </Button>
        )}
      </WhatIfBar>
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
            tell(words.keep.saved(name));
            void navigate({
              search: (before) => ({ ...before, 'phuong-an': id, doi: undefined }),
              resetScroll: false,
            });
          }}
        />
      )}
    </>
  );
};
