import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { buildFormat, type Format } from './format.ts';
import { LOCALES, type Locale, type Messages } from './messages.ts';

const STORAGE_KEY = 'senso.locale';

interface LocaleState {
  readonly locale: Locale;
  readonly format: Format;
  readonly setLocale: (locale: Locale) => void;
}

const LocaleContext = createContext<LocaleState | undefined>(undefined);

const isLocale = (text: unknown): text is Locale => LOCALES.some((locale) => locale === text);

/** The language this browser chose before, otherwise Vietnamese. */
const storedLocale = (): Locale => {
  const stored = localStorage.getItem(STORAGE_KEY);
  return isLocale(stored) ? stored : LOCALES[0];
};

interface LocaleProviderProps {
  readonly children: ReactNode;
  /** Fixes the language at the start, for tests. */
  readonly initial?: Locale;
}

/** Gives the pages their language, keeps the choice in this browser and names it to assistive technology. */
export const LocaleProvider = ({ children, initial }: LocaleProviderProps) => {
  const [locale, choose] = useState<Locale>(() => initial ?? storedLocale());

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const setLocale = useCallback((next: Locale) => {
    localStorage.setItem(STORAGE_KEY, next);
    choose(next);
  }, []);

  const state = useMemo(() => ({ locale, format: buildFormat(locale), setLocale }), [locale, setLocale]);
  return <LocaleContext value={state}>{children}</LocaleContext>;
};

const useLocaleState = (): LocaleState => {
  const state = use(LocaleContext);
  if (!state) throw new Error('A page stands outside LocaleProvider');
  return state;
};

/** The present language and how to change it. */
export const useLocale = (): Pick<LocaleState, 'locale' | 'setLocale'> => useLocaleState();

/** Numbers, points, days and periods in the forms of the present language. */
export const useFormat = (): Format => useLocaleState().format;

/** The texts of a feature in the present language. */
export const useMessages = <Shape,>(messages: Messages<Shape>): Shape => messages[useLocaleState().locale];

/** Chooses the present language of a text of reference data. */
export const usePickText = (): ((text: Readonly<Record<Locale, string>>) => string) => {
  const { locale } = useLocaleState();
  return useCallback((text) => text[locale], [locale]);
};
