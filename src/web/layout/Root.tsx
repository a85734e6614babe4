import { Outlet } from '@tanstack/react-router';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { useLightPrint } from './use-light-print.ts';
import { useOpenPrint } from './use-open-print.ts';

/** What every address shares, the sign-in page included. */
export const Root = () => {
  useLightPrint();
  useOpenPrint();
  return (
    <>
      <ConnectionNotice />
      <Outlet />
    </>
  );
};
