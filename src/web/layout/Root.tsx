import { Outlet } from '@tanstack/react-router';
import { ConnectionNotice } from './ConnectionNotice.tsx';

/** What every address shares, the sign-in page included. */
export const Root = () => (
  <>
    <ConnectionNotice />
    <Outlet />
  </>
);
