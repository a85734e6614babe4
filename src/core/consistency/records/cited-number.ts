import { searchKey } from '#core/kernel/text.ts';

/** The number of an official document, taken apart: "108-CTr/HU" is 108 of "ctrhu". */
export interface CitedNumber {
  readonly serial: string;
  /** Letters and digits of the symbol without signs between them: offices set those in several ways. */
  readonly symbol: string;
  /** The number as written, in one case and without spaces. */
  readonly spelling: string;
}

/** Takes a number apart, or undefined when it has no serial number or no symbol. */
export const readCitedNumber = (docNumber: string): CitedNumber | undefined => {
  const spelling = searchKey(docNumber).replace(/\s/gu, '');
  const match = /^(\d+[a-z]?)[/-](.*[a-z].*)$/u.exec(spelling);
  if (!match) return undefined;
  const [, serial = '', symbol = ''] = match;
  return { serial: serial.replace(/^0+(?=\d)/u, ''), symbol: symbol.replace(/[^a-z0-9]/gu, ''), spelling };
};

/** A kind of document and the letters with which its symbol begins (decree 30/2020/NĐ-CP; party documents: guide 36-HD/VPTW). */
const KIND_LETTERS: Readonly<Record<string, readonly string[]>> = {
  'quyet dinh': ['qd'],
  'nghi quyet': ['nq'],
  'ke hoach': ['kh'],
  'chi thi': ['ct'],
  'nghi dinh': ['nd'],
  'thong tu': ['tt'],
  'chuong trinh': ['ctr'],
  'thong bao': ['tb'],
  'ket luan': ['kl'],
  'bao cao': ['bc'],
  'to trinh': ['ttr'],
  'huong dan': ['hd'],
};

/** Other kinds whose letters a symbol may begin with; only a known kind can contradict the name of another. */
const LETTERS = [...new Set(Object.values(KIND_LETTERS).flat())].toSorted((a, b) => b.length - a.length);

const lettersOf = (spelling: string): string | undefined => {
  const segment = /^\d+[a-z]?[/-](?:\d{4}[/-])?([a-z]+)/u.exec(spelling)?.[1];
  return LETTERS.find((letters) => letters === segment);
};

/**
 * Whether the symbol names another kind than the words before it ("Nghị quyết số 04-KH/TU"). What a decision puts in force
 * bears the number of the decision.
 */
export const contradictsKind = (docType: string, docNumber: string): boolean => {
  const expected = KIND_LETTERS[searchKey(docType)];
  const letters = lettersOf(searchKey(docNumber).replace(/\s/gu, ''));
  return expected !== undefined && letters !== undefined && letters !== 'qd' && !expected.includes(letters);
};

/** Endings of symbols and the issuers who use them, in search-key form. */
const ISSUERS: readonly (readonly [symbol: RegExp, issuer: RegExp])[] = [
  [/-ttg$/u, /thu tuong|ttcp|ttg/u],
  [/-cp$/u, /chinh phu/u],
  [/\/qh\d+$/u, /quoc hoi/u],
  [/[/-][bs]?kh&?cn$|\/bkhcn-/u, /khoa hoc|kh ?(?:&|va)? ?cn/u],
  [/-btttt$|\/btttt-/u, /thong tin va truyen thong|tt ?(?:&|va)? ?tt/u],
  [/\/[a-z]+-stttt$|\/stttt-/u, /thong tin va truyen thong|tt ?(?:&|va)? ?tt/u],
  [/-hdnd$/u, /hoi dong nhan dan|hdnd/u],
  [/\/hu$/u, /huyen uy|huyen/u],
];

/** Whether the symbol belongs to another office than the one that is named as the issuer. */
export const contradictsIssuer = (issuer: string, docNumber: string): boolean => {
  const spelling = searchKey(docNumber).replace(/\s/gu, '');
  const known = ISSUERS.find(([symbol]) => symbol.test(spelling));
  return known !== undefined && !known[1].test(searchKey(issuer));
};
