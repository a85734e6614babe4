import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import styles from './LoadingState.module.css';

interface LoadingStateProps {
  /** How many lines are to come, about. */
  readonly lines?: number;
  /** Height of a picture above the lines, in pixels. */
  readonly picture?: number;
}

/** The outline of what is being loaded, so that the page does not jump when it arrives. */
export const LoadingState = ({ lines = 6, picture }: LoadingStateProps) => {
  const { shell } = useMessages(sharedMessages);
  return (
    <div role="status" className={styles.loading}>
      <VisuallyHidden>{shell.loading}</VisuallyHidden>
      {picture !== undefined && <Skeleton height={picture} />}
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={14} width={line % 3 === 2 ? '62%' : '100%'} />
      ))}
    </div>
  );
};
