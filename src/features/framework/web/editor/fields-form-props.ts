import type { ComponentType } from 'react';
import type { Thing } from '#core/scoring/definition/blank-thing.ts';
import type { Fields } from '#core/scoring/definition/field-shape.ts';

/** What a form of members is given. */
export interface FieldsFormProps {
  readonly fields: Fields;
  readonly thing: Thing;
  readonly onChange: (thing: Thing) => void;
  /** Members that are edited elsewhere. */
  readonly omitted?: readonly string[];
}

/** The form that fields with members of their own show them in: it is given to them, as they are a part of it. */
export type MembersForm = ComponentType<FieldsFormProps>;
