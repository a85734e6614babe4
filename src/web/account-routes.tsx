import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { validatePlainSearch } from './search-params.ts';
import { rootRoute, shellRoute } from './shell-route.tsx';

const returnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dang-nhap/tro-ve',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/account/web/ReturnPage.tsx')),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/loi-moi',
  component: lazyPage(() => import('#features/account/web/InvitationPage.tsx')),
});

const pendingStepRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/thiet-lap-tai-khoan',
  component: lazyPage(() => import('#features/account/web/PendingStepPage.tsx')),
});

/** Addresses about the own account that need no finished sign-in. */
export const accountRoutes = [returnRoute, invitationRoute, pendingStepRoute] as const;

const ownAccountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tai-khoan',
  component: lazyPage(() => import('#features/account/web/OwnAccountPage.tsx')),
});

const accountsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quan-tri/tai-khoan',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/account/web/AccountsPage.tsx')),
});

const accountImportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quan-tri/tai-khoan/nhap',
  component: lazyPage(() => import('#features/account/web/AccountImportPage.tsx')),
});

const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quan-tri/tai-khoan/$id',
  component: lazyPage(() => import('#features/account/web/AccountPage.tsx')),
});

const calendarRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/lich-lam-viec',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/calendar/web/CalendarPage.tsx')),
});

const jobsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cong-viec-nen',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/job/web/JobsPage.tsx')),
});

/** Pages within the frame: the working calendar, the own account, and everybody's for those who administer. */
export const accountPages = [
  calendarRoute,
  ownAccountRoute,
  accountsRoute,
  accountImportRoute,
  accountRoute,
  jobsRoute,
] as const;
