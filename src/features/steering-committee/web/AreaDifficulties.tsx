import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './committee.module.css';
import { areaDifficultiesQuery } from './queries.ts';
import { useWording } from './use-wording.ts';

/** The difficulties of an area that wait for the leaders of the province. */
export const AreaDifficulties = ({ memberId }: { readonly memberId: string }) => {
  const { words, format } = useWording();
  const { data, isError, error, refetch } = useQuery(areaDifficultiesQuery(memberId));
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  if (data.total === 0) return <p>{words.area.difficultiesNone}</p>;
  return (
    <Section
      title={words.area.difficulties(format.number(data.total))}
      aside={
        <Link to="/kho-khan" search={{ 'phu-trach': memberId, 'trang-thai': 'da-trinh' }}>
          {words.area.seeAll(format.number(data.total))}
        </Link>
      }
    >
      <ul className={styles.items}>
        {data.items.map(({ id, words: said, organization, dueDay, isOverdue }) => (
          <li key={id}>
            <Link to="/kho-khan/$id" params={{ id }} className={styles.name}>
              {said}
            </Link>
            <span className={styles.quiet}>
              {organization.name},{' '}
              {(isOverdue ? words.area.answerLate : words.area.answerBy)(format.day(dueDay))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
