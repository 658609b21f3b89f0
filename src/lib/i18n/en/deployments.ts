import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const deployments = {
	title: 'Deployments',
	lead: 'Where troops and staff are, since when, how many, and how well each position is known.',
	add: 'Add a deployment',
	import: 'Import',
	edit: 'Change',
	on: 'As of',
	search: 'Search names, units and towns',
	table: 'Deployments on that day',
	none: 'No deployment is on record for that day',
	noneHint: 'Choose another day, or add the deployments of the mission.',
	columns: {
		name: 'Name',
		force: 'Force',
		unit: 'Unit',
		kind: 'Kind',
		town: 'Town',
		region: 'Region',
		strength: 'Personnel',
		accuracy: 'Accuracy',
		period: 'Period',
		within: ({ ring }: { ring: string }) => `Places ≤ ${ring}`,
		sources: 'Sources'
	},
	also: ({ names }: { names: string }) => `also ${names}`,
	position: 'Position',
	area: 'Area',
	areaKept: 'This record is an area. Its outline stays as it is.',
	strengths: {
		title: 'Strength over time',
		none: 'No strength is on record. It is not taken as zero.',
		period: 'Period',
		category: 'Category',
		personnel: 'Personnel',
		source: 'Source',
		from: 'From',
		until: 'Until',
		add: 'Add a strength',
		remove: 'Remove this strength'
	},
	sources: { title: 'Sources', none: 'No source is on record.' },
	exposure: {
		title: 'Off-Limits places around it',
		none: ({ ring }: { ring: string }) => `None possibly within ${ring} on that day.`
	},
	onMap: 'On the map',
	form: {
		addTitle: 'Add a deployment',
		editTitle: 'Change a deployment',
		name: 'Name',
		alternateNames: 'Other names',
		alternateNamesHint: 'One a line',
		force: 'Force',
		forceHint: 'KFOR, UNMIK, OSCE …',
		unit: 'Unit or contingent',
		kind: 'Kind',
		town: 'Town',
		region: 'Region',
		accuracy: 'Accuracy in metres',
		accuracyHint:
			'Radius within which the true place very likely lies. Never finer than the source.',
		from: 'In place from',
		until: 'Until',
		untilHint: 'The first day it is no longer there; empty while it is',
		source: 'Source of this entry',
		sourceHint: 'Document, date and page. It is kept with the record.',
		save: 'Save',
		cancel: 'Cancel'
	},
	positionField: {
		label: 'Position',
		hint: 'Degrees (latitude, longitude), degrees-minutes-seconds or MGRS; or point at the map.',
		unreadable: 'This cannot be read as a position.',
		read: ({ position }: { position: string }) => `Read as ${position}`,
		openMap: 'Point at the map',
		closeMap: 'Close the map',
		mapLabel: 'Map to point at the position',
		accuracyFrom: ({ distance }: { distance: string }) =>
			`As written, this position is known to ${distance}.`
	}
};
