import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ChoiceShape, CodesShape, ScalarShape } from '#core/scoring/definition/field-shape.ts';
import { choiceOf } from '#core/scoring/definition/wording/field-wording.ts';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { useFieldWording } from '#features/framework/web/wordings.ts';
import { useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { useFormSurroundings } from './form-context.ts';
import { OrganizationSelect } from './OrganizationSelect.tsx';
import { typedField, understandField } from './understand-field.ts';

interface FieldProps<Shape> {
  readonly name: string;
  readonly label: string;
  readonly shape: Shape;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

const CHARACTERS_OF_A_LINE = 36;

/** A text, number or day. What is malformed stays in the field with a sentence and is not taken over. */
const TypedField = ({ label, shape, value, onChange }: FieldProps<ScalarShape>) => {
  const { editor: words } = useMessages(frameworkMessages);
  const { locale } = useLocale();
  const [typed, setTyped] = useState(() => typedField(value, shape, locale));
  const [sentence, setSentence] = useState<string | null>(null);
  const [given, setGiven] = useState(value);
  // Something else has changed the value, such as a step back: what was typed before is no longer meant.
  if (value !== given) {
    setGiven(value);
    setTyped(typedField(value, shape, locale));
    setSentence(null);
  }
  const change = (text: string): void => {
    setTyped(text);
    const understood = understandField(text, shape, locale, words);
    setSentence(understood.isUnderstood ? null : understood.sentence);
    if (!understood.isUnderstood) return;
    setGiven(understood.value);
    onChange(understood.value);
  };
  const props = { label, value: typed, error: sentence };
  return shape.type === 'text' ? (
    <Textarea
      {...props}
      rows={Math.min(Math.max(Math.ceil(typed.length / CHARACTERS_OF_A_LINE), 1), 5)}
      resize="vertical"
      onChange={(event) => {
        change(event.currentTarget.value);
      }}
    />
  ) : (
    <TextInput
      {...props}
      onChange={(event) => {
        change(event.currentTarget.value);
      }}
    />
  );
};

/**
 * A code, taken over when the field is left: while it is typed it may be the code of something else for a moment.
 * One that is refused springs back.
 */
const CodeField = ({ label, shape, value, onChange }: FieldProps<ScalarShape>) => {
  const present = typeof value === 'string' ? value : '';
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    const text = typed?.trim() ?? present;
    setTyped(null);
    if (text === present) return;
    if (text !== '') onChange(text);
    else if (shape.blank !== undefined) onChange(shape.blank === 'null' ? null : undefined);
  };
  return (
    <TextInput
      label={label}
      value={typed ?? present}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        // What is not taken over yet is taken back by the browser, letter by letter.
        if (typed !== null && (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) {
          event.stopPropagation();
        }
        if (event.key !== 'Enter') return;
        event.preventDefault();
        commit();
      }}
    />
  );
};

const ItemField = ({ label, shape, value, onChange }: FieldProps<ScalarShape>) => {
  const { editor: words } = useMessages(frameworkMessages);
  const { items } = useFormSurroundings();
  const pick = usePickText();
  const chosen = typeof value === 'string' ? value : '';
  const isMissing = chosen !== '' && !items.some(({ code }) => code === chosen);
  return (
    <NativeSelect
      label={label}
      value={chosen}
      data={[
        { value: '', label: shape.blank === undefined ? words.chooseOne : words.none },
        ...(isMissing ? [{ value: chosen, label: words.missingItem(chosen) }] : []),
        ...items.map(({ code, name }) => ({ value: code, label: `${code} ${pick(name)}` })),
      ]}
      onChange={(event) => {
        const code = event.currentTarget.value;
        onChange(code === '' && shape.blank === 'null' ? null : code);
      }}
    />
  );
};

const OrganizationField = ({ label, shape, value, onChange }: FieldProps<ScalarShape>) => {
  const { organizations } = useFormSurroundings();
  const code = typeof value === 'string' && value !== '' ? value : null;
  const isKnown = organizations.some((one) => one.code === code);
  return (
    <OrganizationSelect
      label={label}
      code={isKnown ? code : null}
      {...(code !== null && organizations.length > 0 && !isKnown && { unknown: code })}
      mayBeNone={shape.blank !== undefined}
      onChange={(chosen) => {
        onChange(chosen?.code ?? (shape.blank === 'null' ? null : undefined));
      }}
    />
  );
};

const FlagField = ({ label, shape, value, onChange }: FieldProps<ScalarShape>) => (
  <Checkbox
    label={label}
    checked={value === true}
    onChange={(event) => {
      const isChecked = event.currentTarget.checked;
      onChange(!isChecked && shape.blank === 'absent' ? undefined : isChecked);
    }}
  />
);

/** A field of one input. */
export const ScalarField = (props: FieldProps<ScalarShape>) => {
  if (props.shape.type === 'item') return <ItemField {...props} />;
  if (props.shape.type === 'organization') return <OrganizationField {...props} />;
  if (props.shape.type === 'code') return <CodeField {...props} />;
  return props.shape.type === 'flag' ? <FlagField {...props} /> : <TypedField {...props} />;
};

/** One of a list of words. */
export const ChoiceField = ({ name, label, shape, value, onChange }: FieldProps<ChoiceShape>) => {
  const { editor: words } = useMessages(frameworkMessages);
  const wording = useFieldWording();
  return (
    <NativeSelect
      label={label}
      value={typeof value === 'string' ? value : ''}
      data={[
        ...(shape.blank === undefined ? [] : [{ value: '', label: words.notStated }]),
        ...shape.choices.map((choice) => ({ value: choice, label: choiceOf(name, choice, wording) })),
      ]}
      onChange={(event) => {
        const choice = event.currentTarget.value;
        onChange(choice === '' ? undefined : choice);
      }}
    />
  );
};

/** Several codes, parted by semicolons. */
export const CodesField = ({ label, value, onChange }: FieldProps<CodesShape>) => {
  const codes = Array.isArray(value) ? value.map(String) : [];
  const [typed, setTyped] = useState(() => codes.join('; '));
  const isSame =
    typed
      .split(/\s*;\s*/)
      .filter(Boolean)
      .join() === codes.join();
  return (
    <TextInput
      label={label}
      // Another control may have changed the codes, such as the one that takes them from the rule.
      value={isSame ? typed : codes.join('; ')}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(event.currentTarget.value.split(/\s*;\s*/).filter((code) => code !== ''));
      }}
    />
  );
};
