import { NativeSelect } from '@mantine/core';
import { reshapeRule } from '#core/scoring/definition/blank-thing.ts';
import { RULE_KINDS, RULE_SHAPES } from '#core/scoring/definition/rule-shapes.ts';
import type { Rule } from '#core/scoring/rule.ts';
import { useFieldWording } from '#features/framework/web/wordings.ts';
import { RuleSentence } from '#web/widgets/index-score/RuleSentence.tsx';
import type { MembersForm } from './fields-form-props.ts';
import { useFormSurroundings } from './form-context.ts';
import styles from './editor.module.css';

interface RuleFieldProps {
  readonly label: string;
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
  readonly Members: MembersForm;
}

const findKind = (value: string): Rule['kind'] => RULE_KINDS.find((kind) => kind === value) ?? 'boolean';

/** A rule of any shape: the shape, what it says as a sentence, and its members; rules inside it stand inside the form. */
export const RuleField = ({ label, rule, onChange, Members }: RuleFieldProps) => {
  const wording = useFieldWording();
  const { items } = useFormSurroundings();
  return (
    <fieldset className={styles.record}>
      <legend>{label}</legend>
      <NativeSelect
        label={wording.members.kind}
        value={rule.kind}
        data={RULE_KINDS.map((kind) => ({ value: kind, label: wording.kinds[kind] }))}
        onChange={(event) => {
          onChange(reshapeRule(rule, findKind(event.currentTarget.value)));
        }}
      />
      <p className={styles.sentence}>
        <RuleSentence rule={rule} items={items} />
      </p>
      <Members key={rule.kind} fields={RULE_SHAPES[rule.kind]} thing={rule} onChange={onChange} />
    </fieldset>
  );
};
