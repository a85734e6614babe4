import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { LeagueSnapshotSummary } from '#contract/league-snapshot.ts';
import type { League } from '#features/ranking/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import { KeepLeagueForm } from './KeepLeagueForm.tsx';
import { rankingMessages } from './messages.ts';
import styles from './ranking.module.css';

interface KeepLeagueProps {
  readonly league: League;
  /** Whether the form is open; what was kept last otherwise. */
  readonly state: 'closed' | 'open' | LeagueSnapshotSummary;
  readonly onChange: (state: 'closed' | LeagueSnapshotSummary) => void;
}

const Saved = ({ saved, league }: { readonly saved: LeagueSnapshotSummary; readonly league: League }) => {
  const words = useMessages(rankingMessages);
  const format = useFormat();
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    notice.current?.focus();
  }, [saved.id]);
  const subjects = words.subjects[league.framework.subjectKind](format.number(saved.subjectCount));
  return (
    <p ref={notice} role="status" tabIndex={-1} className={styles.saved}>
      {words.kept.saved(saved.name, subjects)}{' '}
      <Link to="/xep-hang" search={(before) => ({ ...before, chot: saved.id, 'so-voi': undefined })}>
        {words.kept.show}
      </Link>
    </p>
  );
};

/** Keeping a whole league: the form, and afterwards what was kept. */
export const KeepLeague = ({ league, state, onChange }: KeepLeagueProps) => {
  const words = useMessages(rankingMessages);
  const format = useFormat();
  if (state === 'closed') return null;
  if (state !== 'open') return <Saved saved={state} league={league} />;
  const { framework, rows } = league;
  const title = words.kept.title(words.subjects[framework.subjectKind](format.number(rows.length)));
  return (
    <Section title={title} lead={words.kept.lead}>
      <KeepLeagueForm
        framework={framework.code}
        title={title}
        onClose={() => {
          onChange('closed');
        }}
        onSaved={onChange}
      />
    </Section>
  );
};
