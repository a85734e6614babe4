import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Committee, CommitteeMember } from '#features/steering-committee/contract.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { NOBODY_SEGMENT } from '#web/widgets/committee/committee-address.ts';
import { describePerson } from '#web/widgets/committee/describe-member.ts';
import { STATE_SEGMENTS } from '#web/widgets/task-state/task-state-address.ts';
import { AreaContents } from './AreaContents.tsx';
import styles from './committee.module.css';
import { describeSpan } from './describe-span.ts';
import { MemberForm } from './MemberForm.tsx';
import { describeFault, describePart } from './PartList.tsx';
import { committeeQuery } from './queries.ts';
import { useWording, type Wording } from './use-wording.ts';

const isPresent = ({ standing }: CommitteeMember): boolean => standing === 'present';

const findingOf = ({ items, unassigned, tasks }: Committee, { words, format }: Wording): string => {
  const members = items.filter(isPresent).length;
  const { committee } = words;
  if (members === 0) return committee.findingNone;
  return unassigned === null || unassigned === 0 || tasks === null
    ? committee.finding(format.number(members))
    : committee.findingGap(format.number(members), format.number(unassigned), format.number(tasks));
};

const MOST_PARTS_NAMED = 3;

const PartsBriefly = ({ member: { parts } }: { readonly member: CommitteeMember }) => {
  const wording = useWording();
  const { words, format } = wording;
  const rest = parts.length - MOST_PARTS_NAMED;
  const faults = parts.filter((part) => describeFault(part, wording) !== null && part.heirs.length === 0);
  return (
    <>
      {parts
        .slice(0, MOST_PARTS_NAMED)
        .map((part) => describePart(part, wording))
        .join('; ')}
      {rest > 0 && `; +${format.number(rest)}`}
      {faults.length > 0 && (
        <span className={styles.gone}>{words.committee.toMend(format.number(faults.length))}</span>
      )}
    </>
  );
};

const MemberTable = ({ members }: { readonly members: readonly CommitteeMember[] }) => {
  const wording = useWording();
  const { words, shared, format } = wording;
  const { columns, caption } = words.committee;
  return (
    <FigureTable
      caption={caption}
      rows={members}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'area',
          title: columns.area,
          cell: ({ id, area }) => (
            <Link to="/linh-vuc-phu-trach/$id" params={{ id }}>
              {area}
            </Link>
          ),
        },
        {
          key: 'person',
          title: columns.person,
          width: '16rem',
          cell: (member) => (
            <>
              {describePerson(member, shared)}
              <span className={styles.quiet}>
                {[shared.posts[member.post], ...(member.office === null ? [] : [member.office])].join(', ')}
              </span>
              {!isPresent(member) && <span className={styles.quiet}>{describeSpan(member, wording)}</span>}
            </>
          ),
        },
        {
          key: 'parts',
          title: columns.parts,
          width: '22rem',
          cell: (member) => <PartsBriefly member={member} />,
        },
        {
          key: 'tasks',
          title: columns.tasks,
          kind: 'figure',
          width: '6rem',
          cell: ({ id, tasks }) => (
            <Link to="/nhiem-vu" search={{ 'phu-trach': id }} className={styles.figure ?? ''}>
              {format.number(tasks)}
            </Link>
          ),
        },
        {
          key: 'overdue',
          title: columns.overdue,
          kind: 'figure',
          width: '6rem',
          cell: ({ id, overdue }) => (
            <Link
              to="/nhiem-vu"
              search={{ 'phu-trach': id, 'trang-thai': STATE_SEGMENTS.overdue }}
              className={styles.figure ?? ''}
            >
              {format.number(overdue)}
            </Link>
          ),
        },
      ]}
    />
  );
};

const CommitteeContents = ({ committee }: { readonly committee: Committee }) => {
  const wording = useWording();
  const { words } = wording;
  const navigate = useNavigate();
  const [isAdding, setAdding] = useState(false);
  const { items, mayWrite, unassigned } = committee;
  const present = items.filter(isPresent);
  const others = items.filter((member) => !isPresent(member));
  const own = present.find(({ isOwn }) => isOwn);
  return (
    <Page
      wide
      eyebrow={words.committee.eyebrow}
      title={findingOf(committee, wording)}
      lead={words.committee.lead}
      actions={
        <>
          {own && (
            <Link to="/linh-vuc-phu-trach/$id" params={{ id: own.id }}>
              {words.committee.own}
            </Link>
          )}
          {unassigned !== null && unassigned > 0 && (
            <Link to="/nhiem-vu" search={{ 'phu-trach': NOBODY_SEGMENT }}>
              {words.committee.gapLink}
            </Link>
          )}
          {mayWrite && !isAdding && (
            <Button
              onClick={() => {
                setAdding(true);
              }}
            >
              {words.committee.add}
            </Button>
          )}
        </>
      }
    >
      {isAdding && (
        <Section title={words.form.title} onScreenOnly>
          <MemberForm
            today={committee.today}
            onCancel={() => {
              setAdding(false);
            }}
            onSaved={(id) => {
              void navigate({ to: '/linh-vuc-phu-trach/$id', params: { id } });
            }}
          />
        </Section>
      )}
      {present.length > 0 ? (
        <MemberTable members={present} />
      ) : (
        <EmptyState title={words.committee.findingNone}>
          {mayWrite ? words.committee.emptyText : words.committee.emptyReader}
        </EmptyState>
      )}
      {others.length > 0 && (
        <Section title={words.committee.past}>
          <MemberTable members={others} />
        </Section>
      )}
      <p className={styles.quiet}>{words.committee.source}</p>
    </Page>
  );
};

/** The committee with its areas; who has an area is shown the own one first. */
const CommitteePage = () => {
  const { words } = useWording();
  const { xem } = useSearch({ from: '/shell/linh-vuc-phu-trach' });
  const committee = useQuery(committeeQuery);
  if (committee.isError) {
    return (
      <Page title={words.loading}>
        <ErrorState error={committee.error} where={words.eyebrow} onRetry={() => void committee.refetch()} />
      </Page>
    );
  }
  if (!committee.data) {
    return (
      <Page title={words.loading}>
        <LoadingState lines={8} />
      </Page>
    );
  }
  const own = committee.data.items.find((member) => member.isOwn && isPresent(member));
  return own && xem !== 'tat-ca' ? (
    <AreaContents id={own.id} />
  ) : (
    <CommitteeContents committee={committee.data} />
  );
};

export default CommitteePage;
