import { defineMessages } from '#web/i18n/messages.ts';
import { en } from './difference-fields.en.ts';
import { vi } from './difference-fields.vi.ts';

type FieldWords = typeof vi;

/** Names of the facts in which two readings of an item can differ. */
export const differenceFieldWords = defineMessages({ vi, en });

/** The name of a fact; one that is not known keeps its code. */
export const nameDifference = (field: string, words: FieldWords): string =>
  Object.hasOwn(words, field) ? words[field as keyof FieldWords] : field;
