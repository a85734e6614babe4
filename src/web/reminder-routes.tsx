import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { validatePlainSearch } from './search-params.ts';
import { rootRoute, shellRoute } from './shell-route.tsx';

const remindersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/nhac-viec',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/reminder/web/RemindersPage.tsx')),
});

const ownRemindersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/thong-bao',
  component: lazyPage(() => import('#features/reminder/web/OwnRemindersPage.tsx')),
});

/** The pages of reminders within the frame. */
export const reminderPages = [remindersRoute, ownRemindersRoute] as const;

/** Where a link of a letter leads, which needs no sign-in. */
export const stopCopiesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ngung-nhan-ban-sao',
  component: lazyPage(() => import('#features/reminder/web/StopCopiesPage.tsx')),
});
