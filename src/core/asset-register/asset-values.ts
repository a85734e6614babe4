/** A text, the code of a choice, `yes` or `no`, a day, or several days in order. */
export type AssetValue = string | readonly string[];

/** What an entry says, by field; what it does not say is blank and left out. */
export type AssetValues = Readonly<Record<string, AssetValue>>;
