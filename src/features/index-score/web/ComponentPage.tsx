import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ComponentExplanation } from '#features/index-score/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { componentQuery } from '#web/widgets/index-score/index-queries.ts';
import { useIndexSubject } from '#web/widgets/index-score/use-index-subject.ts';
import { ComponentAgencies } from './ComponentAgencies.tsx';
import { GroupSections } from './GroupSections.tsx';
import { IndicatorSections } from './IndicatorSections.tsx';
import { indexMessages, type IndexWords } from './messages.ts';
import { OtherSubject } from './OtherSubject.tsx';
import { NeighbourLinks } from './NeighbourLinks.tsx';
import { RestsOn } from './RestsOn.tsx';

const losesPoints = (lost: { readonly high: string }): boolean => /[1-9]/.test(lost.high);

const findingOf = (
  component: ComponentExplanation,
  name: string,
  format: Format,
  words: IndexWords['component'],
): string => {
  const { code, points, maximum, lost } = component;
  const finding = words.finding(
    code,
    name,
    format.pointsRange(points.low, points.high),
    format.number(maximum),
  );
  return losesPoints(lost) ? words.findingLost(finding, format.pointsRange(lost.low, lost.high)) : finding;
};

/** One indicator: how its points come about, from the data to what the plans do about them. */
const ComponentPage = () => {
  const { component: words } = useMessages(indexMessages);
  const format = useFormat();
  const pick = usePickText();
  const { code } = useParams({ from: '/shell/bo-chi-so/$code' });
  const { nam: year } = useSearch({ from: '/shell/bo-chi-so/$code' });
  const of = useIndexSubject();
  const { subject } = of;
  const component = useQuery(componentQuery(year, code, of));

  if (component.isPending) {
    return (
      <Page title={words.loading(code)}>
        <LoadingState lines={14} />
      </Page>
    );
  }
  if (component.isError) {
    return (
      <Page title={words.loading(code)}>
        <ErrorState
          error={component.error}
          where={words.loading(code)}
          onRetry={() => void component.refetch()}
        />
      </Page>
    );
  }
  const { name, parent, kind } = component.data;
  return (
    <Page
      key={code}
      title={findingOf(component.data, pick(name), format, words)}
      eyebrow={
        <>
          <Link to="/bo-chi-so">{words.indexLink}</Link>
          {subject !== undefined && ` › ${component.data.subject.name}`}
          {parent && (
            <>
              {' › '}
              <Link to="/bo-chi-so/$code" params={{ code: parent.code }}>
                {parent.code} {pick(parent.name)}
              </Link>
            </>
          )}
        </>
      }
      lead={
        <>
          <OtherSubject index={component.data} />
          <ComponentAgencies component={component.data} />
          <RestsOn assumptions={component.data.assumptions} />
        </>
      }
    >
      {kind === 'group' ? (
        <GroupSections component={component.data} />
      ) : (
        <IndicatorSections component={component.data} />
      )}
      <NeighbourLinks component={component.data} />
    </Page>
  );
};

export default ComponentPage;
