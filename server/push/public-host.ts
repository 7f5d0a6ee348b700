import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Everything that is not the public internet: this machine, its network, clouds' metadata, multicast, documentation. */
const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only what is given out to the world (2000::/3) is public; of that, 6to4, Teredo and documentation are not. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

/** Is this IP address one of the public internet? */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !PRIVATE.check(address, 'ipv4');
  return family === 6 && GLOBAL.check(address, 'ipv6') && !PRIVATE.check(address, 'ipv6');
}

/** Why an address is none to push to, or null. `loopback` lets `http://127.0.0.1:…` be one, for tests. */
export function findEndpointFault(endpoint: string, { loopback }: { loopback: boolean }): string | null {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url === null) return 'not an address';
  if (url.username !== '' || url.password !== '') return 'must hold no password';
  if (loopback && url.hostname === '127.0.0.1') return null;
  if (url.protocol !== 'https:') return 'must be https';
  if (url.port !== '') return 'must be on the usual port';
  const host = url.hostname;
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return 'must name its host';
  if (
    !host.includes('.') ||
    /\.(local|localhost|internal|lan|home|arpa|test|invalid|example)\.?$/i.test(host)
  )
    return 'must be a host of the public internet';
  return null;
}

/**
 * Looks names up for a request and refuses what leads into private networks, whatever the name says now: the very
 * address that was checked is the one connected to.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const bad = addresses.find(({ address }) => !isPublicAddress(address));
    const [first] = addresses;
    if (bad || !first) return callback(new PrivateHost(hostname), '', 0);
    if (options.all) return callback(null, addresses as never, 0);
    callback(null, first.address, first.family);
  });
};

/** The name leads to an address that is not public. */
export class PrivateHost extends Error {
  constructor(hostname: string) {
    super(`${hostname} is not on the public internet`);
    this.name = 'PrivateHost';
  }
}
