import type { MissingKey } from '$lib/core/directive';
import { pluralOf } from '../plural';

const plural = pluralOf('en');
type Numbered = { number: string; version: string };

export const directive = {
	/** Directives and their versions, as everybody reads them. */
	title: 'Directives',
	intro:
		'Every version that was ever published, unchanged. A correction is a new version that takes the place of the one before.',
	versionShort: ({ version }: { version: string }) => `Version ${version}`,
	none: 'No directive has been published in this mission yet.',
	noneHint: 'Until one is, the list in force is empty. The standards of conduct hold everywhere.',
	newDirective: 'New directive',
	columns: {
		number: 'No.',
		title: 'Title',
		version: 'Version',
		inForce: 'In force',
		review: 'Review',
		entries: 'Entries',
		state: 'State'
	},
	state: {
		scheduled: 'Scheduled',
		inForce: 'In force',
		lapsed: 'Lapsed',
		superseded: 'Superseded',
		lifted: 'Lifted',
		lifts: 'Lifts the directive'
	},
	entriesCount: ({ count }: { count: number }) =>
		plural(count, { one: '# entry', other: '# entries' }),
	fromOn: ({ date }: { date: string }) => `from ${date}`,
	untilOn: ({ date }: { date: string }) => `until ${date}`,
	olderVersions: ({ count }: { count: number }) =>
		plural(count, { one: '# older version', other: '# older versions' }),

	at: {
		title: 'Which versions were in force?',
		label: 'In force at',
		show: 'Show',
		timeZone: ({ zone }: { zone: string }) => `Time of ${zone}`,
		result: ({ when }: { when: string }) => `In force at ${when}`,
		none: ({ when }: { when: string }) => `No directive was in force at ${when}.`,
		count: ({ count }: { count: number }) =>
			plural(count, { one: '# version was in force.', other: '# versions were in force.' }),
		wholeList: 'The whole list of that moment',
		back: 'All versions',
		invalid: 'That is not a date and time. Use the picker, or write 2004-03-15T21:30.'
	},

	/** The reader of one version. */
	issued: 'Issued',
	issuedBy: 'Issued by',
	effective: 'Effective',
	inForceUntil: 'In force until',
	supersedes: 'Takes the place of',
	supersededBy: 'Superseded by',
	reviewOn: 'Review due',
	appliesTo: 'Applies to',
	everybody: 'All categories of personnel',
	exempt: 'Exempt while on duty',
	legalBasis: 'Legal basis',
	orderText: 'Order',
	places: 'What may not be entered',
	noPlaces: 'This version ends the directive. It lists nothing.',
	onlyIn: ({ language }: { language: string }) => `This text exists in ${language} only.`,
	mapOf: ({ number, version }: Numbered) =>
		`Map of directive ${number}, version ${version}: the same places as in the list`,
	noMap: 'The map cannot be shown on this device. The list beside it says the same.',
	showOnMap: 'Show on the map',
	history: 'Versions of this directive',
	thisVersion: 'this version',
	notYetVisible:
		'Signed and scheduled. Until it takes effect only the Head of Mission and focal points see it.',
	liftedNotice: ({ date }: { date: string }) => `This directive was lifted on ${date}.`,
	supersededNotice: ({ date }: { date: string }) =>
		`This version was in force until ${date}. It stays readable as it was.`,
	readCurrent: 'Read the version in force',
	amend: 'Amend',
	lift: 'Lift',
	amendHint: 'Starts a draft from this version. Nothing changes until it is published.',
	liftHint: 'Starts a draft that ends the directive. Nothing changes until it is published.',
	print: 'Print',
	/** The version as a PDF. */
	consequence: 'Entering a listed place is a breach of this directive and misconduct.',

	/** One line of a list. */
	entry: {
		namedClass: ({ kind }: { kind: string }) => `Every establishment of this kind: ${kind}`,
		buffer: ({ distance }: { distance: string }) => `and ${distance} around it`,
		added: ({ date }: { date: string }) => `listed since ${date}`,
		lapses: ({ when }: { when: string }) => `lapses on ${when} unless confirmed`,
		curfew: ({ from, until }: { from: string; until: string }) => `from ${from} to ${until}`,
		curfewEveryDay: 'every day',
		curfewOn: ({ days }: { days: string }) => `on ${days}`,
		except: ({ text }: { text: string }) => `Except: ${text}`,
		formerly: ({ names }: { names: string }) => `formerly ${names}`,
		unnamed: 'Without a name',
		unknownPlace: 'A place that is no longer in the register'
	},

	/** What changed between two versions, in plain words. */
	changes: {
		title: 'What changed',
		against: ({ version }: { version: string }) => `against version ${version}`,
		first: 'This is the first version. Everything in it is new.',
		none: 'The list of places is the same.',
		added: ({ count }: { count: number }) =>
			plural(count, { one: '# place added', other: '# places added' }),
		removed: ({ count }: { count: number }) =>
			plural(count, { one: '# place removed', other: '# places removed' }),
		changed: ({ count }: { count: number }) =>
			plural(count, { one: '# place changed', other: '# places changed' }),
		moved: ({ count }: { count: number }) =>
			plural(count, { one: '# place moved', other: '# places moved' }),
		movedBy: ({ distance }: { distance: string }) => `moved by ${distance}`,
		movedWithin: ({ distance }: { distance: string }) =>
			`given another position, within ${distance}: no farther than the two are known, so it may not have moved`,
		redrawn: ({ distance }: { distance: string }) =>
			`drawn differently; its middle moved by ${distance}`,
		fromTo: ({ what, from, to }: { what: string; from: string; to: string }) =>
			`${what}: ${from} → ${to}`,
		field: {
			name: 'name',
			geometry: 'place or area',
			bufferMetres: 'distance around it',
			reason: 'reason',
			emergency: 'emergency',
			curfew: 'hours',
			exceptions: 'exceptions',
			title: 'Title',
			text: 'Order',
			legalBasis: 'Legal basis',
			applicability: 'Who is bound',
			exemptDuties: 'Exempt duties',
			reviewOn: 'Review date',
			effectiveFrom: 'Effective',
			lifts: 'Lifting'
		},
		wordsChanged: ({ what }: { what: string }) => `Also changed: ${what}.`,
		everythingEnds: 'The directive ends: nothing it lists is prohibited by it any more.',
		emergencyConfirmed: 'emergency confirmed as standing',
		emergencyMade: 'made an emergency',
		more: ({ count }: { count: number }) =>
			plural(count, { one: 'and # more', other: 'and # more' })
	},

	/** The page that compares any two versions, or the list at any two times. */
	compare: {
		lead: 'Any two versions of a directive, or everything in force at any two times, side by side.',
		choose: 'What to compare',
		byTime: 'The list at two times',
		byVersion: 'Two versions of a directive',
		from: 'List in force at',
		to: 'compared with the list at',
		directive: 'Directive',
		before: 'Version',
		after: 'compared with version',
		nothing: 'Nothing: it was new',
		show: 'Compare',
		times: ({ from, to }: { from: string; to: string }) => `From ${from} to ${to}`,
		versions: ({ number, before, after }: { number: string; before: string; after: string }) =>
			`Directive ${number}: from version ${before} to version ${after}`,
		firstVersion: ({ number, after }: { number: string; after: string }) =>
			`Directive ${number}: version ${after}, everything in it is new`,
		same: ({ count }: { count: number }) =>
			plural(count, { one: '# place the same', other: '# places the same' }),
		unknownVersion: 'There is no such version of this directive. Choose another one.',
		withoutPlace: 'What has no place of its own is in the table only.',
		mapLabel: 'Map of the changes: the same as in the table',
		legend: 'Signs on the map',
		table: 'What is prohibited differently',
		kinds: { added: 'Added', removed: 'Removed', moved: 'Moved', changed: 'Changed' },
		columns: {
			what: 'Change',
			place: 'Place',
			town: 'Town',
			directive: 'Directive',
			how: 'In words'
		},
		orders: 'What the directives say',
		directiveNew: 'It was not in force before: all of it is new.',
		directiveGone: 'It is no longer in force.',
		sameWords: 'Title, order, legal basis, who is bound and review are the same.',
		sameDirectives: 'The same versions of the same directives.',
		open: 'Compare versions',
		openList: 'Compare the list at two times',
		openMap: 'Compare on the map, or with any other version'
	},

	/** The editor of a draft. */
	editor: {
		newDraft: 'Draft of a new directive',
		amends: ({ number, version }: Numbered) =>
			`Draft that amends directive ${number}, version ${version}`,
		lifts: ({ number }: { number: string }) => `Draft that lifts directive ${number}`,
		untitled: 'Without a title',
		discard: 'Discard draft',
		discardAsk: 'Discard this draft? What is in it cannot be brought back.',
		keep: 'Keep it',
		places: 'The list',
		words: 'The order in words',
		terms: 'Who, when, on what basis',
		checks: 'Before you publish',
		save: {
			saved: ({ time }: { time: string }) => `Saved at ${time}`,
			unsaved: 'Not saved yet',
			saving: 'Saving …',
			offline: 'No connection. Your changes are kept here and are saved when it is back.',
			signedOut: 'Your session has ended. Your changes are kept here.',
			conflict: 'Somebody else saved this draft.',
			refused: 'Not saved',
			gone: 'This draft is closed.'
		},
		restored: ({ when }: { when: string }) =>
			`Changes of ${when} that had not been saved were brought back.`,
		goneTitle: 'This draft no longer exists',
		goneText:
			'It was published or discarded, perhaps by somebody else. What was published stands under Directives.',
		conflict: {
			title: 'Somebody else saved this draft',
			text: ({ who, when }: { who: string; when: string }) =>
				`${who} saved this draft at ${when}, while you were working on it. Both are kept: decide which one to continue.`,
			someone: 'Another person',
			theirs: 'Continue with theirs',
			theirsHint: 'What you changed since your last save is dropped.',
			mine: 'Keep mine as a draft of its own',
			mineHint: 'Theirs stays as it is; yours becomes a second draft beside it.',
			differences: 'Theirs compared with yours'
		},
		signIn: {
			title: 'Sign in to continue',
			text: 'Your session has ended. What you entered is kept on this screen and is saved when you have signed in.',
			password: 'Password',
			email: 'E-mail',
			button: 'Sign in and continue',
			failed: 'E-mail and password do not match, or the account is closed.',
			elsewhere: 'Sign in in another tab',
			resume: 'I have signed in: continue'
		},
		addEstablishment: 'Establishment',
		addZone: 'Zone',
		addClass: 'Kind of place',
		addCurfew: 'Curfew area',
		addHere: 'Add to the list',
		inList: 'In the list',
		remove: 'Remove from the list',
		removed: ({ name }: { name: string }) => `${name} was removed from the list.`,
		undo: 'Undo',
		edit: ({ name }: { name: string }) => `Edit ${name}`,
		done: 'Done',
		emptyList: 'Nothing is listed yet.',
		emptyListHint: 'Pick an establishment on the map, or add one here.',
		filter: 'Find in this list',
		search: 'Find an establishment',
		searchHint: 'Name on the sign, former name, town or address',
		found: ({ count }: { count: number }) => plural(count, { one: '# found', other: '# found' }),
		noneFound: 'No establishment matches. Enter it under Places first.',
		showMore: 'Show more',
		kindOfPlace: 'Kind of place',
		name: 'Name of the area',
		buffer: 'Distance around it that is also prohibited',
		bufferUnit: 'metres',
		reason: 'Reason',
		emergency: 'Emergency',
		emergencyHint: ({ days }: { days: number }) =>
			plural(days, {
				one: 'Takes effect at once and lapses after # day unless a later version confirms it.',
				other: 'Takes effect at once and lapses after # days unless a later version confirms it.'
			}),
		exceptions: 'Exceptions',
		exceptionsHint: 'Who may enter all the same, and on what duty. Leave empty if nobody.',
		curfewFrom: 'From',
		curfewUntil: 'To',
		curfewDays: 'On the nights that begin on',
		curfewPastMidnight: 'Runs past midnight.',
		area: 'Area',
		draw: 'Draw on the map',
		drawPolygon: 'Draw corners',
		drawCircle: 'Draw a circle',
		drawEdit: 'Change the shape',
		drawHintPolygon: 'Click each corner; click the first one again, or press Enter, to finish.',
		drawHintCircle: 'Click the centre, then click where the circle ends.',
		drawHintEdit: 'Drag a corner to move it; right-click a corner to remove it.',
		drawStop: 'Stop drawing',
		drawing: ({ name }: { name: string }) => `Drawing: ${name}`,
		type: 'Type coordinates',
		corners: 'Corners, one on each line',
		cornersHint: 'Degrees (42.6629, 21.1655) or MGRS (34T DN 13474 23482). At least three corners.',
		centre: 'Centre',
		radius: 'Radius',
		useCorners: 'Use these corners',
		useCircle: 'Use this circle',
		cornersWrong: ({ line }: { line: string }) => `Line ${line} is not a coordinate.`,
		cornersFew: 'An area needs at least three corners.',
		cornersCross: 'The sides of this area cross each other. Put the corners in order around it.',
		centreWrong: 'The centre is not a coordinate.',
		radiusWrong: 'The radius must be between 10 metres and 50 kilometres.',
		areaSet: ({ area }: { area: string }) => `Area set: ${area}`,
		areaNotSet: 'No area yet.',
		notEditable: 'This area cannot be changed by hand; draw it anew or type its corners.',

		titleField: 'Title',
		textField: 'Text of the order',
		textHint: 'What nobody may do, in one or two sentences. The list below it says where.',
		languages: 'Languages',
		missing: 'missing',
		legalBasis: 'Legal basis',
		legalBasisHint: 'The authority on which the Head of Mission orders this.',
		applicability: 'Binds',
		exemptDuties: 'Exempt while on duty',
		exemptHint: 'For instance: military police on patrol. Leave empty if nobody.',
		effective: 'Takes effect',
		effectiveNow: 'At the moment of publication',
		effectiveAt: 'Later, at',
		embargoHint: 'Until then only the Head of Mission and focal points see it.',
		zone: ({ zone }: { zone: string }) => `Time of ${zone}`,
		review: 'Review due on',
		reviewDefault: ({ days }: { days: number }) =>
			plural(days, {
				one: 'This mission reviews after # day.',
				other: 'This mission reviews after # days.'
			}),

		complete: 'Everything needed is there.',
		incomplete: ({ count }: { count: number }) =>
			plural(count, { one: '# thing is missing', other: '# things are missing' }),
		near: 'Who is deployed near',
		nearText: 'The nearest deployment to each place, on the day the draft takes effect.',
		nearNone: 'No deployment is on record for that day.',
		nearPersonnel: ({ distance }: { distance: string }) => `Personnel within ${distance}`,
		nearPossibly: ({ count }: { count: number }) =>
			plural(count, { one: 'up to # more, cannot tell', other: 'up to # more, cannot tell' }),
		nearUnknown: 'strength not known',
		nearDistance: 'Distance',
		nearDeployment: 'Deployment',
		nearPlace: 'Place',
		nearWithin: ({ distance }: { distance: string }) => `within ${distance}: cannot tell closer`,
		nearSummary: ({ places, distance }: { places: number; distance: string }) =>
			plural(places, {
				one: `# place of this draft lies within ${distance} of a deployment.`,
				other: `# places of this draft lie within ${distance} of a deployment.`
			}),

		map: 'Map of the draft',
		mapLegendListed: 'In this draft',
		mapLegendOther: 'Other establishments',
		mapLegendDeployment: 'Deployments'
	},

	/** What must be there before a draft can be published. */
	missing: {
		titleMissing: 'a title',
		textMissing: 'the text of the order',
		legalBasisMissing: 'the legal basis',
		applicabilityMissing: 'who is bound',
		designationsMissing: 'at least one entry in the list',
		designationsOnLift: 'an empty list: a version that lifts the directive lists nothing',
		nothingToLift: 'a directive to lift: this draft is of a new one',
		effectiveInPast: 'a time of taking effect that is not past',
		effectiveTooFar: 'a time of taking effect within two years',
		reviewMissing: 'a review date',
		reviewBeforeEffective: 'a review date after the day it takes effect',
		establishmentMissing: 'the establishment',
		establishmentTwice: 'listed once only: it is here twice',
		nameMissing: 'a name',
		establishmentKindMissing: 'the kind of place',
		geometryMissing: 'an area',
		geometryInvalid: 'an area that is drawn right',
		outsideMission: 'a place within the mission area',
		bufferMissing: 'a radius around the point',
		bufferInvalid: 'a distance of 0 metres or more',
		curfewMissing: 'the hours',
		curfewInvalid: 'hours and at least one day'
	} satisfies Record<MissingKey, string>,

	publish: {
		button: 'Publish …',
		whoMay: 'Only the Head of Mission publishes. Tell them that this draft is ready.',
		incompleteHint: 'Complete the draft to publish it.',
		title: 'Publish this directive?',
		titleLift: 'Lift this directive?',
		binds: ({ who }: { who: string }) => `It binds: ${who}`,
		bindsAll: 'all categories of personnel of the mission',
		from: ({ when }: { when: string }) => `from ${when}`,
		fromNow: 'from the moment you publish',
		forbids: ({ count }: { count: number }) =>
			plural(count, {
				one: 'They may not enter the # place it lists.',
				other: 'They may not enter the # places it lists.'
			}),
		endsAll: ({ number }: { number: string }) =>
			`Nothing that directive ${number} lists is prohibited by it any more.`,
		counts: ({ added, removed, changed }: { added: string; removed: string; changed: string }) =>
			`Against the version in force: ${added} added, ${removed} removed, ${changed} changed.`,
		allNew: 'Nothing of this directive is in force yet: every entry is new.',
		emergencies: ({ count }: { count: number }) =>
			plural(count, {
				one: '# entry is an emergency and lapses unless confirmed.',
				other: '# entries are emergencies and lapse unless confirmed.'
			}),
		review: ({ date }: { date: string }) => `Review due on ${date}.`,
		embargo: ({ when }: { when: string }) => `Members see it from ${when}, not before.`,
		permanent:
			'A published version cannot be changed or taken back. A correction is a new version.',
		confirm: 'I have read it and order its publication.',
		confirmLift: 'I have read it and order that the directive be lifted.',
		act: 'Publish',
		actLift: 'Lift and publish',
		publishing: 'Publishing …',
		notYet: 'Back to the draft',
		unsure:
			'The server did not answer, so it is not known whether the directive was published. Try again: it is never published twice.',
		doneTitle: ({ number, version }: Numbered) =>
			`Directive ${number}, version ${version}, is published`,
		doneNow: 'It is in force. Every member of the mission sees it from now on.',
		doneLater: ({ when }: { when: string }) => `It takes effect on ${when}.`,
		sequence: ({ sequence }: { sequence: string }) => `List in force no. ${sequence}`,
		read: 'Read the published version',
		toDesk: 'To the desk',
		toList: 'See the list in force'
	}
};
