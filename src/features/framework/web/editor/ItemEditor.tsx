import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DataItem } from '#core/scoring/data-value.ts';
import { blankItem } from '#core/scoring/definition/blank-thing.ts';
import { DATA_ITEM } from '#core/scoring/definition/framework-shapes.ts';
import { findDataItem, type Framework } from '#core/scoring/framework.ts';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { useFieldWording } from '#features/framework/web/wordings.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ChoiceField } from './ScalarField.tsx';
import { FieldsForm } from './FieldsForm.tsx';
import styles from './editor.module.css';

interface ItemEditorProps {
  readonly framework: Framework;
  readonly item: DataItem;
  readonly onChange: (framework: Framework) => void;
  readonly onChoose: (code: string | null) => void;
}

const KINDS = ['number', 'yes-no', 'level'] as const satisfies readonly DataItem['kind'][];

/** A data item: its kind and members. */
export const ItemEditor = ({ framework, item, onChange, onChoose }: ItemEditorProps) => {
  const { editor: words } = useMessages(frameworkMessages);
  const wording = useFieldWording();
  const place = framework.dataItems.indexOf(item);
  const [taken, setTaken] = useState<string | null>(null);
  const replace = (next: DataItem): void => {
    const isTaken = next.code !== item.code && findDataItem(framework, next.code) !== undefined;
    setTaken(isTaken ? next.code : null);
    if (isTaken) return;
    onChange({ ...framework, dataItems: framework.dataItems.with(place, next) });
    if (next.code !== item.code) onChoose(next.code);
  };
  return (
    <>
      {taken !== null && <p role="alert">{words.codeTaken(taken)}</p>}
      <div className={styles.buttons}>
        <ChoiceField
          name="kind"
          label={wording.members.kind ?? ''}
          shape={{ type: 'choice', choices: KINDS }}
          value={item.kind}
          onChange={(kind) => {
            const chosen = KINDS.find((one) => one === kind) ?? item.kind;
            replace({ ...blankItem(chosen, item.code), name: item.name });
          }}
        />
        <Button
          variant="default"
          aria-label={words.removeNamed(item.code)}
          onClick={() => {
            onChange({ ...framework, dataItems: framework.dataItems.toSpliced(place, 1) });
            onChoose(null);
          }}
        >
          {words.remove}
        </Button>
      </div>
      <FieldsForm
        key={item.kind}
        fields={DATA_ITEM.variants[item.kind] ?? {}}
        thing={item}
        onChange={replace}
      />
    </>
  );
};

/** A code that no data item has yet. */
export const nextItemCode = ({ dataItems }: Framework): string => {
  let number = dataItems.length + 1;
  while (dataItems.some(({ code }) => code === `item-${String(number)}`)) number += 1;
  return `item-${String(number)}`;
};
