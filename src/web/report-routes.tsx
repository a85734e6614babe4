import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { shellRoute } from './shell-route.tsx';

const workRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/viec-cua-toi',
  component: lazyPage(() => import('#features/collection/web/work/WorkPage.tsx')),
});

const formRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bao-cao/$id',
  component: lazyPage(() => import('#features/collection/web/form/FormPage.tsx')),
});

const sheetRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bao-cao/$id/ban-in',
  component: lazyPage(() => import('#features/collection/web/form/ReportSheetPage.tsx')),
});

/** The pages of those who report and sign. */
export const reportRoutes = [workRoute, formRoute, sheetRoute];
