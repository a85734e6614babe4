import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { validatePlainSearch } from './search-params.ts';
import { shellRoute } from './shell-route.tsx';

const registersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/so-dang-ky',
  component: lazyPage(() => import('#features/asset-register/web/RegistersPage.tsx')),
});

const registerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/so-dang-ky/$kind',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/asset-register/web/RegisterPage.tsx')),
});

const newEntryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/so-dang-ky/$kind/them',
  component: lazyPage(() => import('#features/asset-register/web/NewEntryPage.tsx')),
});

const entryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/so-dang-ky/$kind/$id',
  component: lazyPage(() => import('#features/asset-register/web/EntryPage.tsx')),
});

/** The addresses of the registers that feed indicators. */
export const registerRoutes = [registersRoute, registerRoute, newEntryRoute, entryRoute] as const;
