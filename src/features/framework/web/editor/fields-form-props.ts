import type { ReactNode } from 'react';
import type { Fields } from '#core/scoring/definition/field-shape.ts';

/** What a form of members is given. */
export interface FieldsFormProps<Thing extends object> {
  readonly fields: Fields;
  readonly thing: Thing;
  readonly onChange: (thing: Thing) => void;
  /** Members that are edited elsewhere. */
  readonly omitted?: readonly string[];
}

/** The form that fields with members of their own show them in: it is given to them, as they are a part of it. */
export type MembersForm = <Thing extends object>(props: FieldsFormProps<Thing>) => ReactNode;

export const isThing = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A member of a thing by its name; undefined when it has none. */
export const memberOf = (thing: object, name: string): unknown => new Map(Object.entries(thing)).get(name);

/** A thing with another member, or without it when the member is undefined. */
export const withMember = <Thing extends object>(thing: Thing, name: string, value: unknown): Thing => {
  const members = Object.entries(thing).filter(([key]) => key !== name || value !== undefined);
  const changed = new Map<string, unknown>(members);
  if (value !== undefined) changed.set(name, value);
  // Safe: forms hold the shapes of the thing's own type (`FieldsOf`), and each field gives a value of its shape.
  return Object.fromEntries(changed) as Thing;
};
