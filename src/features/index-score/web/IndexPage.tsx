import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ComponentList } from '#features/index-score/contract.ts';
import { toProblem } from '#web/api/problem-error.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { componentsQuery, type ComponentFilter } from '#web/widgets/index-score/index-queries.ts';
import { useIndexSubject } from '#web/widgets/index-score/use-index-subject.ts';
import { Assumptions } from './Assumptions.tsx';
import { IndexFilters } from './IndexFilters.tsx';
import { IndexLinks } from './IndexLinks.tsx';
import { IndexTree } from './IndexTree.tsx';
import { OtherSubject } from './OtherSubject.tsx';
import { indexMessages, type IndexWords } from './messages.ts';

/** What the listed indicators come to, as the title says it. */
const findingOf = (
  list: ComponentList,
  filter: ComponentFilter,
  format: Format,
  words: IndexWords,
): string => {
  if (list.total === 0) return words.findingNone;
  const count = format.number(list.total);
  const points = format.pointsRange(list.points.low, list.points.high);
  const lost = format.pointsRange(list.lost.low, list.lost.high);
  const maximum = format.number(list.maximum);
  const agency = list.leadAgencies.find(({ organizationCode }) => organizationCode === filter.leadAgency);
  if (agency) return words.findingOfAgency(agency.name, count, points, maximum, lost);
  if (filter.corrected) return words.findingCorrected(count, points, maximum);
  if (filter.lostMoreThan !== undefined) {
    return words.findingOfLoss(count, format.number(filter.lostMoreThan), lost);
  }
  return words.finding(count, points, maximum, lost);
};

/** The tree of main and component indicators; its filters stand in the address. */
const IndexPage = () => {
  const words = useMessages(indexMessages);
  const format = useFormat();
  const pick = usePickText();
  const search = useSearch({ from: '/shell/bo-chi-so' });
  const filter = {
    leadAgency: search['co-quan'],
    lostMoreThan: search['mat-hon'],
    corrected: search['so-lieu'] === 'da-sua',
  };
  const components = useQuery({
    ...componentsQuery(search.nam, filter, useIndexSubject()),
    placeholderData: (previous) => previous,
  });

  if (components.isPending) {
    return (
      <Page title={words.loadingTitle}>
        <LoadingState lines={18} />
      </Page>
    );
  }
  if (components.isError) {
    const isEmpty = toProblem(components.error).code === 'record.not-found';
    return (
      <Page title={isEmpty ? words.noIndexTitle : words.loadingTitle}>
        {isEmpty ? (
          <EmptyState title={words.noIndexTitle}>{words.noIndex}</EmptyState>
        ) : (
          <ErrorState error={components.error} where={words.page} onRetry={() => void components.refetch()} />
        )}
      </Page>
    );
  }
  const list = components.data;
  return (
    <Page
      wide
      title={findingOf(list, filter, format, words)}
      eyebrow={words.eyebrow(pick(list.framework.title), list.subject.name, String(list.year))}
      lead={
        <>
          <OtherSubject index={list} />
          <IndexLinks />
        </>
      }
    >
      <IndexFilters agencies={list.leadAgencies} filter={filter} />
      {list.total === 0 ? (
        <EmptyState
          title={words.findingNone}
          action={
            <Link to="/bo-chi-so" search={{}}>
              {words.clearFilters}
            </Link>
          }
        >
          {words.none}
        </EmptyState>
      ) : (
        <IndexTree nodes={list.items} />
      )}
      <Assumptions year={search.nam} />
    </Page>
  );
};

export default IndexPage;
