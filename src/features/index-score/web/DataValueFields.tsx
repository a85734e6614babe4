import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { useEffect, useRef, type Ref } from 'react';
import type { DataItem } from '#contract/scoring.ts';
import { VALUE_COMPARATORS } from '#core/scoring/data-value.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import styles from './DataValueFields.module.css';
import { readTypedNumber, type DataValueDraft } from './data-value-draft.ts';
import { indexMessages } from './messages.ts';

const STATES = ['value', 'blank', 'not-applicable'] as const satisfies readonly DataValueDraft['state'][];

interface DataValueFieldsProps {
  readonly item: DataItem;
  readonly draft: DataValueDraft;
  /** Why the value is refused; stands at its field. */
  readonly refusal: string | null;
  readonly onChange: (draft: DataValueDraft) => void;
  readonly ref: Ref<HTMLFieldSetElement>;
}

/** The state of a data item and its value, by the kind of the item: a number, yes or no, or a level. */
export const DataValueFields = ({ item, draft, refusal, onChange, ref }: DataValueFieldsProps) => {
  const { form: words } = useMessages(indexMessages);
  const pick = usePickText();
  return (
    <fieldset ref={ref} className={styles.fields}>
      <legend className={styles.legend}>{pick(item.name)}</legend>
      <Radio.Group
        label={words.state}
        value={draft.state}
        onChange={(state) => {
          const chosen = STATES.find((one) => one === state);
          if (chosen) onChange({ ...draft, state: chosen });
        }}
      >
        <div className={styles.choices}>
          {STATES.map((state) => (
            <Radio key={state} value={state} label={words.states[state]} />
          ))}
        </div>
      </Radio.Group>
      {draft.state === 'value' && (
        <ValueField item={item} draft={draft} refusal={refusal} onChange={onChange} />
      )}
    </fieldset>
  );
};

type ValueFieldProps = Omit<DataValueFieldsProps, 'ref'>;

const ValueField = (props: ValueFieldProps) => {
  switch (props.item.kind) {
    case 'number':
      return <NumberField {...props} item={props.item} />;
    case 'yes-no':
      return <YesNoField {...props} />;
    case 'level':
      return <LevelField {...props} item={props.item} />;
  }
};

interface NumberFieldProps extends ValueFieldProps {
  readonly item: Extract<DataItem, { kind: 'number' }>;
}

const NumberField = ({ item, draft, refusal, onChange }: NumberFieldProps) => {
  const { form: words } = useMessages(indexMessages);
  const pick = usePickText();
  const format = useFormat();
  const { locale } = useLocale();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const understood = readTypedNumber(item, draft.typed, locale);
  const unit = pick(item.unit);
  return (
    <>
      <TextInput
        ref={field}
        data-value-field=""
        label={unit === '' ? words.valueWithoutUnit : words.value(unit)}
        inputMode="decimal"
        autoComplete="off"
        value={draft.typed}
        error={refusal}
        description={understood === undefined ? null : words.understood(format.number(understood))}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => {
          onChange({ ...draft, typed: event.currentTarget.value });
        }}
      />
      <NativeSelect
        label={words.comparator}
        value={draft.comparator}
        data={VALUE_COMPARATORS.map((comparator) => ({
          value: comparator,
          label: words.comparators[comparator],
        }))}
        onChange={(event) => {
          const chosen = VALUE_COMPARATORS.find((one) => one === event.currentTarget.value);
          if (chosen) onChange({ ...draft, comparator: chosen });
        }}
      />
    </>
  );
};

const YesNoField = ({ draft, refusal, onChange }: ValueFieldProps) => {
  const { form: words } = useMessages(indexMessages);
  return (
    <Radio.Group
      label={words.valueWithoutUnit}
      value={draft.typed}
      error={refusal}
      onChange={(typed) => {
        onChange({ ...draft, typed });
      }}
    >
      <div className={styles.choices}>
        <Radio data-value-field="" value="yes" label={words.yes} />
        <Radio value="no" label={words.no} />
      </div>
    </Radio.Group>
  );
};

interface LevelFieldProps extends ValueFieldProps {
  readonly item: Extract<DataItem, { kind: 'level' }>;
}

const LevelField = ({ item, draft, refusal, onChange }: LevelFieldProps) => {
  const { form: words } = useMessages(indexMessages);
  const pick = usePickText();
  return (
    <NativeSelect
      data-value-field=""
      label={words.valueWithoutUnit}
      value={draft.typed}
      error={refusal}
      data={[
        { value: '', label: words.chooseLevel },
        ...item.levels.map(({ code, name }) => ({ value: code, label: pick(name) })),
      ]}
      onChange={(event) => {
        onChange({ ...draft, typed: event.currentTarget.value });
      }}
    />
  );
};
