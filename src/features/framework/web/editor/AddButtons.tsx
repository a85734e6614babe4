import { Button } from '@mantine/core';
import { blankComponent } from '#core/scoring/definition/blank-thing.ts';
import { addComponent, nextCode } from '#core/scoring/definition/edit-tree.ts';
import type { Component, Framework } from '#core/scoring/framework.ts';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import styles from './editor.module.css';

interface AddButtonsProps {
  readonly framework: Framework;
  /** The group that it is added to; null at the top. */
  readonly parentCode: string | null;
  readonly onChange: (framework: Framework) => void;
  readonly onChoose: (code: string) => void;
}

/** Adds a group or an indicator under a code that is free, and shows it. */
export const AddButtons = ({ framework, parentCode, onChange, onChoose }: AddButtonsProps) => {
  const { editor: words } = useMessages(frameworkMessages);
  const add = (kind: Component['kind']): void => {
    const code = nextCode(framework, parentCode);
    onChange(addComponent(framework, parentCode, blankComponent(kind, code)));
    onChoose(code);
  };
  return (
    <div className={styles.buttons}>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => {
          add('group');
        }}
      >
        {parentCode === null ? words.addMain : words.addGroup}
      </Button>
      {parentCode !== null && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            add('indicator');
          }}
        >
          {words.addIndicator}
        </Button>
      )}
    </div>
  );
};
