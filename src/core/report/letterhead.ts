import type { OrganizationKind } from '#core/organization/organization.ts';
import type { DocumentHead } from './official-document.ts';
import { provinceWords, type Province } from './province.ts';
import { signAs, type SignatureBlock } from './signature.ts';

/** An organization as its papers name it. */
export interface Issuer {
  readonly name: string;
  readonly kind: OrganizationKind;
  /** "Sở KH&CN"; null where none is known. */
  readonly abbreviation: string | null;
}

/** Code of the organization in whose name papers of the province are issued. */
export const PROVINCE_ISSUER = 'UBND_TINH';

/** What of the head and the close of a paper follows from who issues it. */
export interface Letterhead {
  readonly parentBody: string | null;
  readonly issuingBody: readonly string[];
  readonly issuerName: string;
  /** Letters of the issuer in the symbol of a document: "UBND", "SKH&CN". */
  readonly symbol: string;
  readonly place: string;
  readonly signature: SignatureBlock;
}

const COMMITTEE = { body: 'Ủy ban nhân dân', head: 'Chủ tịch', deputy: 'Phó Chủ tịch' } as const;
const COMMUNES: readonly OrganizationKind[] = ['commune', 'ward', 'special-zone'];

const committeeOf = (province: Province): string => `${COMMITTEE.body} ${provinceWords(province).named}`;

/** The people's committee of a province; a deputy signs for its chairperson. */
export const provinceLetterhead = (province: Province): Letterhead => ({
  parentBody: null,
  issuingBody: [COMMITTEE.body, provinceWords(province).named],
  issuerName: committeeOf(province),
  symbol: 'UBND',
  place: province.name,
  signature: signAs('collective-deputy', COMMITTEE),
});

/** An organization as papers speak of it: of a commune its people's committee acts and is written to. */
export const bodyName = ({ name, kind }: Pick<Issuer, 'name' | 'kind'>): string =>
  COMMUNES.includes(kind) ? `${COMMITTEE.body} ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;

const communeLetterhead = ({ name, kind }: Issuer): Letterhead => ({
  parentBody: null,
  issuingBody: [COMMITTEE.body, name],
  issuerName: bodyName({ name, kind }),
  symbol: 'UBND',
  place: name.replace(/^(?:xã|phường|đặc khu)\s+/iu, ''),
  signature: signAs('collective', COMMITTEE),
});

const HEADS: readonly (readonly [RegExp, string])[] = [
  [/^Sở /u, 'Giám đốc'],
  [/^Công an /u, 'Giám đốc'],
  [/^Văn phòng /u, 'Chánh Văn phòng'],
  [/^Thanh tra /u, 'Chánh Thanh tra'],
  [/^Ban /u, 'Trưởng ban'],
  [/^Bảo hiểm /u, 'Giám đốc'],
  [/^Trung tâm /u, 'Giám đốc'],
];

const headOf = (name: string): string => HEADS.find(([words]) => words.test(name))?.[1] ?? 'Thủ trưởng';

// "Sở KH&CN" → "SKH&CN": words in small letters give their first.
const symbolOf = ({ name, abbreviation }: Issuer): string =>
  (abbreviation ?? name)
    .split(/[\s,]+/u)
    .map((word) => (word === word.toUpperCase() ? word : word.charAt(0).toUpperCase()))
    .join('');

/** The papers of an agency of a province, or of one of its communes; its head signs. */
export const letterheadOf = (issuer: Issuer, province: Province): Letterhead =>
  COMMUNES.includes(issuer.kind)
    ? communeLetterhead(issuer)
    : {
        parentBody: committeeOf(province),
        issuingBody: [issuer.name],
        issuerName: issuer.name,
        symbol: symbolOf(issuer),
        place: province.name,
        signature: signAs('head', {
          ...{ body: issuer.name, head: headOf(issuer.name) },
          deputy: `Phó ${headOf(issuer.name)}`,
        }),
      };

/** The head of a paper of an issuer, its number and day left blank. */
export const headOfPaper = (
  { parentBody, issuingBody, issuerName, symbol, place }: Letterhead,
  paper: Pick<DocumentHead, 'kind' | 'subject' | 'year'> & { readonly typeSymbol: string },
): DocumentHead => ({
  ...{ parentBody, issuingBody, issuerName, place },
  number: null,
  issuedOn: null,
  symbol: paper.kind === 'dispatch' ? `${symbol}-${paper.typeSymbol}` : `${paper.typeSymbol}-${symbol}`,
  ...{ kind: paper.kind, subject: paper.subject, year: paper.year },
});
