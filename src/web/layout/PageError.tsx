import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './Standalone.module.css';

/** Stands where a page could not be shown at all. */
export const PageError = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  return (
    <div className={styles.main}>
      <ErrorState
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </div>
  );
};
