import { useWindowEvent } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';

// Without its short messages the application still works: what fails to load here must not take the page with it.
const NotificationArea = lazy(() => import('./NotificationArea.tsx').catch(() => ({ default: () => null })));

/**
 * Loads the place of short messages with the first key or click: nothing is announced before something has been done.
 * What is announced while it loads waits and then appears.
 */
export const NotificationPlace = () => {
  const [isActive, setActive] = useState(false);
  const activate = (): void => {
    setActive(true);
  };
  useWindowEvent('click', activate);
  useWindowEvent('keydown', activate);
  return isActive ? (
    <Suspense fallback={null}>
      <NotificationArea />
    </Suspense>
  ) : null;
};
