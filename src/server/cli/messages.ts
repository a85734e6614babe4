import { defineMessages } from '#web/i18n/messages.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

const messages = defineMessages({ vi, en });

type Text = string | ((value: string) => string);
type TextKey<Kind> = {
  [Key in keyof typeof vi]: (typeof vi)[Key] extends Kind ? Key : never;
}[keyof typeof vi];

/** A text of the command line in both languages, side by side. */
export const both = (key: TextKey<string>): string => `${messages.vi[key]} · ${messages.en[key]}`;

/** A text that mentions something, in both languages, one line each. */
export const bothAbout = (key: TextKey<Exclude<Text, string>>, value: string): readonly string[] => [
  messages.vi[key](value),
  messages.en[key](value),
];
