export const fingerprintGroups = (fingerprint: string): string[] =>
	fingerprint.match(/.{1,4}/g) ?? [];

/** Enough to tell two keys of one mission apart at a glance; never enough to trust one. */
export const shortFingerprint = (fingerprint: string): string =>
	fingerprintGroups(fingerprint).slice(0, 2).join(' ');
