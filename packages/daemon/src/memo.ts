import type { HostConfiguration } from "./objects.js";

/**
 * What many rules ask of one host, worked out once. It is kept with the host and goes with it; a host is a value that
 * never changes, so nobody can tell.
 */
export function perHost<T>(work: (host: HostConfiguration) => T): (host: HostConfiguration) => T {
  const known = new WeakMap<HostConfiguration, { readonly result: T }>();
  return (host) => {
    const earlier = known.get(host);
    if (earlier) return earlier.result;
    const result = work(host);
    known.set(host, { result });
    return result;
  };
}
