/** The headers that tell where a request comes from. */
export interface RequestOrigin {
  readonly method: string;
  /** The host that the client asked for, with its port. */
  readonly host: string;
  readonly origin: string | undefined;
  readonly secFetchSite: string | undefined;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;

/**
 * Whether a write may have been caused by a page of another site (CSRF).
 * Browsers always send one of the two headers with a write; a client that sends neither is no browser and has no cookies of others.
 */
export const isForeignWrite = ({ method, host, origin, secFetchSite }: RequestOrigin): boolean => {
  if (SAFE_METHODS.has(method)) return false;
  if (secFetchSite !== undefined && secFetchSite !== 'same-origin' && secFetchSite !== 'none') return true;
  return origin !== undefined && hostOf(origin) !== host;
};

/** Whether the host that was asked for is this very machine: any other name was pointed here by someone (DNS rebinding). */
export const isLoopbackHost = (host: string): boolean => LOOPBACK_NAMES.has(host.replace(/:\d+$/, ''));
