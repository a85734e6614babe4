import { en } from './en.ts';
import { defineMessages } from './messages.ts';
import { vi } from './vi.ts';

/** The texts that every page may use: the shell, the kit, refusals, certainty and states. */
export const sharedMessages = defineMessages({ vi, en });
