import { Button, Textarea, TextInput } from '@mantine/core';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { AgencyChoice } from './AgencyChoice.tsx';
import styles from './directive.module.css';
import type { DirectiveEntries, TaskEntries } from './directive-draft.ts';
import { describeDueWords } from './due-hint.ts';
import { directiveMessages } from './messages.ts';

interface TaskFieldsProps {
  readonly directive: DirectiveEntries;
  readonly place: number;
  readonly task: TaskEntries;
  /** Members of the directive that are missing; empty before somebody has tried to send it. */
  readonly missing: ReadonlySet<string>;
  readonly onChange: (changed: Partial<TaskEntries>) => void;
  readonly onRemove: () => void;
}

/** One task of a directive: what, by whom, by when, to what end. */
export const TaskFields = ({ directive, place, task, missing, onChange, onRemove }: TaskFieldsProps) => {
  const words = useMessages(directiveMessages);
  const format = useFormat();
  const number = format.number(place + 1);
  const lacks = (member: string): boolean => missing.has(`tasks.${String(place)}.${member}`);
  const text = (member: 'name' | 'finding' | 'expectedResult', required = false) => (
    <Textarea
      label={words[member]}
      required={required}
      maxLength={2000}
      rows={2}
      value={task[member]}
      error={required && lacks(member) ? words.missing : undefined}
      onChange={({ currentTarget: { value } }) => {
        onChange({ [member]: value });
      }}
    />
  );
  return (
    <fieldset className={styles.task}>
      <legend>{words.task(number)}</legend>
      {directive.kind === 'inspection' && text('finding')}
      {text('name', true)}
      <AgencyChoice
        label={words.leads}
        required
        value={task.leads}
        day={directive.issueDate}
        error={lacks('leads') ? words.missingLead : undefined}
        onChange={(leads) => {
          onChange({ leads });
        }}
      />
      <AgencyChoice
        label={words.coordinating}
        value={task.coordinating}
        day={directive.issueDate}
        onChange={(coordinating) => {
          onChange({ coordinating });
        }}
      />
      <TextInput
        label={words.due}
        description={describeDueWords(task.due, directive.issueDate, { words, format })}
        maxLength={500}
        value={task.due}
        onChange={({ currentTarget: { value } }) => {
          onChange({ due: value });
        }}
      />
      {text('expectedResult')}
      {directive.tasks.length > 1 && (
        <Button variant="default" size="compact-sm" className={styles.remove ?? ''} onClick={onRemove}>
          {words.remove(number)}
        </Button>
      )}
    </fieldset>
  );
};
