import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { readRegisterAddress, writeRegisterAddress } from './register-address.ts';
import type { RegisterState } from './register.ts';

/** How the register of this page is looked at, read from the address and written back to it. Keep `facetIds` stable. */
export const useRegisterState = (
  facetIds: readonly string[],
): readonly [RegisterState, (state: RegisterState) => void] => {
  const address = useSearch({ strict: false });
  const navigate = useNavigate();
  const state = useMemo(() => readRegisterAddress(address, facetIds), [address, facetIds]);
  const setState = useCallback(
    (next: RegisterState) => {
      void navigate({
        to: '.',
        search: (previous) => ({ ...previous, ...writeRegisterAddress(next, facetIds) }),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate, facetIds],
  );
  return [state, setState];
};
