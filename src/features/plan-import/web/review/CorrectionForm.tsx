import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { COMPARATORS, REPORT_FREQUENCIES } from '#core/plan/plan-item.ts';
import { isReadableField } from '#core/plan-review/item-fields.ts';
import type { FieldChange, ReviewField } from '#core/plan-review/review-step.ts';
import type { PreviewItem } from '#features/plan-import/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { reviewFieldWords } from '#web/widgets/plan-item/review-field-words.ts';
import { reviewMessages, type ReviewWords } from './messages.ts';
import classes from './review.module.css';
import { useFocusFirst } from './use-focus-first.ts';

const LONG = new Set<ReviewField>(['name', 'expectedResult', 'cause', 'remedy']);

const hintOf = (field: ReviewField, { form }: ReviewWords): string | undefined => {
  if (field === 'lead' || field === 'coordinating') return form.agenciesHint;
  if (field === 'value') return form.numberHint;
  return field === 'issueDate' ? form.dayHint : undefined;
};

const optionsOf = (field: ReviewField, words: ReviewWords) => {
  if (field === 'comparator') {
    return COMPARATORS.map((code) => ({ value: code, label: words.comparators[code] }));
  }
  if (field === 'frequency') {
    return REPORT_FREQUENCIES.map((code) => ({ value: code, label: words.frequencies[code] }));
  }
  return undefined;
};

interface CorrectionFormProps {
  readonly item: PreviewItem;
  readonly onSave: (changes: readonly FieldChange[]) => void;
  readonly onCancel: () => void;
}

/** The fields of an item: Tab goes through them, Enter saves, Esc leaves all as it was. */
export const CorrectionForm = ({ item, onSave, onCancel }: CorrectionFormProps) => {
  const words = useMessages(reviewMessages);
  const { fields } = item.review;
  const [typed, setTyped] = useState<readonly FieldChange[]>(fields);
  const changes = typed.filter(({ text }, index) => text !== fields[index]?.text);
  const unreadable = changes.filter((change) => !isReadableField(item.kind, change));
  const form = useFocusFirst();
  const [tried, setTried] = useState(false);

  const save = (): void => {
    if (unreadable.length === 0) onSave(changes);
    else setTried(true);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      if (event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      save();
    } else return;
    event.stopPropagation();
  };

  return (
    // Every field hands its keys up to the form; the form itself never has the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={classes.form}
      aria-label={words.form.title}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {typed.map((change) => (
        <Field
          key={change.field}
          change={change}
          isUnreadable={tried && unreadable.includes(change)}
          onChange={(text) => {
            setTyped(typed.map((other) => (other === change ? { field: change.field, text } : other)));
          }}
        />
      ))}
      <Group gap="xs">
        <Button type="submit" size="xs">
          {words.form.save}
        </Button>
        <Button variant="default" size="xs" onClick={onCancel}>
          {words.form.cancel}
        </Button>
      </Group>
    </form>
  );
};

interface FieldProps {
  readonly change: FieldChange;
  readonly isUnreadable: boolean;
  readonly onChange: (text: string) => void;
}

const Field = ({ change: { field, text }, isUnreadable, onChange }: FieldProps) => {
  const words = useMessages(reviewMessages);
  const labels = useMessages(reviewFieldWords);
  const shared = {
    label: labels[field],
    value: text,
    size: 'xs',
    ...(isUnreadable && { error: words.form.unreadable }),
  } as const;
  const options = optionsOf(field, words);
  if (options) {
    return (
      <NativeSelect
        {...shared}
        data={options}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    );
  }
  const Input = LONG.has(field) ? Textarea : TextInput;
  return (
    <Input
      {...shared}
      {...(LONG.has(field) && { rows: 2, className: classes.longField })}
      description={hintOf(field, words)}
      onChange={(event: { readonly currentTarget: { readonly value: string } }) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
};
