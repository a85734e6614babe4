import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { validatePlainSearch } from './search-params.ts';
import { shellRoute } from './shell-route.tsx';

const roundsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dot-bao-cao',
  component: lazyPage(() => import('#features/collection/web/rounds/RoundsPage.tsx')),
});

const newRoundRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dot-bao-cao/mo',
  component: lazyPage(() => import('#features/collection/web/rounds/NewRoundPage.tsx')),
});

const performanceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dot-bao-cao/thuc-hien',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/collection/web/rounds/PerformancePage.tsx')),
});

const roundRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dot-bao-cao/$id',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/collection/web/rounds/RoundPage.tsx')),
});

const appraisalRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tham-dinh/$id',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/collection/web/appraisal/AppraisalPage.tsx')),
});

/** The addresses of reporting rounds and of the appraisal of what they bring in. */
export const roundRoutes = [
  roundsRoute,
  newRoundRoute,
  performanceRoute,
  roundRoute,
  appraisalRoute,
] as const;
