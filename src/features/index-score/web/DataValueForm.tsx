import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import {
  putDataValue,
  type ComponentExplanation,
  type CurrentDataItem,
  type DataValueInput,
} from '#features/index-score/contract.ts';
import { call } from '#web/api/call.ts';
import { toProblem, type ProblemError } from '#web/api/problem-error.ts';
import { useFormat, useLocale, useMessages } from '#web/i18n/locale.tsx';
import { describeProblem } from '#web/i18n/problem-sentences.ts';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { INDEX_KEY } from '#web/widgets/index-score/index-queries.ts';
import { draftOf, understandDraft } from './data-value-draft.ts';
import styles from './DataSection.module.css';
import { DataValueFields } from './DataValueFields.tsx';
import { indexMessages } from './messages.ts';
import { describeChange } from './score-change.ts';

interface DataValueFormProps {
  readonly current: CurrentDataItem;
  readonly component: Pick<ComponentExplanation, 'framework' | 'subject' | 'year'>;
  readonly onClose: () => void;
  /** Told what the value did to the points, in sentences. */
  readonly onSaved: (sentences: readonly string[]) => void;
}

const isAboutTheValue = ({ code }: ProblemError): boolean => code.startsWith('value.');

/** Enters or corrects one data item. A refusal of the value stands at its field; anything else above the form. */
export const DataValueForm = ({ current, component, onClose, onSaved }: DataValueFormProps) => {
  const { form: words } = useMessages(indexMessages);
  const { problems } = useMessages(sharedMessages);
  const format = useFormat();
  const { locale } = useLocale();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(current.item, current.value, locale));
  const [refusal, setRefusal] = useState<string | null>(null);
  // One id per opened form: a retry after a lost answer must not write twice.
  const [writeId, setWriteId] = useState(() => newId());
  const fields = useRef<HTMLFieldSetElement>(null);

  const refuseAtField = (sentence: string) => {
    setRefusal(sentence);
    fields.current?.querySelector<HTMLElement>('[data-value-field]')?.focus();
  };

  const saving = useMutation({
    mutationFn: (body: DataValueInput) => call(putDataValue, { params: { item: current.item.code }, body }),
    onSuccess: async (change) => {
      await queries.invalidateQueries({ queryKey: INDEX_KEY });
      void queries.invalidateQueries({ queryKey: ['overview'] });
      void queries.invalidateQueries({ queryKey: ['findings'] });
      onSaved([words.saved, ...describeChange(change, format, words)]);
    },
    onError: (error) => {
      const problem = toProblem(error);
      if (problem.code !== 'network.unreachable') setWriteId(newId());
      if (!isAboutTheValue(problem)) return;
      const { what, mend } = describeProblem(problem, problems);
      refuseAtField(`${what} ${mend}`);
    },
  });

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const understood = understandDraft(current.item, draft, locale, format, words);
    if (!understood.isUnderstood) return refuseAtField(understood.sentence);
    setRefusal(null);
    saving.mutate({
      framework: component.framework.code,
      subject: component.subject.code,
      year: component.year,
      state: draft.state,
      value: understood.value,
      comparator: draft.comparator,
      reason: draft.reason.trim() === '' ? null : draft.reason.trim(),
      version: current.version,
      writeId,
    });
  };

  const formProblem = saving.error && !isAboutTheValue(toProblem(saving.error)) ? saving.error : null;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {formProblem && <ErrorState error={formProblem} />}
      {formProblem && toProblem(formProblem).code === 'edit.conflict' && (
        <Button
          variant="default"
          onClick={() => {
            void queries.invalidateQueries({ queryKey: INDEX_KEY }).then(onClose);
          }}
        >
          {words.reload}
        </Button>
      )}
      <DataValueFields
        ref={fields}
        item={current.item}
        draft={draft}
        refusal={refusal}
        onChange={(next) => {
          setRefusal(null);
          setDraft(next);
        }}
      />
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        rows={2}
        maxLength={1000}
        value={draft.reason}
        onChange={(event) => {
          setDraft({ ...draft, reason: event.currentTarget.value });
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
};
