import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { v7 as newId } from 'uuid';
import type { MeasureLink } from '#features/consistency/link-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import styles from './FindingsPage.module.css';
import { linkMessages } from './link-messages.ts';
import { measureLinksQuery, useDecideLink } from './link-queries.ts';
import { LinkList } from './LinkList.tsx';

const STATES = { 'de-xuat': 'proposed', 'da-xac-nhan': 'confirmed', 'khong-phai': 'refused' } as const;
type StateSegment = keyof typeof STATES;
const SEGMENTS = ['de-xuat', 'da-xac-nhan', 'khong-phai'] as const satisfies readonly StateSegment[];

const findSegment = (text: string | undefined): StateSegment =>
  SEGMENTS.find((segment) => segment === text) ?? 'de-xuat';

/** Which targets, components and data items are one measurable thing: what is proposed, and what people said of it. */
const MeasureLinksPage = () => {
  const words = useMessages(linkMessages);
  const links = useQuery(measureLinksQuery);
  if (links.isPending) {
    return (
      <Page title={words.page}>
        <LoadingState lines={12} />
      </Page>
    );
  }
  if (links.isError) {
    return (
      <Page title={words.page}>
        <ErrorState error={links.error} where={words.page} onRetry={() => void links.refetch()} />
      </Page>
    );
  }
  return <Links links={links.data.items} />;
};

const isIn = ({ one, other }: MeasureLink, documentId: string | undefined): boolean =>
  documentId === undefined || one.document?.id === documentId || other.document?.id === documentId;

const Links = ({ links }: { readonly links: readonly MeasureLink[] }) => {
  const words = useMessages(linkMessages);
  const format = useFormat();
  const search = useSearch({ from: '/shell/mau-thuan/lien-ket' });
  const mayDecide = usePermission('measure-link.decide');
  const deciding = useDecideLink();
  const waiting = links.filter(({ state }) => state === 'proposed').length;
  const confirmed = links.filter(({ state }) => state === 'confirmed').length;
  const segment = findSegment(search['trang-thai']);
  const shown = links.filter((link) => link.state === STATES[segment] && isIn(link, search['van-ban']));
  return (
    <Page
      title={words.title(format.number(waiting), format.number(confirmed))}
      eyebrow={<Link to="/mau-thuan">{words.eyebrow}</Link>}
      lead={words.lead}
    >
      <div>
        <Filters links={links} segment={segment} />
        <p role="status" className={styles.shown}>
          {words.shown(format.number(shown.length), format.number(links.length))}{' '}
          {mayDecide && <span className={styles.keys}>{words.keys}</span>}
        </p>
      </div>
      {deciding.isError && <ErrorState error={deciding.error} where={words.page} />}
      {shown.length === 0 ? (
        <EmptyState title={words.none[STATES[segment]]}>{words.noneHelp}</EmptyState>
      ) : (
        <LinkList
          links={shown}
          all={links}
          mayDecide={mayDecide}
          isBusy={deciding.isPending}
          onDecide={({ one, other, version }, decision) => {
            deciding.mutate({ one: one.key, other: other.key, decision, version, writeId: newId() });
          }}
        />
      )}
    </Page>
  );
};

const Filters = ({
  links,
  segment,
}: {
  readonly links: readonly MeasureLink[];
  readonly segment: StateSegment;
}) => {
  const words = useMessages(linkMessages);
  const itemWords = useMessages(planItemMessages);
  const format = useFormat();
  const search = useSearch({ from: '/shell/mau-thuan/lien-ket' });
  const navigate = useNavigate({ from: '/mau-thuan/lien-ket' });
  const documents = new Map(
    links
      .flatMap(({ one, other }) => [one.document, other.document])
      .flatMap((document) =>
        document ? [[document.id, documentShortTitle(document, itemWords)] as const] : [],
      ),
  );
  const countIn = (state: MeasureLink['state'], documentId: string | undefined): string =>
    format.number(links.filter((link) => link.state === state && isIn(link, documentId)).length);
  return (
    <div className={styles.fewFilters}>
      <NativeSelect
        label={words.filterState}
        value={segment}
        data={SEGMENTS.map((value) => ({
          value,
          label: words.counted(words.states[STATES[value]], countIn(STATES[value], search['van-ban'])),
        }))}
        onChange={({ currentTarget: { value } }) => {
          const state = value === 'de-xuat' ? undefined : value;
          void navigate({ search: { ...search, 'trang-thai': state }, replace: true });
        }}
      />
      <NativeSelect
        label={words.filterDocument}
        value={search['van-ban'] ?? ''}
        data={[
          { value: '', label: words.all },
          ...[...documents].map(([value, name]) => ({
            value,
            label: words.counted(name, countIn(STATES[segment], value)),
          })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          void navigate({
            search: { ...search, 'van-ban': value === '' ? undefined : value },
            replace: true,
          });
        }}
      />
    </div>
  );
};

export default MeasureLinksPage;
