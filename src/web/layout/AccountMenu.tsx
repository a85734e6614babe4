import { Button, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ChevronDown, CircleUserRound } from 'lucide-react';
import { useId } from 'react';
import { useLocale, useMessages } from '#web/i18n/locale.tsx';
import { LOCALES, type Locale } from '#web/i18n/messages.ts';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { useSession, useSignOut } from '#web/session/session.ts';
import styles from './AccountMenu.module.css';
import { useBarPanel } from './use-bar-panel.ts';

const SCHEMES: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];

interface ChoiceProps<Value extends string> {
  readonly title: string;
  readonly options: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

const Choice = <Value extends string>({ title, options, names, chosen, onChoose }: ChoiceProps<Value>) => {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{title}</legend>
      {options.map((option) => (
        <label key={option} className={styles.option}>
          <input
            type="radio"
            name={name}
            checked={option === chosen}
            onChange={() => {
              onChoose(option);
            }}
          />
          {names[option]}
        </label>
      ))}
    </fieldset>
  );
};

const ThemeChoice = () => {
  const { shell } = useMessages(sharedMessages);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Choice
      title={shell.theme}
      options={SCHEMES}
      names={{ light: shell.themeLight, dark: shell.themeDark, auto: shell.themeAuto }}
      chosen={colorScheme}
      onChoose={setColorScheme}
    />
  );
};

const LanguageChoice = () => {
  const { shell } = useMessages(sharedMessages);
  const { locale, setLocale } = useLocale();
  return (
    <Choice<Locale>
      title={shell.language}
      options={LOCALES}
      names={{ vi: shell.languageVietnamese, en: shell.languageEnglish }}
      chosen={locale}
      onChoose={setLocale}
    />
  );
};

interface AccountPanelProps {
  readonly id: string;
  readonly onLeave: () => void;
}

const AccountPanel = ({ id, onLeave }: AccountPanelProps) => {
  const { shell } = useMessages(sharedMessages);
  const { account, holdings } = useSession();
  const signOut = useSignOut();
  return (
    <div id={id} className={styles.panel}>
      <div>
        <div>{account.displayName}</div>
        {holdings.map(({ id, role, organization, delegatedBy }) => (
          <div key={id} className={styles.role}>
            {[shell.roles[role], organization?.name].filter(Boolean).join(' · ')}
            {delegatedBy !== null && ` (${shell.delegatedBy(delegatedBy)})`}
          </div>
        ))}
      </div>
      <Link to="/tai-khoan" onClick={onLeave}>
        {shell.ownAccount}
      </Link>
      <Link to="/thong-bao" onClick={onLeave}>
        {shell.ownNotices}
      </Link>
      <ThemeChoice />
      <LanguageChoice />
      <Button
        variant="default"
        loading={signOut.isPending}
        onClick={() => {
          signOut.mutate();
        }}
      >
        {shell.signOut}
      </Button>
    </div>
  );
};

/** Who is signed in; appearance, language and sign-out behind a button. Esc closes and gives the focus back. */
export const AccountMenu = () => {
  const { shell } = useMessages(sharedMessages);
  const { account } = useSession();
  const { box, isOpen, panelId, close, buttonProps } = useBarPanel();
  return (
    <div ref={box} className={styles.menu}>
      <Button
        {...buttonProps}
        variant="subtle"
        color="gray"
        className={styles.button ?? ''}
        aria-label={`${shell.account}: ${account.displayName}`}
        leftSection={<CircleUserRound size={18} aria-hidden="true" />}
        rightSection={<ChevronDown size={14} aria-hidden="true" />}
      >
        <span className={styles.name}>{account.displayName}</span>
      </Button>
      {isOpen && <AccountPanel id={panelId} onLeave={close} />}
    </div>
  );
};
