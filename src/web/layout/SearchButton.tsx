import { Button, Kbd } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { SearchPalette } from '#features/search/web/SearchPalette.tsx';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import styles from './TopBar.module.css';

/**
 * Opens the search over everything, by click or by Ctrl K. The palette comes with the page: it must take the very next
 * key, and open without a connection too.
 */
export const SearchButton = () => {
  const { shell } = useMessages(sharedMessages);
  const [opened, { open, close }] = useDisclosure(false);
  useHotkeys([['mod+K', open]], [], true);
  return (
    <>
      <Button
        variant="default"
        className={styles.search ?? ''}
        aria-label={`${shell.search} (Ctrl K)`}
        aria-haspopup="dialog"
        leftSection={<Search size={16} aria-hidden="true" />}
        rightSection={<Kbd className={styles.keys ?? ''}>Ctrl K</Kbd>}
        onClick={open}
      >
        <span className={styles.searchHint}>{shell.searchHint}</span>
      </Button>
      {opened && <SearchPalette onClose={close} />}
    </>
  );
};
