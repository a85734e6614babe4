import { FRAMEWORK_FIELDS } from '#core/scoring/definition/framework-shapes.ts';
import { findComponent, findDataItem, type Framework } from '#core/scoring/framework.ts';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ComponentEditor } from './ComponentEditor.tsx';
import { useEditorAddress } from './editor-address.ts';
import styles from './editor.module.css';
import { FieldsForm } from './FieldsForm.tsx';
import { ItemEditor } from './ItemEditor.tsx';

const EDITED_ELSEWHERE = ['code', 'version'];

interface PartFormProps {
  readonly draft: Framework;
  readonly onChange: (draft: Framework) => void;
}

/** The form of the part that the address shows. */
export const PartForm = ({ draft, onChange }: PartFormProps) => {
  const { editor: words } = useMessages(frameworkMessages);
  const { part, code, choose } = useEditorAddress();
  if (part === 'chung') {
    return (
      <FieldsForm fields={FRAMEWORK_FIELDS} omitted={EDITED_ELSEWHERE} thing={draft} onChange={onChange} />
    );
  }
  const item = part === 'so-lieu' && code !== undefined ? findDataItem(draft, code) : undefined;
  if (item) {
    return (
      <ItemEditor
        framework={draft}
        item={item}
        onChange={onChange}
        onChoose={(next) => {
          choose('so-lieu', next);
        }}
      />
    );
  }
  const component = part === 'chi-so' && code !== undefined ? findComponent(draft, code) : undefined;
  if (!component) {
    return <p className={styles.sentence}>{part === 'chi-so' ? words.chooseComponent : words.chooseItem}</p>;
  }
  return (
    <ComponentEditor
      framework={draft}
      component={component}
      onChange={onChange}
      onChoose={(next) => {
        choose('chi-so', next);
      }}
    />
  );
};
