import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { AreaPartView, CommitteeMemberView } from '#features/steering-committee/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './committee.module.css';
import { describeSpan } from './describe-span.ts';
import { MemberForm } from './MemberForm.tsx';
import { describePart, PartList } from './PartList.tsx';
import { useEraseName } from './queries.ts';
import { useWording, type Wording } from './use-wording.ts';

interface MembershipProps {
  readonly member: CommitteeMemberView;
}

const EraseName = ({ member: { id, version } }: MembershipProps) => {
  const { words } = useWording();
  const [writeId] = useState(() => newId());
  const erasing = useEraseName(id);
  return (
    <details>
      <summary>{words.area.eraseTitle}</summary>
      <div className={styles.form}>
        <p>{words.area.eraseLead}</p>
        {erasing.isError && <ErrorState error={erasing.error} where={words.area.eraseTitle} />}
        <div className={styles.buttons}>
          <Button
            variant="default"
            loading={erasing.isPending}
            onClick={() => {
              erasing.mutate({ version, writeId });
            }}
          >
            {words.area.erase}
          </Button>
        </div>
      </div>
    </details>
  );
};

const changedParts = (
  { added, removed }: CommitteeMemberView['history'][number],
  wording: Wording,
): readonly string[] => {
  const { words, format } = wording;
  const named = (parts: readonly AreaPartView[]): string =>
    format.list(parts.map((part) => describePart(part, wording)));
  return [
    ...(added.length === 0 ? [] : [words.area.historyAdded(named(added))]),
    ...(removed.length === 0 ? [] : [words.area.historyRemoved(named(removed))]),
  ];
};

const History = ({ member }: MembershipProps) => {
  const wording = useWording();
  const { words, shared, format } = wording;
  const { historyColumns, changeKinds, bySystem, historyParts } = words.area;
  return (
    <FigureTable
      caption={words.area.history}
      rows={member.history}
      rowKey={({ version }) => String(version)}
      columns={[
        { key: 'at', title: historyColumns.at, width: '10rem', cell: ({ at }) => format.instant(at) },
        {
          key: 'change',
          title: historyColumns.change,
          width: '9rem',
          cell: ({ change }) => changeKinds[change],
        },
        {
          key: 'content',
          title: historyColumns.content,
          cell: (one) =>
            [
              `${one.area}, ${shared.posts[one.post]}`,
              describeSpan(one, wording),
              ...(one.docNumber === null ? [] : [one.docNumber]),
              historyParts(format.number(one.parts)),
              ...changedParts(one, wording),
            ].join('; '),
        },
        { key: 'by', title: historyColumns.by, width: '12rem', cell: ({ by }) => by ?? bySystem },
      ]}
    />
  );
};

/** What belongs to the area of a member, how the coordinator changes it, and what was written before. */
export const MembershipSection = ({ member }: MembershipProps) => {
  const { words } = useWording();
  const [isEditing, setEditing] = useState(false);
  const close = (): void => {
    setEditing(false);
  };
  return (
    <>
      <Section
        title={words.area.parts}
        aside={
          member.mayWrite &&
          !isEditing && (
            <Button
              variant="default"
              onClick={() => {
                setEditing(true);
              }}
            >
              {words.area.edit}
            </Button>
          )
        }
      >
        {member.parts.length === 0 ? <p>{words.area.partsNone}</p> : <PartList parts={member.parts} />}
      </Section>
      {isEditing && (
        <Section title={words.form.editTitle} onScreenOnly>
          <MemberForm member={member} today={member.today} onCancel={close} onSaved={close} />
        </Section>
      )}
      <Section title={words.area.history}>
        <History member={member} />
        {member.mayWrite && member.account === null && member.name !== null && <EraseName member={member} />}
      </Section>
    </>
  );
};
