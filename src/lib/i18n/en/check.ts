import type { CheckReason } from '$lib/core/check';
import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const check = {
	question: 'May I go in here?',
	here: {
		button: 'Check here',
		again: 'Check here again',
		asking: 'Finding your position …',
		improving: ({ accuracy }: { accuracy: string }) =>
			`Known to within ${accuracy}; still improving …`,
		stop: 'Use this position',
		onDevice: 'Your position stays on this device. It is not sent or stored.',
		refused: 'This device did not allow Cordon to use its position.',
		refusedHelp:
			'Allow location for this page in the browser’s settings, or check by name, coordinates or map below.',
		unavailable: 'The device could not find its position.',
		unavailableHelp:
			'Go where the sky is visible and try again, or check by name, coordinates or map below.',
		timeout: 'Finding the position took too long.',
		insecure: 'This browser gives its position to secure (https) pages only.',
		insecureHelp: 'Open Cordon at its https address, or check by name, coordinates or map below.'
	},
	other: {
		title: 'Check another place',
		label: 'Name, town, address or coordinates',
		hint: 'Any script, former names too. Coordinates in degrees or MGRS.',
		example: 'e.g. 42.6629, 21.1655',
		submit: 'Check',
		onMap: 'Pick on a map',
		closeMap: 'Close the map',
		mapHint: 'Tap the place, or move the map until the cross is on it.',
		mapLabel: 'Map to pick the place to check',
		checkCentre: 'Take the cross',
		notCoordinates:
			'This looks like coordinates but cannot be read. Examples: 42.6629, 21.1655 · 42°39′46″N 21°09′56″E · 34TEN1353123475',
		found: ({ count }: { count: number }) =>
			plural(count, {
				one: '# entry of the list matches',
				other: '# entries of the list match'
			}),
		showAll: ({ count }: { count: number }) =>
			plural(count, { one: 'Show # more', other: 'Show # more' }),
		matchedName: ({ name }: { name: string }) => `matched “${name}”`
	},
	verdict: {
		inside: 'Off-Limits',
		near: 'Off-Limits close by',
		notListed: 'Not on the list',
		unknown: 'Cannot tell'
	},
	/** What the verdict says, in one or two sentences, by core/check's reason. */
	reason: {
		insidePlace: 'An Off-Limits place is right here. Do not enter. If you are in it, leave now.',
		insideBuffer:
			'This is within the distance that the directive keeps around an Off-Limits place. Do not stay here.',
		insideZone: 'This is inside an Off-Limits zone. Leave it by the shortest way.',
		insideCurfew: 'A curfew is in force here now. Leave the area unless your duty exempts you.',
		nameListed: 'A place of this name is on the Off-Limits list. Do not enter it.',
		nearPlace: 'You are outside, but an Off-Limits place is close. Do not go nearer.',
		cannotTell:
			'The position is not exact enough to tell whether this is inside the Off-Limits place below. Treat it as Off-Limits.',
		outsideCurfewHours:
			'A curfew applies here at other hours. Note when it begins and be gone by then.',
		nameSimilar:
			'The list has entries with this or a similar name, address or town. Compare them before you go in anywhere.',
		nothingListed: 'No place on the list is at or near this position.',
		nameNotListed:
			'No entry of the list has this name or address. Names change and are spelt in many ways: check the position too.',
		noList: 'This device holds no list to answer from. Connect once, then try again.',
		listStale:
			'The list on this device has not been confirmed for too long. Connect to renew it, or ask your chain of command.',
		listNotYetEffective:
			'By this device’s clock the list is not in force yet. Check date and time of the device.',
		clockWrong: 'The clock of this device is wrong, so the age of the list is unknown. Correct it.',
		positionMissing: 'There is no position to check. Try again, or check by name or coordinates.',
		positionPoor:
			'The position is too inexact to answer. Wait for a better one, or check by name or coordinates.',
		outsideCoverage:
			'This position is outside the area that the mission’s list covers. Ask your chain of command.',
		queryEmpty: 'Enter a name, a town, an address or coordinates.'
	} satisfies Record<CheckReason, string>,
	noneInForce: 'This mission has not published an Off-Limits list yet.',
	distance: {
		inside: 'Inside',
		away: ({ distance }: { distance: string }) => `${distance} away`,
		atMost: ({ distance }: { distance: string }) => `within ${distance}`,
		uncertainty: ({ distance }: { distance: string }) => `± ${distance}`,
		buffer: ({ distance }: { distance: string }) => `Binding within ${distance} of the place`
	},
	position: {
		title: 'Position checked'
	},
	todo: {
		title: 'What to do',
		inside: [
			'Do not enter. If you are inside, leave now.',
			'Do not wait for others at the door or in a vehicle outside.',
			'If you believe someone is being exploited there, do not intervene: tell the focal point.'
		],
		near: [
			'Stay away from the place named below and from its surroundings.',
			'Check again before you enter anything here.'
		],
		notListed: [
			'Not being on the list does not make a place acceptable.',
			'If a place looks wrong, leave and report it.'
		],
		unknown: ['Do not take this as an answer. Ask your chain of command before you go in.']
	},
	neighbours: ({ count }: { count: number }) =>
		plural(count, { one: '# listed place near', other: '# listed places near' }),
	consequence: {
		title: ({ category }: { category: string }) => `If you disregard this (${category})`,
		general: 'Not complying with an Off-Limits directive is misconduct.'
	},
	everywhere: {
		title: 'Off-Limits everywhere in the mission area',
		exceptions: ({ text }: { text: string }) => `Exception: ${text}`,
		kind: ({ kind }: { kind: string }) => `Every place of this kind: ${kind}`
	},
	standards:
		'The United Nations standards of conduct hold everywhere and at all hours, on the list or not. Exchanging money, employment, goods or services for sex is prohibited. So is any sexual activity with a person under 18, whatever the local age of consent.',
	contacts: {
		title: 'Whom to ask or tell',
		call: ({ name }: { name: string }) => `Call ${name}`,
		mail: ({ name }: { name: string }) => `Write to ${name}`,
		offline: 'These contacts are part of the list and work without a network.'
	},
	list: {
		title: 'The list this answers from',
		sequence: ({ number }: { number: string }) => `List ${number}`,
		inForceSince: ({ date }: { date: string }) => `in force since ${date}`,
		confirmed: ({ ago }: { ago: string }) => `confirmed ${ago}`,
		confirmedJustNow: 'confirmed just now',
		validUntil: ({ date }: { date: string }) => `answers without a network until ${date}`,
		entries: ({ count }: { count: number }) =>
			plural(count, { one: '# entry', other: '# entries' }),
		renew: 'Renew',
		renewing: 'Renewing …',
		open: 'Open the list',
		offline: 'No connection: answering from the copy on this device.',
		signedOut:
			'Your session has ended: answering from the copy on this device. Sign in to renew it.',
		refused: 'You are no longer a member of this mission; its list was removed from this device.',
		malformed: 'What arrived is not a signed list, or was cut off on its way. It was not used.',
		altered: 'The list that arrived was altered on its way and was not used.',
		unsigned:
			'The mission’s key has not signed the list that arrived, so it was not used. It is signed when a Head of Mission opens the desk.',
		signatureWrong:
			'A signature on the list that arrived is wrong, so it was not used. Tell the administrator.',
		chainBroken:
			'The keys that came with the list do not follow from one another, so it was not used. Tell the administrator.',
		keyUnknown:
			'The list that arrived is signed with a key that this device does not know, so it was not used. Compare the key on the page “Keys” with the notice board.',
		keyRetired:
			'The list that arrived is signed with a key that had been handed over before, so it was not used. Tell the administrator.',
		keyRevoked:
			'The list that arrived is signed with a key that was revoked, so it was not used. Tell the administrator.',
		otherMission: 'The list that arrived is of another mission and was not used.',
		forked:
			'The server offered a list that contradicts one of the same number on this device; it was not used. Tell the administrator.',
		older:
			'The server offered an older list than the one on this device; it was not used. Tell the administrator.',
		insecure:
			'Without https this browser cannot verify the list. Open Cordon at its https address.',
		stale: 'Too old to answer from',
		signed: ({ key }: { key: string }) => `signature verified, key ${key}`
	},
	entry: {
		since: ({ date }: { date: string }) => `Listed since ${date}`,
		lapses: ({ date }: { date: string }) => `Emergency measure; lapses ${date} unless confirmed`,
		directive: ({ number, version }: { number: string; version: string }) =>
			`Directive ${number}, version ${version}`,
		doesNotBind: ({ category }: { category: string }) =>
			`This directive does not name ${category}. The standards of conduct still apply to you.`,
		exempt: ({ text }: { text: string }) => `Exempt: ${text}`,
		curfew: ({ from, until }: { from: string; until: string }) => `Curfew ${from} to ${until}`,
		days: ({ days }: { days: string }) => `on ${days}`,
		everyDay: 'every day',
		more: 'More about this entry',
		unnamed: 'Place without a name'
	}
};
