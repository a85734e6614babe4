import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PreviewedPerson, ReminderPreview, Unreached } from '#features/reminder/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { AgencyLink } from '#web/ui/AgencyLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { reminderMessages } from './messages.ts';
import styles from './reminder.module.css';

const PersonTable = ({ people }: { readonly people: readonly PreviewedPerson[] }) => {
  const words = useMessages(reminderMessages);
  const format = useFormat();
  const { preview } = words;
  const nameOf = ({ name, period }: PreviewedPerson['lines'][number]): string =>
    period === '' ? name : `${name}, ${format.period(period)}`;
  const placesOf = ({ places }: PreviewedPerson): string =>
    places
      .map(
        ({ audience, organization }) =>
          `${words.audiences[audience]}, ${organization?.name ?? preview.province}`,
      )
      .join('; ');
  return (
    <FigureTable
      caption={preview.title}
      rows={people}
      rowKey={({ account }) => account.id}
      columns={[
        {
          key: 'person',
          title: preview.person,
          width: '16rem',
          cell: (person) => (
            <>
              {person.account.name}
              <span className={styles.quiet}> ({placesOf(person)})</span>
            </>
          ),
        },
        {
          key: 'channels',
          title: preview.channels,
          width: '9rem',
          cell: ({ channels }) => channels.map((channel) => words.channels[channel]).join(', '),
        },
        { key: 'duties', title: preview.duties, kind: 'figure', cell: ({ duties }) => format.number(duties) },
        { key: 'copies', title: preview.copies, kind: 'figure', cell: ({ copies }) => format.number(copies) },
        { key: 'late', title: preview.late, kind: 'figure', cell: ({ late }) => format.number(late) },
        {
          key: 'lines',
          title: preview.lines,
          cell: ({ lines, duties, copies }) => (
            <ul className={styles.lines}>
              {lines.map((line) => (
                <li key={`${line.id} ${line.organization.code} ${line.period}`}>
                  <span className={styles.clamped} title={nameOf(line)}>
                    {preview.line(nameOf(line), line.organization.name, format.day(line.lastDay))}
                  </span>
                </li>
              ))}
              {duties + copies > lines.length && (
                <li>{preview.more(format.number(duties + copies - lines.length))}</li>
              )}
            </ul>
          ),
        },
      ]}
    />
  );
};

const FEW = 8;

const UnreachedTable = ({ items }: { readonly items: readonly Unreached[] }) => {
  const { unreached: words } = useMessages(reminderMessages);
  const format = useFormat();
  const [isWhole, setIsWhole] = useState(false);
  return (
    <>
      <FigureTable
        caption={words.title(format.number(items.length))}
        rows={isWhole ? items : items.slice(0, FEW)}
        rowKey={({ organization }) => organization.code}
        columns={[
          {
            key: 'organization',
            title: words.organization,
            cell: ({ organization: { code, name } }) => (
              <AgencyLink organizationCode={code} name={name} nameAsWritten={name} />
            ),
          },
          { key: 'reason', title: words.reason, cell: ({ reason }) => words.reasons[reason] },
          { key: 'parts', title: words.parts, kind: 'figure', cell: ({ parts }) => format.number(parts) },
        ]}
      />
      {!isWhole && items.length > FEW && (
        <div>
          <Button variant="default" onClick={() => setIsWhole(true)}>
            {words.all(format.number(items.length))}
          </Button>
        </div>
      )}
    </>
  );
};

/** What the next working day would tell whom, and where nobody can be told. */
export const PreviewSection = ({ preview }: { readonly preview: ReminderPreview }) => {
  const words = useMessages(reminderMessages);
  const format = useFormat();
  const { day, people, letter, unreached } = preview;
  return (
    <>
      <Section title={words.preview.title} lead={words.preview.lead(format.day(day))}>
        {people.length === 0 ? (
          <EmptyState title={words.preview.empty}>{words.preview.emptyText}</EmptyState>
        ) : (
          <PersonTable people={people} />
        )}
        {letter && (
          <p>{words.preview.letter(format.number(letter.parts), format.number(letter.organizations))}</p>
        )}
      </Section>
      {unreached.length > 0 && (
        <Section title={words.unreached.title(format.number(unreached.length))} lead={words.unreached.lead}>
          <UnreachedTable items={unreached} />
        </Section>
      )}
    </>
  );
};
