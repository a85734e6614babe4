/**
 * In whose place a person signs: the head alone, on behalf of a collective body (TM.), as a deputy (KT.), by mandate
 * (TL. thừa lệnh, TUQ. thừa ủy quyền), or as acting head (Q.).
 */
export const SIGNING_CAPACITIES = [
  'head',
  'collective',
  'collective-deputy',
  'deputy',
  'order',
  'mandate',
  'acting',
] as const;
export type SigningCapacity = (typeof SIGNING_CAPACITIES)[number];

/** Capacities in which somebody else than the head signs: the signature names that person's office too. */
export const CAPACITIES_WITH_OFFICE: readonly SigningCapacity[] = [
  'collective-deputy',
  'deputy',
  'order',
  'mandate',
];

/** Offices that a signature names. */
export interface SigningOffices {
  /** The collective body: "Ủy ban nhân dân". */
  readonly body: string;
  /** Its head: "Chủ tịch". */
  readonly head: string;
  /** The office of who signs in the head's place: "Phó Chủ tịch". */
  readonly deputy: string;
}

/** Who signs. */
export interface SignatureBlock {
  readonly capacity: SigningCapacity;
  readonly offices: SigningOffices;
  /** Lines above the signature, in the order of the decree: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
  readonly authority: readonly string[];
  /** Name below the signature; null while it is open who signs. */
  readonly signer: string | null;
}

const LINES: Readonly<Record<SigningCapacity, (offices: SigningOffices) => readonly string[]>> = {
  head: ({ head }) => [head],
  collective: ({ body, head }) => [`TM. ${body}`, head],
  'collective-deputy': ({ body, head, deputy }) => [`TM. ${body}`, `KT. ${head}`, deputy],
  deputy: ({ head, deputy }) => [`KT. ${head}`, deputy],
  order: ({ head, deputy }) => [`TL. ${head}`, deputy],
  mandate: ({ head, deputy }) => [`TUQ. ${head}`, deputy],
  acting: ({ head }) => [`Q. ${head}`],
};

/** The lines above a signature in upper case, as box 7a of the decree has them. */
export const signAs = (
  capacity: SigningCapacity,
  offices: SigningOffices,
  signer: string | null = null,
): SignatureBlock => ({
  ...{ capacity, offices, signer },
  authority: LINES[capacity](offices).map((line) => line.toUpperCase()),
});
