import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { ScoreSnapshotList } from '#features/score-snapshot/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useIndexSubject } from '#web/widgets/index-score/use-index-subject.ts';
import { CompareChooser } from './CompareChooser.tsx';
import { snapshotMessages, type SnapshotWords } from './messages.ts';
import { snapshotsQuery } from './queries.ts';
import styles from './Snapshot.module.css';
import { TakeSnapshotForm } from './TakeSnapshotForm.tsx';

const findingOf = ({ items, present }: ScoreSnapshotList, format: Format, words: SnapshotWords): string => {
  const now = format.pointsRange(present.low, present.high);
  // A scenario is no state of the score: only what was reported can have been left behind.
  const latest = items.find(({ kind }) => kind !== 'scenario');
  if (!latest) return words.list.findingNone(now);
  const then = format.pointsRange(latest.points.low, latest.points.high);
  return then === now
    ? words.list.findingSame(words.named(latest.name), then)
    : words.list.finding(words.named(latest.name), then, now);
};

const SavedNotice = ({ sentence }: { readonly sentence: string }) => {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    notice.current?.focus();
  }, [sentence]);
  return (
    <p ref={notice} role="status" tabIndex={-1} className={styles.saved}>
      {sentence}
    </p>
  );
};

const SnapshotTable = ({ items }: Pick<ScoreSnapshotList, 'items'>) => {
  const words = useMessages(snapshotMessages);
  const format = useFormat();
  return (
    <FigureTable
      caption={words.list.table}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: words.list.name,
          cell: ({ id, name }) => (
            <Link to="/bo-chi-so/ban-chot/$id" params={{ id }}>
              {name}
            </Link>
          ),
        },
        { key: 'kind', title: words.list.kind, cell: ({ kind }) => words.kinds[kind] },
        { key: 'year', title: words.list.year, kind: 'figure', cell: ({ year }) => String(year) },
        {
          key: 'points',
          title: words.list.points,
          kind: 'figure',
          cell: ({ points, simulated }) => (
            <>
              {format.pointsRange(points.low, points.high)}
              {simulated && <CertaintyMark certainty="simulated" />}
            </>
          ),
        },
        { key: 'takenAt', title: words.list.takenAt, cell: ({ takenAt }) => format.instant(takenAt) },
        { key: 'takenBy', title: words.list.takenBy, cell: ({ takenBy }) => takenBy ?? words.bySystem },
        {
          key: 'compare',
          title: words.list.sincePresent,
          cell: ({ id, name }) => (
            <Link
              to="/bo-chi-so/ban-chot/so-sanh"
              search={{ truoc: id }}
              aria-label={`${words.list.sincePresent}: ${name}`}
            >
              {words.list.compare}
            </Link>
          ),
        },
      ]}
    />
  );
};

const SnapshotSections = ({ items }: Pick<ScoreSnapshotList, 'items'>) => {
  const { list: words } = useMessages(snapshotMessages);
  if (items.length === 0) return <EmptyState title={words.none}>{words.noneHelp}</EmptyState>;
  return (
    <>
      <Section title={words.table} lead={words.tableLead}>
        <SnapshotTable items={items} />
      </Section>
      <Section title={words.compareTitle} lead={words.compareLead}>
        <CompareChooser snapshots={items} />
      </Section>
    </>
  );
};

/** The snapshots of a score: what was kept when, taking another one, comparing two. */
const SnapshotsPage = () => {
  const words = useMessages(snapshotMessages);
  const format = useFormat();
  const pick = usePickText();
  const { nam: year } = useSearch({ from: '/shell/bo-chi-so/ban-chot' });
  const snapshots = useQuery(snapshotsQuery(year, useIndexSubject()));
  const [isTaking, setTaking] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);

  if (snapshots.isPending) {
    return (
      <Page title={words.list.loading}>
        <LoadingState lines={8} />
      </Page>
    );
  }
  if (snapshots.isError) {
    return (
      <Page title={words.list.loading}>
        <ErrorState
          error={snapshots.error}
          where={words.list.loading}
          onRetry={() => void snapshots.refetch()}
        />
      </Page>
    );
  }
  const list = snapshots.data;
  const mayTake = list.actions.includes('score-snapshot.write');
  return (
    <Page
      title={findingOf(list, format, words)}
      eyebrow={
        <>
          <Link to="/bo-chi-so">{words.indexLink}</Link>
          {' › '}
          {words.list.eyebrow(pick(list.framework.title), list.subject.name)}
        </>
      }
      lead={
        <>
          {words.list.lead} {list.simulated && <CertaintyMark certainty="simulated" />}
        </>
      }
      actions={
        <>
          {mayTake && !isTaking && (
            <Button
              onClick={() => {
                setSaved(null);
                setTaking(true);
              }}
            >
              {words.list.take}
            </Button>
          )}
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/bo-chi-so/ban-giai-trinh" {...props} />}
          >
            {words.sheetLink}
          </Button>
        </>
      }
    >
      {saved !== null && <SavedNotice sentence={saved} />}
      {isTaking && (
        <Section title={words.form.title}>
          <TakeSnapshotForm
            list={list}
            onClose={() => {
              setTaking(false);
            }}
            onSaved={(sentence) => {
              setTaking(false);
              setSaved(sentence);
            }}
          />
        </Section>
      )}
      <SnapshotSections items={list.items} />
    </Page>
  );
};

export default SnapshotsPage;
