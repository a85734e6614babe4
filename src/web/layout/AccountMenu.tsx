import { Button, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Check, ChevronDown, CircleUserRound } from 'lucide-react';
import { useLocale, useMessages } from '#web/i18n/locale.tsx';
import { LOCALES } from '#web/i18n/messages.ts';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { usePermission, useSession, useSignOut } from '#web/session/session.ts';
import styles from './TopBar.module.css';

const SCHEMES: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];

const chosen = <Check size={16} aria-hidden="true" />;
const notChosen = <span className={styles.notChosen} aria-hidden="true" />;

const ThemeItems = () => {
  const { shell } = useMessages(sharedMessages);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const names = { light: shell.themeLight, dark: shell.themeDark, auto: shell.themeAuto };
  return (
    <>
      <Menu.Label>{shell.theme}</Menu.Label>
      {SCHEMES.map((scheme) => (
        <Menu.Item
          key={scheme}
          role="menuitemradio"
          aria-checked={scheme === colorScheme}
          leftSection={scheme === colorScheme ? chosen : notChosen}
          onClick={() => {
            setColorScheme(scheme);
          }}
        >
          {names[scheme]}
        </Menu.Item>
      ))}
    </>
  );
};

const LanguageItems = () => {
  const { shell } = useMessages(sharedMessages);
  const { locale, setLocale } = useLocale();
  const names = { vi: shell.languageVietnamese, en: shell.languageEnglish };
  return (
    <>
      <Menu.Label>{shell.language}</Menu.Label>
      {LOCALES.map((choice) => (
        <Menu.Item
          key={choice}
          role="menuitemradio"
          aria-checked={choice === locale}
          lang={choice}
          leftSection={choice === locale ? chosen : notChosen}
          onClick={() => {
            setLocale(choice);
          }}
        >
          {names[choice]}
        </Menu.Item>
      ))}
    </>
  );
};

/** Who is signed in; appearance, language and sign-out. */
export const AccountMenu = () => {
  const { shell, navigation } = useMessages(sharedMessages);
  const { account } = useSession();
  const mayImport = usePermission('plan.import');
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className={styles.account ?? ''}
          aria-label={`${shell.account}: ${account.displayName}`}
          leftSection={<CircleUserRound size={18} aria-hidden="true" />}
          rightSection={<ChevronDown size={14} aria-hidden="true" />}
        >
          <span className={styles.accountName}>{account.displayName}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {account.displayName} · {shell.roles[account.role]}
        </Menu.Label>
        {mayImport && (
          <Menu.Item component={Link} to="/nhap-van-ban" className={styles.onPhoneOnly ?? ''}>
            {navigation.planImport}
          </Menu.Item>
        )}
        <Menu.Divider />
        <ThemeItems />
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <Menu.Item
          onClick={() => {
            signOut.mutate();
          }}
        >
          {shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
