import { Button } from '@mantine/core';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import styles from './editor.module.css';

interface KeptDraftNoticeProps {
  readonly kept: { readonly at: string; readonly isOutdated: boolean } | undefined;
  readonly onUse: () => void;
  readonly onDrop: () => void;
}

/** Says that unsaved changes of an earlier visit are back, or that they wait because somebody else has edited since. */
export const KeptDraftNotice = ({ kept, onUse, onDrop }: KeptDraftNoticeProps) => {
  const { editor: words } = useMessages(frameworkMessages);
  const format = useFormat();
  if (!kept) return null;
  const at = format.instant(kept.at);
  return (
    <div role="status" className={styles.kept}>
      <p>{kept.isOutdated ? words.keptOutdated(at) : words.keptBack(at)}</p>
      <div className={styles.buttons}>
        {kept.isOutdated && (
          <Button variant="default" size="compact-sm" onClick={onUse}>
            {words.keptUse}
          </Button>
        )}
        <Button variant="default" size="compact-sm" onClick={onDrop}>
          {words.keptDrop}
        </Button>
      </div>
    </div>
  );
};
