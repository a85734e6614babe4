import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

/** Networks that are nobody's in public: the own machine, inner networks, what is reserved (RFC 6890, RFC 4193, RFC 4291). */
const INNER: readonly (readonly [network: string, prefix: number, type: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
];

const blocked = new BlockList();
for (const [network, prefix, type] of INNER) blocked.addSubnet(network, prefix, type);

// Of the sixth version only the addresses that are handed out to networks are public.
const handedOut = new BlockList();
handedOut.addSubnet('2000::', 3, 'ipv6');
const reserved = new BlockList();
reserved.addSubnet('2001::', 23, 'ipv6');
reserved.addSubnet('2001:db8::', 32, 'ipv6');
reserved.addSubnet('2002::', 16, 'ipv6');

/** Whether an address of the Internet protocol is one that everybody can reach. */
export const isPublicAddress = (address: string): boolean => {
  if (isIPv6(address)) return handedOut.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
  return isIP(address) === 4 && !blocked.check(address, 'ipv4');
};

const notPublic = (): NodeJS.ErrnoException =>
  Object.assign(new Error('The name leads to an inner network'), { code: 'ENOTPUBLIC' });

/**
 * Looks names up, and refuses one that leads into an inner network. The answer is the very address that is connected to, so
 * that a name can't lead elsewhere in between.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, '', 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(notPublic(), '', 0);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};
