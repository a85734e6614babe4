/** The languages of the interface; the first is the default. */
export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The same tree of texts in another language: sentences for sentences, functions with the same inputs. */
export type SameShape<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: SameShape<T[Key]> };

/** One tree of texts per language. */
export type Messages<Shape> = Readonly<Record<Locale, Shape>>;

/** Joins the Vietnamese texts of a feature with their English ones. A text that one lacks does not compile. */
export const defineMessages = <const T>(messages: {
  readonly vi: T;
  readonly en: SameShape<NoInfer<T>>;
}): Messages<SameShape<T>> => messages as Messages<SameShape<T>>;
