import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ScoreSnapshotView } from '#features/score-snapshot/contract.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import { snapshotMessages } from './messages.ts';
import { snapshotQuery } from './queries.ts';
import styles from './Snapshot.module.css';
import { Verification } from './Verification.tsx';
import { describePoints } from './wording.ts';

const SnapshotFacts = ({ snapshot }: Pick<ScoreSnapshotView, 'snapshot'>) => {
  const words = useMessages(snapshotMessages);
  const format = useFormat();
  const pick = usePickText();
  const { framework, subject, year, takenAt, takenBy, note, contentHash } = snapshot;
  return (
    <Facts
      facts={[
        { label: words.one.subject, value: subject.name },
        {
          label: words.one.framework,
          value: words.one.version(pick(framework.title), String(framework.version)),
        },
        { label: words.one.year, value: String(year) },
        { label: words.one.takenAt, value: format.instant(takenAt) },
        { label: words.one.takenBy, value: takenBy ?? words.bySystem },
        { label: words.one.note, value: note },
        { label: words.one.hash, value: <span className={styles.hash}>{contentHash}</span> },
      ]}
    />
  );
};

const AssumedValues = ({ assumed }: Pick<ScoreSnapshotView, 'assumed'>) => {
  const { one: words } = useMessages(snapshotMessages);
  const pick = usePickText();
  const { locale } = useLocale();
  return (
    <FigureTable
      caption={words.assumedTitle}
      rows={assumed}
      rowKey={({ item }) => item.code}
      columns={[
        { key: 'item', title: words.item, cell: ({ item }) => pick(item.name) },
        {
          key: 'value',
          title: words.value,
          kind: 'figure',
          cell: ({ item, value }) => describeValue(item, value, locale),
        },
      ]}
    />
  );
};

const PointsTable = ({
  snapshot,
  maximum,
  components,
}: Omit<ScoreSnapshotView, 'assumed' | 'verification' | 'actions'>) => {
  const { one: words } = useMessages(snapshotMessages);
  const format = useFormat();
  const pick = usePickText();
  return (
    <FigureTable
      caption={words.pointsTitle}
      rows={components}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'name',
          title: words.component,
          cell: ({ code, name, kind }) => (
            <span className={styles[kind]}>
              {code} {pick(name)}
            </span>
          ),
        },
        {
          key: 'maximum',
          title: words.maximum,
          kind: 'figure',
          cell: ({ maximum }) => format.number(maximum),
        },
        {
          key: 'points',
          title: words.points,
          kind: 'figure',
          cell: ({ points }) => describePoints(points, format),
        },
      ]}
      footer={
        <tr>
          <th scope="row">{words.total}</th>
          <td data-kind="figure">{format.number(maximum)}</td>
          <td data-kind="figure">{describePoints(snapshot.points, format)}</td>
        </tr>
      }
    />
  );
};

/** A snapshot as it was taken, and whether it still is. */
const SnapshotPage = () => {
  const words = useMessages(snapshotMessages);
  const format = useFormat();
  const { id } = useParams({ from: '/shell/bo-chi-so/ban-chot/$id' });
  const opened = useQuery(snapshotQuery(id));

  if (opened.isPending) {
    return (
      <Page title={words.one.loading}>
        <LoadingState lines={14} />
      </Page>
    );
  }
  if (opened.isError) {
    return (
      <Page title={words.one.loading}>
        <ErrorState error={opened.error} where={words.one.loading} onRetry={() => void opened.refetch()} />
      </Page>
    );
  }
  const { snapshot, verification, maximum, components, assumed } = opened.data;
  return (
    <Page
      key={id}
      title={words.one.finding(
        words.named(snapshot.name),
        words.kinds[snapshot.kind],
        format.pointsRange(snapshot.points.low, snapshot.points.high),
        format.number(maximum),
      )}
      lead={snapshot.simulated && <CertaintyMark certainty="simulated" />}
      eyebrow={
        <>
          <Link to="/bo-chi-so">{words.indexLink}</Link>
          {' › '}
          <Link to="/bo-chi-so/ban-chot">{words.listLink}</Link>
        </>
      }
      actions={
        <>
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link to="/bo-chi-so/ban-chot/so-sanh" search={{ truoc: id }} {...props} />
            )}
          >
            {words.one.comparePresent}
          </Button>
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link to="/bo-chi-so/ban-giai-trinh" search={{ 'ban-chot': id }} {...props} />
            )}
          >
            {words.one.sheet}
          </Button>
        </>
      }
    >
      <Section title={words.one.verificationTitle}>
        <Verification verification={verification} />
      </Section>
      <Section title={words.one.factsTitle}>
        <SnapshotFacts snapshot={snapshot} />
      </Section>
      {assumed.length > 0 && (
        <Section title={words.one.assumedTitle}>
          <AssumedValues assumed={assumed} />
        </Section>
      )}
      <Section title={words.one.pointsTitle}>
        <PointsTable snapshot={snapshot} maximum={maximum} components={components} />
      </Section>
    </Page>
  );
};

export default SnapshotPage;
