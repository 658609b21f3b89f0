import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const whatIf = {
	lead: 'Try other designations and other places for bases. Nothing here is stored or published; the address keeps the scenario.',
	notOnRecord: 'not on record',

	totals: {
		title: 'Exposure before and after',
		what: 'Exposure to places',
		open: 'not Off-Limits',
		offLimits: 'Off-Limits',
		all: 'all on record',
		before: 'As it is',
		after: 'What if',
		difference: 'Change',
		byRing: 'Near places that are not Off-Limits',
		within: 'Within',
		places: 'Places',
		bases: 'Deployments',
		people: 'Personnel',
		unit: 'Person-places: personnel times the mean over the rings of the places inside.',
		withoutStrength: ({ count }: { count: number }) =>
			plural(count, {
				one: '# deployment in reach has no strength on record and is missing from personnel and exposure.',
				other:
					'# deployments in reach have no strength on record and are missing from personnel and exposure.'
			}),
		doubtful: ({ count }: { count: number }) =>
			plural(count, {
				one: 'For # place the accuracies leave open whether a zone covers it; it counts by its recorded position.',
				other:
					'For # places the accuracies leave open whether a zone covers them; they count by their recorded positions.'
			})
	},

	changes: {
		title: 'The scenario',
		nothing: 'The scenario changes nothing.',
		none: 'Nothing is changed yet. Designate or lift a place in the table or on the map, move a deployment, or ask for the smallest set.',
		designated: ({ name }: { name: string }) => `Designate ${name}`,
		lifted: ({ name }: { name: string }) => `Lift ${name}`,
		moved: ({ name, distance }: { name: string; distance: string }) =>
			`Move ${name} by ${distance}`,
		movedOutline: 'Its outline counts as a point there.',
		unknown: 'Concerns a record that does not exist on this day',
		remove: ({ change }: { change: string }) => `Take back: ${change}`,
		undo: 'Undo',
		clear: 'Start again',
		nominate: 'Nominate',
		nominateNote: 'Nominating opens a case; the scenario itself decides nothing.'
	},

	acts: {
		designate: 'Designate',
		lift: 'Lift',
		takeBack: 'Take back',
		move: 'Move…',
		of: ({ act, name }: { act: string; name: string }) => `${act}: ${name}`
	},

	places: {
		title: 'Places on record',
		standing: 'Status',
		isOpen: 'Not Off-Limits',
		isListed: 'Off-Limits',
		wouldBeListed: 'Off-Limits, what if',
		wouldBeOpen: 'Not Off-Limits, what if',
		byRule: ({ rule }: { rule: string }) => `Off-Limits: ${rule}`,
		act: 'Scenario',
		rules: 'Zones and classes in force',
		rule: ({ kind, name, places }: { kind: string; name: string; places: string }) =>
			`${kind}: ${name} (${places})`
	},

	bases: {
		title: 'Deployments, before and after',
		caption: 'Deployments and the places around them that are not Off-Limits',
		moved: 'Moved…',
		onlyChanged: 'Only those that change'
	},

	move: {
		title: ({ name }: { name: string }) => `Where would ${name} stand?`,
		note: 'Its accuracy stays as on record. On the map the chosen deployment can also be dragged.',
		apply: 'Move it there',
		putBack: 'Put it back'
	},

	smallest: {
		title: 'Smallest set for a target',
		lead: 'The fewest further designations that bring exposure to places not Off-Limits down to a target.',
		target: 'Target',
		targets: {
			mission: 'Exposure of the mission in all',
			base: 'Exposure of each deployment',
			places: 'Places near each deployment'
		},
		atMost: 'At most',
		units: { mission: 'person-places', base: 'person-places', places: 'places' },
		within: 'Within',
		band: 'Counted',
		bands: { measured: 'At recorded positions', possible: 'At most, as the accuracies allow' },
		ask: 'Find',
		met: 'The target is met already.',
		aboveTarget: ({ count }: { count: number }) =>
			plural(count, {
				one: '# deployment is above the target now.',
				other: '# deployments are above the target now.'
			}),
		answer: ({ count }: { count: number }) =>
			plural(count, { one: '# designation', other: '# designations' }),
		proven: 'No smaller set reaches the target.',
		bounded: ({ least, more }: { least: string; more: string }) =>
			`At least ${least} are needed, so this is at most ${more} more than the smallest set.`,
		greedy: ({ count, factor }: { count: string; factor: string }) =>
			`The greedy choice took ${count}; it never takes more than ${factor} times the smallest.`,
		take: 'Put into the scenario',
		unknownLeft: ({ count }: { count: number }) =>
			plural(count, {
				one: '# deployment in reach without a strength on record is not part of this target.',
				other: '# deployments in reach without a strength on record are not part of this target.'
			})
	},

	method: {
		title: 'How this is computed',
		assumes:
			'Designating is taken to make a place Off-Limits and nothing else: it closes no place, moves no trade and changes no conduct. A place counts as Off-Limits when it is designated itself, when its kind is, or when its middle lies in a zone or the buffer around it. Places are those on record on the day.',
		exposure:
			'Exposure is personnel times the mean, over the rings, of the places inside each ring; its part for places not Off-Limits and its part for Off-Limits places add up to that for all. Moving a deployment takes its personnel and its accuracy along.',
		smallest:
			'For the mission in all, the places that count most are the smallest set. For each deployment it is a multicover problem: a greedy choice, then branch and bound, which proves the set smallest or says how many at least are needed.'
	},
	map: {
		label: 'Map of the scenario',
		hint: 'Choose a place or a deployment to change it. A chosen deployment can be dragged.',
		designated: 'Designated in the scenario',
		movedFrom: 'Where moved deployments stand now'
	}
};
