import { Button, CopyButton, Group } from '@mantine/core';
import styles from './OneTimeSecret.module.css';

interface OneTimeSecretProps {
  readonly secret: string;
  readonly words: {
    /** That it is shown only now, and what to do with it. */
    readonly once: string;
    readonly copy: string;
    readonly copied: string;
    readonly done: string;
  };
  readonly onDone: () => void;
}

/** A secret that is shown once, to be copied and put away. */
export const OneTimeSecret = ({ secret, words, onDone }: OneTimeSecretProps) => (
  <div className={styles.secret} role="status">
    <p>{words.once}</p>
    <code className={styles.text}>{secret}</code>
    <Group gap="sm">
      <CopyButton value={secret}>
        {({ copied, copy }) => <Button onClick={copy}>{copied ? words.copied : words.copy}</Button>}
      </CopyButton>
      <Button variant="default" onClick={onDone}>
        {words.done}
      </Button>
    </Group>
  </div>
);
