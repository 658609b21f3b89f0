export const keys = {
	title: 'Keys',
	lead: 'Every published list is signed with the mission’s key. Whoever knows the fingerprint of that key can tell a genuine list from any other, years later and without this server.',
	none: 'No key has been made yet',
	noneHint: 'The mission’s first key is made when a Head of Mission opens the desk.',
	number: ({ number }: { number: string }) => `Key ${number}`,
	since: ({ date }: { date: string }) => `In use since ${date}`,
	fingerprint: 'Fingerprint (SHA-256 of the public key)',
	print: 'Print the notice',
	download: 'Download the signed list',
	notice: {
		title: ({ mission }: { mission: string }) => `The key of ${mission}`,
		how: 'Scan the code with the phone on which you use Cordon, or compare the fingerprint with the one on its page “Keys”. They must be the same. Trust no Off-Limits list that is signed with another key.',
		code: 'A code that opens the page “Keys” with this fingerprint',
		posted: 'Posted by (name, date, signature)'
	},
	device: {
		title: 'This device',
		asking: 'Comparing with what this device knows …',
		trusts: 'This device trusts this key. A list that is signed with any other is refused here.',
		noList: 'The mission has published no list yet, so this device knows no key.',
		unknown: ({ known }: { known: string }) =>
			`This device trusts another key, ${known}, and nothing signed leads from that one to the key above. Compare the fingerprint above with the notice board before you go on.`,
		trust: 'They are the same: trust the key above',
		matches: 'The notice you scanned names the key above.',
		differs: ({ scanned }: { scanned: string }) =>
			`The notice you scanned names another key, ${scanned}. Use no list from this server and tell the Head of Mission’s office.`
	},
	history: {
		title: 'All keys of the mission',
		since: 'Since',
		fromList: 'From list',
		signs: 'Signs now',
		handedOver: ({ number }: { number: string }) => `Handed over to key ${number}`,
		revoked: ({ reason }: { reason: string }) => `Revoked: ${reason}`
	},
	act: {
		title: 'For the Head of Mission',
		rotate: 'Rotate the key',
		rotateLead:
			'A new key takes over from the list in force on. The present key signs the hand-over, so devices follow by themselves. Print the new notice afterwards.',
		revoke: 'Revoke a key',
		revokeLead:
			'For a key that may be in wrong hands. If it is the one that signs, a new one takes its place first. This is published and cannot be taken back.',
		which: 'Key',
		reason: 'Reason, as it will be published',
		begin: 'Begin with a new key',
		beginLead:
			'The private key is not on this server, so nothing can be signed. Bring back its file from a backup if you can. Otherwise begin anew: every device will ask its user to compare the new notice.',
		rotated: 'A new key signs from now on. Print its notice.',
		revoked: 'The key is revoked.'
	}
};
