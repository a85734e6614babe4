import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { AssetField } from '#core/asset-register/asset-register.ts';
import { useWording } from './use-wording.ts';

interface FieldInputProps {
  readonly field: AssetField;
  readonly text: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

/** The input of one field, by its kind. */
export const FieldInput = ({ field, text, error, onChange }: FieldInputProps) => {
  const { words, pick } = useWording();
  const help = field.help ? pick(field.help) : undefined;
  const common = {
    ...{ label: pick(field.name), value: text, error, required: field.isRequired },
    ...(help !== undefined && { description: help }),
  };
  const blank = { value: '', label: words.choose };
  switch (field.kind) {
    case 'text':
      return (
        <Textarea
          {...common}
          autosize
          minRows={1}
          maxLength={1000}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
    case 'choice':
    case 'yes-no': {
      const choices =
        field.kind === 'choice'
          ? field.choices.map(({ code, name }) => ({ value: code, label: pick(name) }))
          : (['yes', 'no'] as const).map((value) => ({ value, label: words[value] }));
      return (
        <NativeSelect
          {...common}
          data={[blank, ...choices]}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
    }
    case 'day':
    case 'days': {
      const description = field.kind === 'days' ? [help, words.daysHint].filter(Boolean).join(' ') : help;
      return (
        <TextInput
          {...common}
          {...(description !== undefined && { description })}
          type={field.kind === 'day' ? 'date' : 'text'}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
    }
  }
};
