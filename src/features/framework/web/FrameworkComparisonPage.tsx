import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FrameworkComparison } from '#features/framework/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { ChangeSections } from './ChangeSections.tsx';
import { frameworkMessages, type FrameworkWords } from './messages.ts';
import { comparisonQuery, type FrameworkKey } from './queries.ts';

const readKey = (text: string | undefined): FrameworkKey | undefined => {
  const [, code, version] = /^(.+)@(\d{1,5})$/.exec(text ?? '') ?? [];
  return code !== undefined && version !== undefined ? { code, version: Number(version) } : undefined;
};

const isChanged = ({ points }: FrameworkComparison['subjects'][number]): boolean =>
  Number(points.difference.low) !== 0 || Number(points.difference.high) !== 0;

const describeEffect = (
  { subjects, isScorable }: FrameworkComparison,
  format: Format,
  words: FrameworkWords['comparison'],
): string => {
  if (!isScorable) return words.effectUnfit;
  const [first] = subjects;
  if (!first) return words.effectNone;
  const range = ({ low, high }: { readonly low: string; readonly high: string }) =>
    format.pointsRange(low, high);
  if (subjects.length === 1) {
    return words.effectOne(first.name, range(first.points.before), range(first.points.after));
  }
  return words.effectMany(format.number(subjects.filter(isChanged).length), format.number(subjects.length));
};

const describeChanges = (
  comparison: FrameworkComparison,
  format: Format,
  words: FrameworkWords['comparison'],
): string => {
  const { counts, fields, items } = comparison;
  const parts = (['added', 'removed', 'changed', 'moved'] as const).flatMap((kind) =>
    counts[kind] > 0 ? [words[kind](format.number(counts[kind]))] : [],
  );
  if (parts.length > 0) return words.ofIndicators(parts.join(', '));
  return fields.length === 0 && items.length === 0 ? words.none : words.noIndicators;
};

/** What changed from one version to another, and what that does to every subject's score. */
const FrameworkComparisonPage = () => {
  const words = useMessages(frameworkMessages);
  const params = useParams({ from: '/shell/bo-chi-so/khung/$code/$version/so-sanh' });
  const { voi } = useSearch({ from: '/shell/bo-chi-so/khung/$code/$version/so-sanh' });
  const after = { code: params.code, version: Number(params.version) };
  const before = readKey(voi);
  const comparison = useQuery({
    ...comparisonQuery(before ?? after, after),
    enabled: before !== undefined,
  });
  const eyebrow = (
    <>
      <Link to="/bo-chi-so/khung">{words.page}</Link> ·{' '}
      <Link to="/bo-chi-so/khung/$code/$version" params={params}>
        {words.versionName(params.code, params.version)}
      </Link>
      {before &&
        ` · ${words.comparison.beforeVersion} ${words.versionName(before.code, String(before.version))}`}
    </>
  );
  if (before === undefined) {
    return (
      <Page title={words.comparison.loading} eyebrow={eyebrow}>
        <EmptyState
          title={words.comparison.beforeVersion}
          action={
            <Link to="/bo-chi-so/khung/$code/$version" params={params}>
              {words.comparison.back}
            </Link>
          }
        />
      </Page>
    );
  }
  if (!comparison.data) {
    return (
      <Page title={words.comparison.loading} eyebrow={eyebrow}>
        {comparison.isError ? (
          <ErrorState error={comparison.error} onRetry={() => void comparison.refetch()} />
        ) : (
          <LoadingState lines={10} />
        )}
      </Page>
    );
  }
  return <Compared comparison={comparison.data} eyebrow={eyebrow} />;
};

const Compared = ({
  comparison,
  eyebrow,
}: {
  readonly comparison: FrameworkComparison;
  readonly eyebrow: ReactNode;
}) => {
  const { comparison: words } = useMessages(frameworkMessages);
  const format = useFormat();
  return (
    <Page
      wide
      eyebrow={eyebrow}
      title={words.finding(
        describeChanges(comparison, format, words),
        describeEffect(comparison, format, words),
      )}
    >
      {!comparison.isScorable && <EmptyState title={words.effectUnfit}>{words.unfit}</EmptyState>}
      {comparison.subjects.length > 0 && <SubjectSection comparison={comparison} />}
      <ChangeSections comparison={comparison} />
    </Page>
  );
};

const MOST_SHOWN = 3;

const SubjectSection = ({ comparison }: { readonly comparison: FrameworkComparison }) => {
  const { comparison: words } = useMessages(frameworkMessages);
  const format = useFormat();
  const pick = usePickText();
  const signed = ({ low, high }: { readonly low: string; readonly high: string }): string =>
    low === high ? format.signedPoints(low) : `${format.signedPoints(low)} / ${format.signedPoints(high)}`;
  return (
    <Section title={words.subjects} lead={words.subjectsLead}>
      <FigureTable
        caption={words.subjects}
        rows={comparison.subjects}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'subject',
            title: words.subject,
            cell: ({ name, isSimulated }) => (
              <>
                {name} {isSimulated && <CertaintyMark certainty="simulated" />}
              </>
            ),
          },
          {
            key: 'before',
            title: words.before,
            kind: 'figure',
            width: '10rem',
            cell: ({ points: { before } }) => format.pointsRange(before.low, before.high),
          },
          {
            key: 'after',
            title: words.after,
            kind: 'figure',
            width: '10rem',
            cell: ({ points: { after } }) => format.pointsRange(after.low, after.high),
          },
          {
            key: 'difference',
            title: words.difference,
            kind: 'figure',
            width: '9rem',
            cell: ({ points: { difference } }) => signed(difference),
          },
          {
            key: 'most',
            title: words.most,
            width: '34%',
            cell: ({ components }) =>
              components
                .slice(0, MOST_SHOWN)
                .map(({ code, name, points }) => `${code} ${pick(name)} (${signed(points.difference)})`)
                .join('; '),
          },
        ]}
      />
    </Section>
  );
};

export default FrameworkComparisonPage;
