import { MEDIA_TYPES } from '#core/kernel/media-types.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { holdsZip, openOfficePackage, type OfficePackage } from './office-package.ts';
import { isJpeg, isPng, isWholeJpeg, isWholePng } from './picture.ts';

/** A kind of file that is taken as evidence. */
export interface FileKind {
  readonly mediaType: string;
  /** Endings that names of such files have; the first is given to a name without one. */
  readonly endings: readonly [string, ...string[]];
}

const KINDS = {
  pdf: { mediaType: MEDIA_TYPES.pdf, endings: ['pdf'] },
  docx: {
    mediaType: MEDIA_TYPES.docx,
    endings: ['docx'],
  },
  xlsx: { mediaType: MEDIA_TYPES.xlsx, endings: ['xlsx'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
} as const satisfies Readonly<Record<string, FileKind>>;

type KindRefusal = Refusal<
  | 'file.empty'
  | 'file.unsupported-kind'
  | 'file.old-office'
  | 'file.macros'
  | 'file.disguised'
  | 'file.broken'
  | 'file.too-complex'
>;

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;
const HEAD_BYTES = 1024;
// Where readers of PDF look for its end.
const TAIL_BYTES = 2048;
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe)\b/i;

const textOf = (content: Uint8Array): string => Buffer.from(content).toString('latin1');

const startsWith = (content: Uint8Array, text: string): boolean =>
  textOf(content.subarray(0, text.length)) === text;

// Programs that look for a document anywhere in a file would find another one in it than we do.
const isTwoThings = (content: Uint8Array): boolean => {
  const head = textOf(content.subarray(0, HEAD_BYTES));
  return holdsZip(content) || head.indexOf('%PDF-', 1) > 0 || MARKUP.test(head);
};

const decideWhole = (kind: FileKind, content: Uint8Array, isWhole: boolean): FileKind | KindRefusal => {
  if (!isWhole) return refuse('file.broken', { kind: kind.endings[0] });
  return isTwoThings(content) ? refuse('file.disguised', { reason: 'two-kinds' }) : kind;
};

const mainType = (format: string): string =>
  `application/vnd.openxmlformats-officedocument.${format}.main+xml`;

const hasMacros = ({ names, types, fetches }: OfficePackage): boolean =>
  fetches ||
  /macroEnabled|vbaProject|activeX/i.test(types) ||
  names.some((name) => /vbaProject\.bin$|vbaData\.xml$|\/activeX\/|\/macrosheets\//i.test(name));

const UNSUPPORTED = { kinds: Object.keys(KINDS) };

const decideOffice = async (content: Uint8Array): Promise<FileKind | KindRefusal> => {
  const opened = await openOfficePackage(content);
  if (isRefusal(opened)) return opened;
  if (hasMacros(opened)) return refuse('file.macros');
  const kind = opened.types.includes(mainType('wordprocessingml.document'))
    ? KINDS.docx
    : opened.types.includes(mainType('spreadsheetml.sheet'))
      ? KINDS.xlsx
      : undefined;
  return kind ?? refuse('file.unsupported-kind', UNSUPPORTED);
};

const decideByContent = async (content: Uint8Array): Promise<FileKind | KindRefusal> => {
  if (content.byteLength === 0) return refuse('file.empty');
  if (startsWith(content, '%PDF-')) {
    const tail = textOf(content.subarray(-TAIL_BYTES));
    return decideWhole(KINDS.pdf, content, tail.includes('%%EOF'));
  }
  if (isPng(content)) return decideWhole(KINDS.png, content, isWholePng(content));
  if (isJpeg(content)) return decideWhole(KINDS.jpeg, content, isWholeJpeg(content));
  if (startsWith(content, 'PK\u0003\u0004')) return decideOffice(content);
  // The old formats of Word and Excel, and documents that a password locks.
  if (OLD_OFFICE.every((byte, place) => content[place] === byte)) return refuse('file.old-office');
  return refuse('file.unsupported-kind', UNSUPPORTED);
};

const endingOf = (name: string): string | undefined =>
  /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase();

/**
 * Tells the kind of a file by its content alone: PDF, Word, Excel, PNG, JPEG. Refuses everything else, macros, archives
 * that unpack to too much, contents that are two things at once, and names that promise another kind.
 */
export const decideFileKind = async (name: string, content: Uint8Array): Promise<FileKind | KindRefusal> => {
  const kind = await decideByContent(content);
  if (isRefusal(kind)) return kind;
  const ending = endingOf(name);
  return ending === undefined || kind.endings.includes(ending)
    ? kind
    : refuse('file.disguised', { reason: 'name', ending, kind: kind.endings[0] });
};

/** A name with the ending of its kind. */
export const completeName = (name: string, { endings }: FileKind): string =>
  endingOf(name) === undefined ? `${name}.${endings[0]}` : name;
