import { useMemo } from 'react';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { assetMessages } from './messages.ts';
import type { ValueWording } from './value-words.ts';

/** The words of the present language; the object stays the same until the language changes. */
export const useWording = (): ValueWording => {
  const words = useMessages(assetMessages);
  const format = useFormat();
  const pick = usePickText();
  return useMemo(() => ({ words, format, pick }), [words, format, pick]);
};
