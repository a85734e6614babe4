import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { filledField } from '#core/scoring/definition/blank-thing.ts';
import {
  isScalarShape,
  type FieldShape,
  type RecordShape,
  type VariantShape,
} from '#core/scoring/definition/field-shape.ts';
import type { Rule } from '#core/scoring/rule.ts';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { useFieldWording } from '#features/framework/web/wordings.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { AgenciesField, type AgencyReference } from './AgenciesField.tsx';
import { type FieldsFormProps, isThing, memberOf, withMember } from './fields-form-props.ts';
import { ListField } from './ListField.tsx';
import { RuleField } from './RuleField.tsx';
import { ChoiceField, CodesField, ScalarField } from './ScalarField.tsx';
import styles from './editor.module.css';

/** Members that are long and rarely touched: they open on demand. */
const FOLDED: ReadonlySet<string> = new Set([
  'alternatives',
  'provenance',
  'workedExamples',
  'notes',
  'levelRounding',
  'appraisers',
  'coordinatingAgencies',
  'statedRule',
]);

/** The members of a thing as a form, one input or group of inputs each. */
export const FieldsForm = <Thing extends object>({
  fields,
  thing,
  onChange,
  omitted = [],
}: FieldsFormProps<Thing>) => (
  <div className={styles.fields}>
    {Object.entries(fields)
      .filter(([name]) => !omitted.includes(name))
      .map(([name, shape]) => (
        <MemberField
          key={name}
          name={name}
          shape={shape}
          value={memberOf(thing, name)}
          onChange={(value) => {
            onChange(withMember(thing, name, value));
          }}
        />
      ))}
  </div>
);

interface MemberFieldProps {
  readonly name: string;
  readonly shape: FieldShape;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

const MemberField = (props: MemberFieldProps) => {
  const wording = useFieldWording();
  const label = wording.members[props.name] ?? props.name;
  const content = <MemberContent {...props} label={label} />;
  if (!FOLDED.has(props.name)) return content;
  const count = Array.isArray(props.value) ? ` (${String(props.value.length)})` : '';
  return (
    <details className={styles.folded}>
      <summary>
        {label}
        {count}
      </summary>
      {content}
    </details>
  );
};

const MemberContent = ({
  name,
  shape,
  value,
  onChange,
  label,
}: MemberFieldProps & { readonly label: string }) => {
  const common = { name, label, value, onChange };
  if (isScalarShape(shape)) return <ScalarField {...common} shape={shape} />;
  switch (shape.type) {
    case 'choice':
      return <ChoiceField {...common} shape={shape} />;
    case 'codes':
      return <CodesField {...common} shape={shape} />;
    case 'record':
      return <RecordField {...common} shape={shape} />;
    case 'variant':
      return <VariantField {...common} shape={shape} />;
    case 'list':
      return shape.sheet === 'agencies' ? (
        <AgenciesField
          label={label}
          // Safe: lists of this sheet hold references to agencies (framework-shapes.ts).
          agencies={(value ?? []) as readonly AgencyReference[]}
          onChange={(agencies) => {
            onChange(agencies.length === 0 && shape.blank === 'absent' ? undefined : agencies);
          }}
        />
      ) : (
        <ListField {...common} Members={FieldsForm} shape={shape} />
      );
    case 'rule':
      return (
        <OptionalField
          {...common}
          shape={shape}
          render={(rule) => (
            // Safe: members of this shape hold rules.
            <RuleField Members={FieldsForm} label={label} rule={rule as Rule} onChange={onChange} />
          )}
        />
      );
    case 'children':
      return null;
  }
};

interface NamedProps<Shape> {
  readonly name: string;
  readonly label: string;
  readonly shape: Shape;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

interface OptionalFieldProps extends NamedProps<FieldShape> {
  readonly render: (value: unknown) => ReactNode;
}

/** What may be left out: given or dropped by a button. */
const OptionalField = ({ label, shape, value, onChange, render }: OptionalFieldProps) => {
  const { editor: words } = useMessages(frameworkMessages);
  const blank = 'blank' in shape ? shape.blank : undefined;
  if (blank === undefined) return <>{render(value)}</>;
  const isGiven = value !== null && value !== undefined;
  return (
    <div className={styles.optional}>
      {isGiven && render(value)}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          onChange(isGiven ? (blank === 'null' ? null : undefined) : filledField(shape));
        }}
      >
        {isGiven ? words.drop(label.toLowerCase()) : words.give(label.toLowerCase())}
      </Button>
    </div>
  );
};

const isLocalized = ({ fields }: RecordShape): boolean => Object.keys(fields).join() === 'vi,en';

const RecordField = (props: NamedProps<RecordShape>) => (
  <OptionalField
    {...props}
    render={(value) => (
      <fieldset className={isLocalized(props.shape) ? styles.pair : styles.record}>
        <legend>{props.label}</legend>
        {isThing(value) && <FieldsForm fields={props.shape.fields} thing={value} onChange={props.onChange} />}
      </fieldset>
    )}
  />
);

const VariantField = ({ label, shape, value, onChange }: NamedProps<VariantShape>) => {
  const wording = useFieldWording();
  const thing = isThing(value) ? value : {};
  const chosen = String(memberOf(thing, shape.by));
  return (
    <fieldset className={styles.record}>
      <legend>{label}</legend>
      <ChoiceField
        name={shape.by}
        label={wording.members[shape.by] ?? shape.by}
        shape={{ type: 'choice', choices: Object.keys(shape.variants) }}
        value={chosen}
        onChange={(next) => {
          const fields = shape.variants[String(next)] ?? {};
          const filled = Object.entries(fields).map(([name, field]) => [name, filledField(field)] as const);
          onChange({ [shape.by]: next, ...Object.fromEntries(filled) });
        }}
      />
      <FieldsForm
        fields={shape.variants[chosen] ?? {}}
        thing={thing}
        onChange={(changed) => {
          onChange({ ...changed, [shape.by]: chosen });
        }}
      />
    </fieldset>
  );
};
