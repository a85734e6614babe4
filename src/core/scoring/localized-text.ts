/** A text of reference data in both languages of the product. */
export interface LocalizedText {
  readonly vi: string;
  readonly en: string;
}
