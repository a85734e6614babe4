import { join } from 'node:path';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { completeName, decideFileKind } from './file-kind.ts';
import { type FileStore, hashOf, openFileStore } from './file-store.ts';
import { openVirusScanner, type ScannerAddress, type VirusScanner } from './virus-scanner.ts';

/** A file that was looked into and kept. */
export interface AdmittedFile {
  /** Its name with the ending of its kind. */
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
}

/** Files that people send as evidence: looked into before they are kept, and given back as they came. */
export interface EvidenceFiles {
  /** The largest file that is taken, in bytes. */
  readonly limitBytes: number;
  /** Keeps a file, or says why it is not taken. When it answers with a file, that file is on the disk. */
  readonly admit: (file: {
    readonly name: string;
    readonly content: Uint8Array;
  }) => Promise<AdmittedFile | Refusal>;
  /** The content with a hash; undefined when it is not here. */
  readonly read: FileStore['read'];
}

const scan = async (scanner: VirusScanner | undefined, content: Uint8Array): Promise<Refusal | undefined> => {
  const verdict = (await scanner?.(content)) ?? { kind: 'clean' };
  switch (verdict.kind) {
    case 'clean':
      return undefined;
    case 'infected':
      return refuse('file.infected', { signature: verdict.signature });
    case 'unavailable':
      return refuse('file.scan-unavailable', { reason: verdict.reason });
  }
};

/** Opens the door for evidence: by kind, by scanner where there is one, into the store. */
export const openEvidenceFiles = (
  store: FileStore,
  { limitBytes, scanner }: { readonly limitBytes: number; readonly scanner?: VirusScanner | undefined },
): EvidenceFiles => ({
  limitBytes,
  read: store.read,
  admit: async ({ name, content }) => {
    if (content.byteLength > limitBytes) return refuse('file.too-large', { limitBytes });
    const kind = await decideFileKind(name, content);
    const refused = isRefusal(kind) ? kind : await scan(scanner, content);
    // With the hash, so that the record of a refusal says which content it was.
    if (refused) return refuse(refused.code, { ...refused.details, fileName: name, sha256: hashOf(content) });
    if (isRefusal(kind)) return kind;
    const { sha256, size } = await store.keep(content);
    return { name: completeName(name, kind), mediaType: kind.mediaType, sha256, size };
  },
});

/** The folder of a data directory that holds files. */
export const filesDirectory = (dataDirectory: string): string => join(dataDirectory, 'files');

/** Opens the files of a data directory as the operator has set them up. */
export const openFilesOf = async (settings: {
  readonly dataDirectory: string;
  readonly evidenceLimitBytes: number;
  readonly scannerAddress: ScannerAddress | undefined;
}): Promise<EvidenceFiles> =>
  openEvidenceFiles(await openFileStore(filesDirectory(settings.dataDirectory)), {
    limitBytes: settings.evidenceLimitBytes,
    scanner: settings.scannerAddress && openVirusScanner(settings.scannerAddress),
  });
