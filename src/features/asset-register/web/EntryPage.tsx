import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { EntryEvidence } from './EntryEvidence.tsx';
import { EntryForm } from './EntryForm.tsx';
import { EntryHistory } from './EntryHistory.tsx';
import { entryQuery, type AssetEntryDetail } from './queries.ts';
import { RetireForm } from './RetireForm.tsx';
import { useWording } from './use-wording.ts';
import { describeAssetValue } from './value-words.ts';

/** One entry: what it says, which figures count it, how it came to be so. */
const EntryPage = () => {
  const { words } = useWording();
  const { kind, id } = useParams({ from: '/shell/so-dang-ky/$kind/$id' });
  const detail = useQuery(entryQuery(kind, id));
  if (detail.isError) {
    return (
      <Page title={words.loading}>
        <ErrorState error={detail.error} where={words.eyebrow} onRetry={() => void detail.refetch()} />
      </Page>
    );
  }
  if (!detail.data) {
    return (
      <Page title={words.loading}>
        <LoadingState lines={12} />
      </Page>
    );
  }
  return <LoadedEntry key={id} detail={detail.data} />;
};

type Mode = 'reading' | 'editing' | 'retiring';

const LoadedEntry = ({ detail }: { readonly detail: AssetEntryDetail }) => {
  const { words, format, pick } = useWording();
  const [mode, setMode] = useState<Mode>('reading');
  const { register, entry, day, history } = detail;
  const { retiredOn } = entry;
  const state = retiredOn === null ? words.kept : words.retiredFrom(format.day(retiredOn));
  const backToReading = (): void => {
    setMode('reading');
  };
  return (
    <Page
      title={words.entryTitle(entry.name, state)}
      eyebrow={
        <>
          <Link to="/so-dang-ky">{words.eyebrow}</Link>
          {' › '}
          <Link to="/so-dang-ky/$kind" params={{ kind: register.path }}>
            {pick(register.title)}
          </Link>
        </>
      }
      lead={
        <>
          {words.organization}: {entry.organization.name}{' '}
          {entry.isSimulated && <CertaintyMark certainty="simulated" />}
        </>
      }
      actions={
        entry.mayWrite &&
        mode === 'reading' && (
          <>
            {retiredOn === null && (
              <Button
                onClick={() => {
                  setMode('editing');
                }}
              >
                {words.edit}
              </Button>
            )}
            <Button
              variant="default"
              onClick={() => {
                setMode('retiring');
              }}
            >
              {retiredOn === null ? words.retire : words.restore}
            </Button>
          </>
        )
      }
    >
      {mode === 'retiring' && (
        <Section title={retiredOn === null ? words.retire : words.restore}>
          <RetireForm register={register.code} entry={entry} day={day} onDone={backToReading} />
        </Section>
      )}
      {mode === 'editing' ? (
        <Section title={words.editTitle(entry.name)}>
          <EntryForm
            {...{ register, day, entry, id: entry.id, owners: [] }}
            onDone={backToReading}
            onCancel={backToReading}
          />
        </Section>
      ) : (
        <EntryContent detail={detail} />
      )}
      <EntryEvidence params={{ register: register.code, id: entry.id }} count={entry.evidence} />
      <EntryHistory register={register} history={history} />
    </Page>
  );
};

const TONES = { yes: 'good', no: 'open', unknown: 'warning' } as const;

const EntryContent = ({ detail: { register, entry } }: { readonly detail: AssetEntryDetail }) => {
  const wording = useWording();
  const { words, pick } = wording;
  const figures = register.figures.flatMap((figure) => {
    const verdict = entry.counts[`${figure.framework}/${figure.item}`];
    return verdict && figure.framework === 'dti-province' ? [{ figure, verdict }] : [];
  });
  return (
    <>
      <Section title={words.factsTitle}>
        <Facts
          twoColumns
          facts={register.fields.map((field) => ({
            label: pick(field.name),
            value: describeAssetValue(field, entry.values[field.code], wording) || words.nothing,
          }))}
        />
      </Section>
      {figures.length > 0 && (
        <Section title={words.countsTitle}>
          <FigureTable
            caption={words.countsCaption}
            rows={figures}
            rowKey={({ figure }) => figure.item}
            columns={[
              { key: 'item', title: words.item, width: '6rem', cell: ({ figure }) => figure.item },
              { key: 'figure', title: words.figure, cell: ({ figure }) => pick(figure.name) },
              {
                ...{ key: 'verdict', title: words.verdict, width: '12rem' },
                cell: ({ verdict }) => (
                  <StateBadge tone={TONES[verdict]}>{words.verdicts[verdict]}</StateBadge>
                ),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
};

export default EntryPage;
