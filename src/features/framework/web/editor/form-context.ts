import { createContext, use } from 'react';
import type { DataItem } from '#core/scoring/data-value.ts';

/** An organization as one is chosen from the register. */
export interface OrganizationChoice {
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly aliases: readonly string[];
  /** The last day of its existence, when it has ended. */
  readonly validTo: string | null;
}

/** What the fields of a form need from around them. */
interface FormSurroundings {
  /** The data items that rules may read. */
  readonly items: readonly DataItem[];
  /** The organizations of the register; none while they load. */
  readonly organizations: readonly OrganizationChoice[];
}

const FormContext = createContext<FormSurroundings>({ items: [], organizations: [] });

export const FormSurroundingsProvider = FormContext;
export const useFormSurroundings = (): FormSurroundings => use(FormContext);
