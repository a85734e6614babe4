import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CommitteeMemberView } from '#features/steering-committee/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { WHOLE_SEGMENT } from '#web/widgets/committee/committee-address.ts';
import { describePerson } from '#web/widgets/committee/describe-member.ts';
import type { AreaBoard } from './area-board.ts';
import { AreaChanges } from './AreaChanges.tsx';
import { AreaDifficulties } from './AreaDifficulties.tsx';
import { AreaPoints } from './AreaPoints.tsx';
import { AreaStates } from './AreaStates.tsx';
import { AreaTargets } from './AreaTargets.tsx';
import styles from './committee.module.css';
import { describeSpan } from './describe-span.ts';
import { LateTasks } from './LateTasks.tsx';
import { MembershipSection } from './MembershipSection.tsx';
import { areaBoardQuery, memberQuery } from './queries.ts';
import { useWording, type Wording } from './use-wording.ts';

const findingOf = (area: string, { columns, total }: AreaBoard, { words, format }: Wording): string => {
  const countOf = (wanted: string): number => columns.find(({ state }) => state === wanted)?.total ?? 0;
  const all = format.number(total);
  if (total === 0) return words.area.findingEmpty(area);
  if (countOf('overdue') > 0) return words.area.findingLate(area, all, format.number(countOf('overdue')));
  const soon = countOf('due-soon');
  return soon > 0 ? words.area.findingSoon(area, all, format.number(soon)) : words.area.finding(area, all);
};

const Lead = ({ member }: { readonly member: CommitteeMemberView }) => {
  const wording = useWording();
  const { words, shared, format } = wording;
  const { docNumber, docDay, office, post, standing } = member;
  const document =
    docDay === null ? words.area.by : (number: string) => words.area.byOn(number, format.day(docDay));
  return (
    <>
      {[
        describePerson(member, shared),
        ...(office === null ? [] : [office]),
        `${shared.posts[post]} ${describeSpan(member, wording)}`,
        ...(docNumber === null ? [] : [document(docNumber)]),
      ].join(', ')}
      {'. '}
      {standing === 'past' && words.area.past}
      {standing === 'future' && words.area.future}
      {member.account?.isClosed === true && <span className={styles.gone}>{words.area.closed}</span>}
      {member.isSimulated && <span className={styles.quiet}>{words.area.simulated}</span>}
    </>
  );
};

const LoadedArea = ({
  member,
  board,
}: {
  readonly member: CommitteeMemberView;
  readonly board: AreaBoard;
}) => {
  const wording = useWording();
  const { words } = wording;
  return (
    <Page
      eyebrow={words.eyebrow}
      title={findingOf(member.area, board, wording)}
      lead={<Lead member={member} />}
      actions={
        <>
          <Link to="/nhiem-vu" search={{ 'phu-trach': member.id }}>
            {words.area.board}
          </Link>
          {member.seesAll && (
            <>
              <Link to="/nhiem-vu" search={{ 'phu-trach': WHOLE_SEGMENT }}>
                {words.area.whole}
              </Link>
              <Link to="/linh-vuc-phu-trach" search={{ xem: 'tat-ca' }}>
                {words.area.all}
              </Link>
            </>
          )}
        </>
      }
    >
      {board.total > 0 && (
        <Section title={words.area.states}>
          <AreaStates memberId={member.id} board={board} />
        </Section>
      )}
      <LateTasks memberId={member.id} board={board} />
      <AreaTargets memberId={member.id} />
      <AreaDifficulties memberId={member.id} />
      <AreaChanges memberId={member.id} today={board.today} />
      <AreaPoints parts={member.parts} />
      <MembershipSection member={member} />
    </Page>
  );
};

/** The area of a member: how its tasks stand, what is late, what hinders it, what has changed, and what belongs to it. */
export const AreaContents = ({ id }: { readonly id: string }) => {
  const { words } = useWording();
  const member = useQuery(memberQuery(id));
  const board = useQuery(areaBoardQuery(id));
  const failed = member.isError ? member : board;
  if (failed.isError) {
    return (
      <Page title={words.loading}>
        <ErrorState error={failed.error} where={words.eyebrow} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  return member.data && board.data ? (
    <LoadedArea member={member.data} board={board.data} />
  ) : (
    <Page title={words.loading}>
      <LoadingState lines={8} />
    </Page>
  );
};
