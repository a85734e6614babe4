import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { COMPONENT } from '#core/scoring/definition/framework-shapes.ts';
import {
  findParent,
  moveComponent,
  removeComponent,
  replaceComponent,
  shiftComponent,
  withItemsOfRules,
} from '#core/scoring/definition/edit-tree.ts';
import { type Component, findComponent, type Framework, listComponents } from '#core/scoring/framework.ts';
import { listRuleItems } from '#core/scoring/rule-parts.ts';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { useMessages, usePickText } from '#web/i18n/locale.tsx';
import { AddButtons } from './AddButtons.tsx';
import { FieldsForm } from './FieldsForm.tsx';
import styles from './editor.module.css';

interface ComponentEditorProps {
  readonly framework: Framework;
  readonly component: Component;
  readonly onChange: (framework: Framework) => void;
  /** Shows another component, or none. */
  readonly onChoose: (code: string | null) => void;
}

/** A component: its members, its place in the tree, what stands below it. */
export const ComponentEditor = ({ framework, component, onChange, onChoose }: ComponentEditorProps) => {
  const { editor: words } = useMessages(frameworkMessages);
  const { code } = component;
  const [taken, setTaken] = useState<string | null>(null);
  const replace = (given: Component): void => {
    const isRuled = component.kind === 'indicator' && given.kind === 'indicator';
    const hasOtherRules =
      isRuled && (given.rule !== component.rule || given.alternatives !== component.alternatives);
    const next = hasOtherRules ? withItemsOfRules(component, given) : given;
    const isTaken = next.code !== code && findComponent(framework, next.code) !== undefined;
    setTaken(isTaken ? next.code : null);
    if (isTaken) return;
    onChange(replaceComponent(framework, code, next));
    if (next.code !== code) onChoose(next.code);
  };
  return (
    <>
      {taken !== null && <p role="alert">{words.codeTaken(taken)}</p>}
      <PlaceInTree {...{ framework, component, onChange, onChoose }} />
      {component.kind === 'group' && (
        <AddButtons framework={framework} parentCode={code} onChange={onChange} onChoose={onChoose} />
      )}
      <FieldsForm fields={COMPONENT.variants[component.kind] ?? {}} thing={component} onChange={replace} />
      {component.kind === 'indicator' && (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              const rules = [component.rule, ...component.alternatives.map(({ rule }) => rule)];
              replace({ ...component, dataItems: [...new Set(rules.flatMap(listRuleItems))] });
            }}
          >
            {words.itemsFromRule}
          </Button>
        </div>
      )}
    </>
  );
};

const PlaceInTree = ({ framework, component, onChange, onChoose }: ComponentEditorProps) => {
  const { editor: words } = useMessages(frameworkMessages);
  const pick = usePickText();
  const { code } = component;
  const below = listComponents([component]);
  const groups = listComponents(framework.components).filter(
    (one) => one.kind === 'group' && !below.includes(one),
  );
  const parent = findParent(framework.components, code);
  const remove = (): void => {
    if (below.length > 1 && !window.confirm(words.removeConfirm(code, String(below.length - 1)))) return;
    onChange(removeComponent(framework, code));
    onChoose(parent?.code ?? null);
  };
  return (
    <div className={styles.buttons}>
      <NativeSelect
        label={words.moveInto}
        value={parent?.code ?? ''}
        data={[
          { value: '', label: words.top },
          ...groups.map((one) => ({ value: one.code, label: `${one.code} ${pick(one.name)}` })),
        ]}
        style={{ maxWidth: '24rem' }}
        onChange={(event) => {
          const target = event.currentTarget.value;
          onChange(moveComponent(framework, code, target === '' ? null : target));
        }}
      />
      <Button
        variant="default"
        onClick={() => {
          onChange(shiftComponent(framework, code, -1));
        }}
      >
        {words.up}
      </Button>
      <Button
        variant="default"
        onClick={() => {
          onChange(shiftComponent(framework, code, 1));
        }}
      >
        {words.down}
      </Button>
      <Button variant="default" onClick={remove} aria-label={words.removeNamed(code)}>
        {words.remove}
      </Button>
    </div>
  );
};
