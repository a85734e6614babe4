import { createContext, use } from 'react';
import type { DataItem } from '#core/scoring/data-value.ts';

/** What the fields of a form need from around them. */
interface FormSurroundings {
  /** The data items that rules may read. */
  readonly items: readonly DataItem[];
}

const FormContext = createContext<FormSurroundings>({ items: [] });

export const FormSurroundingsProvider = FormContext;
export const useFormSurroundings = (): FormSurroundings => use(FormContext);
