import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import type { DifficultySearch } from './difficulty-address.ts';
import { hinderedItemQuery, statisticsQuery } from './queries.ts';
import { type Hindered, RaiseForm } from './RaiseForm.tsx';
import { useDifficultyTexts } from './use-difficulty-texts.ts';
import { useWording } from './use-wording.ts';

const NO_FILTER = {};

const hinderedOf = (search: DifficultySearch): Hindered | undefined => {
  const item = search['nhiem-vu'] ?? search['chi-tieu'];
  if (item !== undefined) return { kind: 'item', id: item };
  const submission = search['bao-cao'];
  return submission === undefined ? undefined : { kind: 'submission', id: submission };
};

/** Where a difficulty with a task, a target or a report is raised. */
const RaisePage = () => {
  const { texts } = useDifficultyTexts();
  const { words } = useWording();
  const search: DifficultySearch = useSearch({ from: '/shell/kho-khan/moi' });
  const navigate = useNavigate();
  const about = hinderedOf(search);
  const statistics = useQuery(statisticsQuery(NO_FILTER));
  const item = useQuery({ ...hinderedItemQuery(about?.id ?? ''), enabled: about?.kind === 'item' });
  const { raise } = texts;
  const name = item.data?.item.name;
  return (
    <Page
      title={name === undefined ? raise.title : raise.titleOf(name)}
      eyebrow={<Link to="/kho-khan">{words.eyebrow}</Link>}
      lead={raise.lead}
    >
      {about === undefined && <EmptyState title={raise.nowhereTitle}>{raise.nowhereText}</EmptyState>}
      {statistics.isError && (
        <ErrorState error={statistics.error} onRetry={() => void statistics.refetch()} />
      )}
      {item.isError && <ErrorState error={item.error} onRetry={() => void item.refetch()} />}
      {about !== undefined && statistics.isPending && <LoadingState lines={8} />}
      {about !== undefined && statistics.data && !item.isError && (
        <RaiseForm
          about={about}
          organizations={statistics.data.mayRaiseFor}
          onRaised={({ id }) => {
            void navigate({ to: '/kho-khan/$id', params: { id } });
          }}
        />
      )}
    </Page>
  );
};

export default RaisePage;
