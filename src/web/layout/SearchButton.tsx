import { Button, Kbd } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import styles from './TopBar.module.css';

const SearchPalette = lazy(() => import('#features/search/web/SearchPalette.tsx'));

/** Opens the search over everything, by click or by Ctrl K. The palette loads when it is first wanted. */
export const SearchButton = () => {
  const { shell } = useMessages(sharedMessages);
  const [opened, { open, close }] = useDisclosure(false);
  const [wanted, setWanted] = useState(false);
  const show = () => {
    setWanted(true);
    open();
  };
  useHotkeys([['mod+K', show]], [], true);
  return (
    <>
      <Button
        variant="default"
        className={styles.search ?? ''}
        aria-label={`${shell.search} (Ctrl K)`}
        aria-haspopup="dialog"
        leftSection={<Search size={16} aria-hidden="true" />}
        rightSection={<Kbd className={styles.keys ?? ''}>Ctrl K</Kbd>}
        onClick={show}
      >
        <span className={styles.searchHint}>{shell.searchHint}</span>
      </Button>
      {wanted && (
        <Suspense fallback={null}>
          <SearchPalette opened={opened} onClose={close} />
        </Suspense>
      )}
    </>
  );
};
