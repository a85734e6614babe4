import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { v7 as newId } from 'uuid';
import { DIRECTIVE_KINDS, type DirectiveKind } from '#core/plan/directive.ts';
import { organizationChoicesQuery, useEnterDirective } from '#features/plan-import/web/queries.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { ChoiceSelect } from '#web/ui/register-table/ChoiceSelect.tsx';
import { Section } from '#web/ui/Section.tsx';
import { organizationChoices } from '#web/widgets/organization/organization-choices.ts';
import styles from './directive.module.css';
import {
  blankDirective,
  blankTask,
  buildDirective,
  type DirectiveEntries,
  keepDraft,
  listMissing,
  loadDraft,
  type TaskEntries,
} from './directive-draft.ts';
import { directiveMessages } from './messages.ts';
import { TaskFields } from './TaskFields.tsx';

const NONE_MISSING: ReadonlySet<string> = new Set();

interface HeadFieldsProps {
  readonly entries: DirectiveEntries;
  readonly missing: ReadonlySet<string>;
  readonly onChange: (changed: Partial<DirectiveEntries>) => void;
}

const HeadFields = ({ entries, missing, onChange }: HeadFieldsProps) => {
  const words = useMessages(directiveMessages);
  const { data } = useQuery(organizationChoicesQuery);
  const errorOf = (member: string): string | undefined => (missing.has(member) ? words.missing : undefined);
  return (
    <div className={styles.form}>
      <NativeSelect
        label={words.kind}
        value={entries.kind}
        // Kinds of documents are names of the documents themselves, in every language.
        data={Object.entries(DIRECTIVE_KINDS).map(([value, label]) => ({ value, label }))}
        onChange={({ currentTarget: { value } }) => {
          onChange({ kind: value as DirectiveKind });
        }}
      />
      <TextInput
        label={words.docNumber}
        required
        maxLength={100}
        value={entries.docNumber}
        error={errorOf('docNumber')}
        onChange={({ currentTarget: { value } }) => {
          onChange({ docNumber: value });
        }}
      />
      <TextInput
        type="date"
        label={words.issueDate}
        required
        value={entries.issueDate}
        error={errorOf('issueDate')}
        onChange={({ currentTarget: { value } }) => {
          onChange({ issueDate: value });
        }}
      />
      <ChoiceSelect
        label={words.issuer}
        required
        error={errorOf('issuer')}
        value={entries.issuer === '' ? null : entries.issuer}
        {...organizationChoices(data?.items ?? [], entries.issueDate)}
        onChange={(code) => {
          onChange({ issuer: code ?? '' });
        }}
      />
      <Textarea
        label={words.subject}
        required
        maxLength={2000}
        rows={2}
        value={entries.subject}
        error={errorOf('subject')}
        onChange={({ currentTarget: { value } }) => {
          onChange({ subject: value });
        }}
      />
    </div>
  );
};

interface DirectiveFormProps {
  /** Whose draft it is. */
  readonly username: string;
  readonly onEntered: (documentId: string) => void;
}

/** Enters a directive with its tasks, all or nothing. What is not sent yet stays in this browser. */
export const DirectiveForm = ({ username, onEntered }: DirectiveFormProps) => {
  const words = useMessages(directiveMessages);
  const format = useFormat();
  const [entries, setEntries] = useState(() => loadDraft(username) ?? blankDirective(newId()));
  const [isTried, setIsTried] = useState(false);
  const entering = useEnterDirective();
  const missing = isTried ? listMissing(entries) : NONE_MISSING;
  useEffect(() => {
    keepDraft(username, entries);
  }, [username, entries]);
  const change = (changed: Partial<DirectiveEntries>): void => {
    setEntries((before) => ({ ...before, ...changed }));
  };
  const changeTask = (key: string, changed: Partial<TaskEntries>): void => {
    setEntries((before) => ({
      ...before,
      tasks: before.tasks.map((task) => (task.key === key ? { ...task, ...changed } : task)),
    }));
  };
  const submit = (): void => {
    setIsTried(true);
    if (listMissing(entries).size > 0) return;
    entering.mutate(buildDirective(entries), {
      onSuccess: ({ documentId }) => {
        keepDraft(username, null);
        onEntered(documentId);
      },
    });
  };
  return (
    <>
      {entering.isError && <ErrorState error={entering.error} where={words.title} />}
      <Section title={words.document}>
        <HeadFields entries={entries} missing={missing} onChange={change} />
      </Section>
      <Section title={words.tasks(format.number(entries.tasks.length))}>
        <div className={styles.form}>
          {entries.tasks.map((task, place) => (
            <TaskFields
              key={task.key}
              {...{ directive: entries, place, task, missing }}
              onChange={(changed) => {
                changeTask(task.key, changed);
              }}
              onRemove={() => {
                change({ tasks: entries.tasks.filter(({ key }) => key !== task.key) });
              }}
            />
          ))}
          <div className={styles.buttons}>
            <Button
              variant="default"
              onClick={() => {
                change({ tasks: [...entries.tasks, blankTask(newId())] });
              }}
            >
              {words.add}
            </Button>
          </div>
          {missing.size > 0 && <p role="alert">{words.missingSome(format.number(missing.size))}</p>}
          <div className={styles.buttons}>
            <Button loading={entering.isPending} onClick={submit}>
              {words.submit}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setEntries(blankDirective(newId()));
                setIsTried(false);
              }}
            >
              {words.clear}
            </Button>
          </div>
        </div>
      </Section>
    </>
  );
};
