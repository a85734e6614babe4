import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Difficulty } from '#features/difficulty/contract.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { DifficultyStateBadge } from '#web/widgets/difficulty/DifficultyStateBadge.tsx';
import { AboutLink } from './AboutLink.tsx';
import styles from './difficulty.module.css';
import type { DifficultySearch } from './difficulty-address.ts';
import { difficultiesQuery, PAGE_SIZE } from './queries.ts';
import { useWording, type Wording } from './use-wording.ts';

interface DifficultyListProps {
  readonly filter: Readonly<Record<string, string>>;
  readonly search: DifficultySearch;
  readonly page: number;
}

const Pages = ({ search, page, total }: Omit<DifficultyListProps, 'filter'> & { readonly total: number }) => {
  const { words, format } = useWording();
  const first = (page - 1) * PAGE_SIZE;
  const last = Math.ceil(total / PAGE_SIZE);
  const toPage = (to: number): DifficultySearch => ({ ...search, trang: to === 1 ? undefined : String(to) });
  if (last < 2) return null;
  const end = Math.min(total, first + PAGE_SIZE);
  return (
    <nav className={styles.pages} aria-label={words.listCaption}>
      {page > 1 && (
        <Link to="/kho-khan" search={toPage(page - 1)}>
          {words.previous}
        </Link>
      )}
      <span>{words.page(format.number(first + 1), format.number(end), format.number(total))}</span>
      {page < last && (
        <Link to="/kho-khan" search={toPage(page + 1)}>
          {words.next}
        </Link>
      )}
    </nav>
  );
};

/** Who must answer a difficulty, or has answered it, in words. */
export const describeHolder = (
  { holder, holderOrganization }: Pick<Difficulty, 'holder' | 'holderOrganization'>,
  { words }: Pick<Wording, 'words'>,
): string => holderOrganization?.name ?? words.holders[holder];

/** Difficulties as a table, those that wait longest first, page by page. */
export const DifficultyList = ({ filter, search, page }: DifficultyListProps) => {
  const wording = useWording();
  const { words, shared, format } = wording;
  const list = useQuery(difficultiesQuery(filter, page));
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <LoadingState lines={8} />;
  const { items, total } = list.data;
  const { columns } = words;
  if (total === 0) {
    const text = Object.keys(filter).length === 0 ? words.emptyTextRaise : words.emptyText;
    return <EmptyState title={words.emptyTitle}>{text}</EmptyState>;
  }
  return (
    <Section title={words.list}>
      <FigureTable
        caption={words.listCaption}
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'words',
            title: columns.words,
            cell: ({ id, words: said }) => (
              <Link to="/kho-khan/$id" params={{ id }} className={styles.words}>
                {said}
              </Link>
            ),
          },
          {
            key: 'about',
            title: columns.about,
            width: '15rem',
            cell: ({ about }) => <AboutLink about={about} />,
          },
          {
            key: 'organization',
            title: columns.organization,
            width: '10rem',
            cell: ({ organization, kind }) => (
              <>
                {organization.name}
                <div className={styles.quiet}>{shared.kinds[kind]}</div>
              </>
            ),
          },
          {
            key: 'state',
            title: columns.state,
            width: '11rem',
            cell: ({ state, isOverdue }) => <DifficultyStateBadge state={state} isOverdue={isOverdue} />,
          },
          {
            key: 'holder',
            title: columns.holder,
            width: '9rem',
            cell: (one) => describeHolder(one, wording),
          },
          { key: 'due', title: columns.due, width: '7rem', cell: ({ dueDay }) => format.day(dueDay) },
        ]}
      />
      <Pages search={search} page={page} total={total} />
    </Section>
  );
};
