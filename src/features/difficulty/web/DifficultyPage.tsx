import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { DifficultyView } from '#features/difficulty/contract.ts';
import { usePermission } from '#web/session/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { DifficultyStateBadge } from '#web/widgets/difficulty/DifficultyStateBadge.tsx';
import { AboutLink } from './AboutLink.tsx';
import styles from './difficulty.module.css';
import { DifficultyHistory } from './DifficultyHistory.tsx';
import { describeHolder } from './DifficultyList.tsx';
import { MoveForm } from './MoveForm.tsx';
import { difficultyQuery } from './queries.ts';
import { useDifficultyTexts } from './use-difficulty-texts.ts';
import { useWording } from './use-wording.ts';

const LONGEST_TITLE = 120;

const titleOf = (words: string): string =>
  words.length > LONGEST_TITLE ? `${words.slice(0, LONGEST_TITLE).trimEnd()}…` : words;

const DifficultyContents = ({ difficulty }: { readonly difficulty: DifficultyView }) => {
  const wording = useWording();
  const { texts, format } = useDifficultyTexts();
  const mayWrite = usePermission('difficulty.direct');
  const { words, shared } = wording;
  const { columns, abouts } = words;
  const { about, moves, version } = difficulty;
  const state = difficulty.isOverdue ? shared.overdue : shared.states[difficulty.state];
  return (
    <Page
      title={`${state}: ${titleOf(difficulty.words)}`}
      eyebrow={<Link to="/kho-khan">{words.eyebrow}</Link>}
      lead={
        <>
          {abouts[about.kind]}: <AboutLink about={about} />
        </>
      }
    >
      <Section title={texts.facts}>
        <Facts
          twoColumns
          facts={[
            {
              label: columns.state,
              value: <DifficultyStateBadge state={difficulty.state} isOverdue={difficulty.isOverdue} />,
            },
            { label: columns.organization, value: difficulty.organization.name },
            { label: columns.kind, value: shared.kinds[difficulty.kind] },
            { label: columns.holder, value: describeHolder(difficulty, wording) },
            { label: columns.due, value: format.day(difficulty.dueDay) },
          ]}
        />
      </Section>
      <Section title={texts.what}>
        <p className={styles.full}>{difficulty.words}</p>
        {difficulty.suggestion !== null && (
          <>
            <h3>{texts.suggestion}</h3>
            <p className={styles.full}>{difficulty.suggestion}</p>
          </>
        )}
      </Section>
      {moves.length > 0 && (
        <Section title={texts.next} onScreenOnly>
          <div className={styles.forms}>
            {moves.flatMap((move) =>
              move === 'raise'
                ? []
                : [<MoveForm key={`${move} ${String(version)}`} difficulty={difficulty} move={move} />],
            )}
          </div>
        </Section>
      )}
      {mayWrite && difficulty.answeredAt !== null && (
        <p>
          <Link to="/van-ban-hanh-chinh">{texts.toLetter}</Link>
        </p>
      )}
      <Section title={texts.history}>
        <DifficultyHistory difficulty={difficulty} />
      </Section>
    </Page>
  );
};

/** One difficulty: what it is, with whom it is, what may be done now, and what was said of it. */
const DifficultyPage = () => {
  const { texts } = useDifficultyTexts();
  const { id } = useParams({ from: '/shell/kho-khan/$id' });
  const difficulty = useQuery(difficultyQuery(id));
  if (difficulty.data) return <DifficultyContents difficulty={difficulty.data} />;
  return (
    <Page title={texts.loading}>
      {difficulty.isError ? (
        <ErrorState
          error={difficulty.error}
          where={texts.loading}
          onRetry={() => void difficulty.refetch()}
        />
      ) : (
        <LoadingState lines={8} />
      )}
    </Page>
  );
};

export default DifficultyPage;
