import { Button } from '@mantine/core';
import { useLocale, useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';

/** Offers the other language, named in that language. */
export const LanguageSwitch = () => {
  const { shell } = useMessages(sharedMessages);
  const { locale, setLocale } = useLocale();
  const other = locale === 'vi' ? 'en' : 'vi';
  return (
    <Button
      variant="subtle"
      lang={other}
      onClick={() => {
        setLocale(other);
      }}
    >
      {{ vi: shell.languageVietnamese, en: shell.languageEnglish }[other]}
    </Button>
  );
};
