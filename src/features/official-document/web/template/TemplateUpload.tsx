import { Button, FileButton, Loader, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { TemplateProblem } from '#features/official-document/template/template-contract.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useUploadTemplate, type TemplatePlace } from './queries.ts';
import { templateMessages } from './template-messages.ts';
import styles from '#features/official-document/web/Paper.module.css';

const placeKey = ({ place, placeholder }: TemplateProblem, index: number): string =>
  `${String(index)}-${place.part}-${String(place.paragraph)}-${placeholder}`;

const Problems = ({ problems }: { readonly problems: readonly TemplateProblem[] }) => {
  const words = useMessages(templateMessages).problems;
  const format = useFormat();
  const placeOf = ({ place: { part, paragraph, cell } }: TemplateProblem): string => {
    const number = (value: number): string => format.number(value);
    const where = cell
      ? words.cell(number(cell.table), number(cell.row), number(cell.column))
      : words.paragraph(number(paragraph));
    return `${words.parts[part]}, ${where}`;
  };
  const rows = problems.map((problem, index) => ({ ...problem, key: placeKey(problem, index) }));
  return (
    <FigureTable
      caption={words.title}
      captionVisible
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'placeholder',
          title: words.placeholder,
          cell: ({ placeholder }) => <code>{placeholder}</code>,
        },
        { key: 'fault', title: words.fault, cell: ({ fault }) => words.faults[fault] },
        { key: 'place', title: words.place, cell: placeOf },
        { key: 'around', title: words.around, cell: ({ around }) => around },
      ]}
    />
  );
};

/** What a refusal says of a template; empty for other refusals. */
const problemsOf = (error: unknown): readonly TemplateProblem[] => {
  const { code, details } = toProblem(error);
  // Safe: with this code the server sends them, as the contract has them.
  return code === 'document-template.invalid' ? (details.problems as readonly TemplateProblem[]) : [];
};

/** Takes a Word file as a template, or shows what is wrong with it and where. */
export const TemplateUpload = ({ place }: { readonly place: TemplatePlace }) => {
  const words = useMessages(templateMessages).upload;
  const [name, setName] = useState('');
  const [isNameMissing, setIsNameMissing] = useState(false);
  const upload = useUploadTemplate(place);
  const send = (file: File | null) => {
    if (!file) return;
    const given = name.trim();
    if (given === '') return setIsNameMissing(true);
    upload.mutate({ file, name: given, writeId: newId() });
  };
  return (
    <Section title={words.title} lead={words.lead} onScreenOnly>
      <div className={styles.form}>
        <TextInput
          label={words.name}
          value={name}
          maxLength={80}
          error={isNameMissing ? words.nameMissing : null}
          onChange={(event) => {
            setIsNameMissing(false);
            setName(event.currentTarget.value);
          }}
        />
        <div>
          <FileButton accept=".docx" onChange={send} key={upload.submittedAt}>
            {(props) => (
              <Button {...props} variant="default" disabled={upload.isPending}>
                {words.choose}
              </Button>
            )}
          </FileButton>
        </div>
        {upload.isPending && (
          <p role="status">
            <Loader size="xs" /> {words.sending}
          </p>
        )}
        {upload.isSuccess && <p role="status">{words.accepted}</p>}
      </div>
      {upload.isError && (
        <>
          <ErrorState error={upload.error} />
          {problemsOf(upload.error).length > 0 && <Problems problems={problemsOf(upload.error)} />}
        </>
      )}
    </Section>
  );
};
