import { createContext, use, useMemo } from 'react';
import type { SubmissionForm } from '#contract/submission.ts';
import { useFormat, useLocale, useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import type { AnswerSaver } from './answer-saver.ts';
import type { AnswerLanguage } from './describe-answer.ts';
import type { CellLanguage } from './enter-answer.ts';
import { formMessages } from './messages.ts';

/** What every part of an open form needs. */
export interface OpenForm {
  readonly form: SubmissionForm;
  readonly saver: AnswerSaver;
  readonly cellLanguage: CellLanguage;
  readonly language: AnswerLanguage;
  /** The person may raise difficulties. */
  readonly mayRaise: boolean;
}

const OpenFormContext = createContext<OpenForm | undefined>(undefined);
export const OpenFormProvider = OpenFormContext.Provider;

/** The open form. Only parts within `OpenFormProvider` may ask. */
export const useOpenForm = (): OpenForm => {
  const open = use(OpenFormContext);
  if (!open) throw new Error('A part of a form stands outside OpenFormProvider');
  return open;
};

/** Puts together what the parts of an open form need. */
export const useBuiltForm = (form: SubmissionForm, saver: AnswerSaver, mayRaise: boolean): OpenForm => {
  const words = useMessages(formMessages);
  const { problems } = useMessages(sharedMessages);
  const format = useFormat();
  const { locale } = useLocale();
  return useMemo(() => {
    const items = form.groups.flatMap(({ indicators }) =>
      indicators.flatMap((indicator) => indicator.items.map(({ item }) => [item.code, item] as const)),
    );
    const { yes, no, blank, notApplicable } = words;
    return {
      ...{ form, saver, mayRaise },
      cellLanguage: { locale, words: { yes, no, blank, notApplicable } },
      language: { words, format, locale, problems, items: new Map(items) },
    };
  }, [form, saver, mayRaise, words, format, locale, problems]);
};
