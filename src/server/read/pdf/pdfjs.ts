import { getDocument, OPS } from 'unpdf/pdfjs';

// The library of PDF expects an engine later than the oldest Node that runs this.
const buffers = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer };
buffers.transferToFixedLength ??= function (this: ArrayBuffer, length?: number) {
  return this.slice(0, length);
};

/** What a page is painted with: operators and their arguments. */
export interface PdfOperators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** A font as far as words are told from it. */
export interface PdfFont {
  readonly name?: string;
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
}

/** A page of an open document. */
export interface PdfPage {
  readonly getOperatorList: (options: { readonly annotationMode: number }) => Promise<PdfOperators>;
  readonly getViewport: (options: { readonly scale: number }) => {
    readonly transform: readonly number[];
    readonly width: number;
    readonly height: number;
  };
  readonly commonObjs: {
    readonly has: (name: string) => boolean;
    readonly get: (name: string) => PdfFont | null;
  };
  readonly cleanup: () => void;
}

/** An open document. */
export interface PdfDocument {
  readonly numPages: number;
  readonly getPage: (number: number) => Promise<PdfPage>;
}

/** An open document, and how to let go of it. */
export interface OpenPdf {
  readonly document: PdfDocument;
  readonly close: () => Promise<void>;
}

// What the library throws has no stack of its own, or one that leads into it.
const isOfLibrary = (reason: unknown): boolean =>
  typeof reason === 'object' &&
  reason !== null &&
  (!Object.hasOwn(reason, 'stack') || String((reason as Error).stack).includes('unpdf'));

const bear = (reason: unknown): void => {
  if (!isOfLibrary(reason)) throw reason;
};

let openDocuments = 0;

/** In a broken file the library leaves promises that it never looks at again: they must not end the process. */
const bearRejections = (): void => {
  openDocuments += 1;
  if (openDocuments === 1) process.on('unhandledRejection', bear);
};
const endBearing = (): void => {
  openDocuments -= 1;
  if (openDocuments === 0) process.off('unhandledRejection', bear);
};

/** Opens a document: no script is run, no font or file is fetched, no picture is decoded. Throws on what is no sound PDF or is locked. */
export const openPdf = async (content: Uint8Array): Promise<OpenPdf> => {
  bearRejections();
  const task = getDocument({
    // The library takes the bytes for itself.
    data: Uint8Array.from(content),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    verbosity: 0,
  });
  const close = async (): Promise<void> => {
    await task.destroy();
    // A rejection is told of after all that waits has had its turn.
    setImmediate(endBearing);
  };
  try {
    return { document: (await task.promise) as unknown as PdfDocument, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Pages without the notes that readers stick on them. */
export const WITHOUT_ANNOTATIONS = { annotationMode: 0 } as const;

/** Numbers of the operators by their names. */
export const OPERATORS: Readonly<Record<string, number>> = OPS;
