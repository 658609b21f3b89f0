import type { ControlState, Level, RiskIndicator, Treatment, VisitKind } from '$lib/core/risk';
import type { RiskFlag } from '$lib/core/risk-register';
import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const risk = {
	title: 'Risk by base',
	lead: 'The register in the form of the United Nations toolkit: what presses on each base, which controls hold, who answers for it, and when somebody was last there.',
	views: { label: 'What is shown', register: 'Register', weights: 'Weights and sensitivity' },
	method: 'How the score is made',

	indicator: {
		places: 'Off-Limits places near',
		exposure: 'Exposure',
		allegations: 'Allegations near',
		women: 'Share of women',
		turnover: 'Length of a tour',
		remoteness: 'Remoteness',
		visit: 'Visits',
		curfew: 'Curfew',
		off_limits_zone: 'Off-Limits zone around the base',
		hotline: 'Hotline known',
		uniform_rule: 'Uniform rule',
		patrols: 'Patrols',
		training: 'Training'
	} satisfies Record<RiskIndicator, string>,
	scale: {
		places: '0 at none within the ring, 1 at 5 or more',
		exposure: '0 at none, 1 at 10,000 person-places or more; by powers of ten',
		allegations: '0 at none, 1 at four times the least count that is released',
		women: '0 at 15 % or more, 1 at none',
		turnover: '0 at 12 months or more, 1 at 6 or fewer',
		remoteness: '0 beside the supervising headquarters, 1 at 4 hours by road or more',
		visit: '0 on the day of a visit, 1 after 180 days or when there was none',
		curfew: '0 in place, 0.5 in part, 1 planned or absent',
		off_limits_zone: '0 in place, 0.5 in part, 1 planned or absent',
		hotline: '0 in place, 0.5 in part, 1 planned or absent',
		uniform_rule: '0 in place, 0.5 in part, 1 planned or absent',
		patrols: '0 in place, 0.5 in part, 1 planned or absent',
		training: '0 when all are trained, 1 when nobody is'
	} satisfies Record<RiskIndicator, string>,
	pressures: 'What presses',
	controls: 'What holds',
	controlState: {
		in_place: 'In place',
		partial: 'In part',
		planned: 'Planned',
		absent: 'Absent'
	} satisfies Record<ControlState, string>,
	notStated: 'Not stated',
	visitKind: {
		assessment: 'Assessment visit',
		follow_up: 'Follow-up visit',
		patrol: 'Patrol',
		training: 'Training visit'
	} satisfies Record<VisitKind, string>,
	level: {
		low: 'Low',
		medium: 'Medium',
		high: 'High',
		very_high: 'Very high'
	} satisfies Record<Level, string>,
	flag: {
		unassessed: 'Not assessed',
		unvisited: 'Never visited',
		visit_due: 'Visit due',
		overdue: 'Step overdue',
		review_due: 'Review due'
	} satisfies Record<RiskFlag, string>,
	treatment: {
		left_out: 'not known: left out, the other weights share its place',
		taken_as_absent: 'not stated: counted as absent'
	} satisfies Record<Exclude<Treatment, 'known'>, string>,
	band: {
		none: 'None on record',
		cannot_tell: 'Cannot be told',
		between: ({ from, to }: { from: string; to: string }) => `${from} to ${to}`,
		orMore: ({ from }: { from: string }) => `${from} or more`
	},
	bandHint: ({ from, to, ring }: { from: string; to: string; ring: string }) =>
		`Reports received in ${from} and ${to}, in cells within ${ring}; only counts that are released. “Cannot be told” is not none.`,

	columns: {
		base: 'Base',
		force: 'Force',
		region: 'Region',
		score: 'Score',
		rank: 'Rank',
		inherent: 'Inherent',
		residual: 'Residual',
		places: ({ ring }: { ring: string }) => `Places ≤ ${ring}`,
		allegations: 'Allegations, 24 months',
		lastVisit: 'Last visit',
		owner: 'Owner',
		due: 'Next step due',
		flags: 'Attention'
	},
	table: 'Register of risk',
	score: ({ score }: { score: string }) => `${score} of 100`,
	range: ({ low, high }: { low: string; high: string }) => `${low}–${high}`,
	rangeTitle: ({ low, high, known }: { low: string; high: string; known: string }) =>
		`Between ${low} and ${high}, whatever is not known turns out to be. ${known} of the weight rests on something known.`,
	rating: ({ level, product }: { level: string; product: string }) => `${product} ${level}`,
	none: 'No base stands on record today',
	noneHint: 'Add the deployments of the mission first.',
	noneLeft: 'No base matches. Clear a filter.',

	filters: {
		flag: 'Attention',
		anyFlag: 'All bases',
		force: 'Force',
		anyForce: 'All forces',
		search: 'Search names, units and towns',
		clear: 'Clear filters'
	},
	count: ({ count }: { count: number }) => plural(count, { one: '# base', other: '# bases' }),
	matrix: {
		title: 'Likelihood and consequence',
		of: 'Rating shown',
		inherent: 'Inherent',
		residual: 'Residual',
		likelihood: 'Likelihood',
		consequence: 'Consequence',
		hint: 'Choose a cell to see its bases only.',
		unrated: ({ count }: { count: number }) =>
			plural(count, {
				one: '# base has no rating, because it was not assessed.',
				other: '# bases have no rating, because they were not assessed.'
			}),
		cell: ({
			likelihood,
			consequence,
			level,
			count
		}: {
			likelihood: number;
			consequence: number;
			level: string;
			count: number;
		}) =>
			`Likelihood ${likelihood}, consequence ${consequence}, ${level}: ${plural(count, { one: '# base', other: '# bases' })}`,
		chosen: ({ likelihood, consequence }: { likelihood: number; consequence: number }) =>
			`Likelihood ${likelihood}, consequence ${consequence}`
	},
	map: {
		label: 'Map of the bases in the table',
		unassessed: 'Not assessed',
		attention: 'Assessed, something due',
		assessed: 'Assessed, nothing due'
	},
	report: {
		title: 'Quarterly report',
		quarter: 'Quarter',
		running: 'so far',
		pdf: 'PDF',
		xlsx: 'XLSX',
		name: ({ quarter, year }: { quarter: number; year: number }) => `Quarter ${quarter} of ${year}`,
		heading: ({ quarter }: { quarter: string }) => `Risk by base: ${quarter}`,
		exercise:
			'Exercise: the places, the allegations and every assessment in this report are invented.',
		dataOf: 'Data of',
		made: 'Made on',
		comparedWith: 'Compared with',
		summary: 'Bases',
		weightsOf: 'Weights',
		weightsBegin: 'Those a mission begins with',
		weightsSet: ({ number, by, on }: { number: number; by: string; on: string }) =>
			`Number ${number}, set by ${by} on ${on}`,
		method: 'How to read it',
		methodText: [
			'Likelihood and consequence run from 1 to 5 and are what people assessed, before controls (inherent) and with them (residual). Their product is low to 4, medium to 9, high to 16 and very high above.',
			'The score is computed: a weighted mean of indicators from 0 to 100, with the range that what is not known leaves open. A pressure that is not known is left out; a control that nobody stated counts as absent. It suggests where to look and decides nothing.',
			'Allegations are a band of reports received in the two whole years before, in cells near the base, from released counts alone. “Cannot be told” is not none.'
		],
		matrixTitle: 'Matrix of the residual rating',
		attention: 'What is overdue or missing',
		attentionNone: 'Nothing is overdue or missing.',
		changes: 'Changes since the quarter before',
		changesNone: 'Nothing changed since the quarter before.',
		change: {
			added: 'New on record',
			removed: 'No longer on record',
			firstAssessed: 'Assessed for the first time',
			raised: 'Residual rating raised',
			lowered: 'Residual rating lowered',
			confirmed: 'Assessed again, rating unchanged'
		},
		weightsTable: 'Weights of the score',
		parts: 'Parts of the scores',
		sheet: { about: 'About', register: 'Register', parts: 'Parts', changes: 'Changes' },
		low: 'Lowest',
		high: 'Highest',
		treatment: 'Treatment',
		id: 'Identifier',
		kindOfChange: 'Change',
		before: 'Before',
		after: 'After'
	},

	base: {
		score: 'The score and its parts',
		current: 'As controls stand',
		inherent: 'Were there no control',
		suggests: ({ likelihood }: { likelihood: number }) => `Suggests likelihood ${likelihood} of 5.`,
		noScore: 'Nothing is known that has a weight, so there is no score.',
		rank: ({ rank, of }: { rank: number; of: number }) => `Rank ${rank} of ${of} bases`,
		part: 'Part',
		onRecord: 'On record',
		value: 'Value',
		weight: 'Weight',
		adds: 'Adds',
		bounds: ({ low, high }: { low: string; high: string }) => `${low} to ${high}`,
		total: 'Score',
		record: 'The deployment and its surroundings',
		assessment: 'Last assessment',
		assessments: 'All assessments',
		neverAssessed: 'Nobody has assessed this base yet.',
		number: 'No.',
		assessedOn: 'Assessed on',
		review: 'Next review',
		by: 'Entered by',
		assess: 'Assess',
		visits: 'Visits',
		neverVisited: 'No visit is on record. The score counts that as no visit.',
		visitedOn: 'Day of the visit',
		visitKind: 'Kind of visit',
		recordVisit: 'Record the visit',
		visitRecorded: 'The visit is recorded.',
		strike: 'Entered by mistake',
		struck: ({ by, at }: { by: string; at: string }) =>
			`Struck by ${by} on ${at}; it does not count.`,
		facts: {
			places: ({ count, ring }: { count: string; ring: string }) => `${count} within ${ring}`,
			exposure: ({ count }: { count: string }) => `${count} person-places`,
			noStrength: 'No strength on record',
			percent: ({ value }: { value: string }) => value,
			months: ({ count }: { count: number }) =>
				plural(count, { one: '# month', other: '# months' }),
			hours: ({ value }: { value: string }) => `${value} h by road`,
			lastVisit: ({ date }: { date: string }) => `Last on ${date}`,
			noVisit: 'None on record'
		}
	},
	form: {
		title: ({ name }: { name: string }) => `Assess ${name}`,
		lead: 'A new assessment is added; those before it stay. Codes and numbers only: what needs words belongs into the mission’s own files.',
		assessedOn: 'Assessed on',
		statedTitle: 'What only people at the base can say',
		statedLead: 'Leave out what you do not know. “Not stated” is not zero, and the score says so.',
		training: 'Trained, per cent',
		women: 'Women among those deployed, per cent',
		tour: 'Length of a tour, months',
		travel: 'Hours by road to the supervising headquarters',
		ratingTitle: 'Rating',
		ratingLead: ({ inherent, residual }: { inherent: string; residual: string }) =>
			`With what is stated here, the indicators suggest likelihood ${inherent} without controls and ${residual} with them. The consequence is for you to judge.`,
		inherentLikelihood: 'Inherent likelihood',
		inherentConsequence: 'Inherent consequence',
		residualLikelihood: 'Residual likelihood',
		residualConsequence: 'Residual consequence',
		likelihoods: ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'],
		consequences: ['Negligible', 'Minor', 'Moderate', 'Major', 'Severe'],
		choose: 'Choose',
		followTitle: 'Follow-up',
		owner: 'Owner (a post)',
		ownerHint:
			'A post or function, such as “Conduct focal point, sector north”. No names, no addresses.',
		due: 'Next step due',
		review: 'Next review',
		save: 'Save assessment',
		before: 'Entered in the last assessment'
	},
	weights: {
		title: 'Weights',
		lead: 'What each part counts for. A Head of Mission decides; every change is kept with its reason.',
		begin: 'The weights a mission begins with. Nobody has changed them yet.',
		since: ({ number, by, at }: { number: number; by: string; at: string }) =>
			`Weights ${number}, set by ${by} on ${at}.`,
		share: 'Share',
		down: 'First change going down',
		up: 'First change going up',
		stays: 'No weight changes the order',
		swap: ({ weight, higher, lower }: { weight: string; higher: string; lower: string }) =>
			`at ${weight}: ${lower} passes ${higher}`,
		beyond: 'beyond the scale of 10',
		sensitivity:
			'Each line says how far this weight alone would have to move, down or up, until two bases change places. Small distances are ranks that rest on a choice.',
		table: 'Weights and what would change',
		preview: 'Ranks with these weights',
		previewNone: 'No base changes its rank.',
		from: 'Now',
		to: 'Then',
		reason: 'Why the weights change',
		save: 'Set these weights',
		saved: 'The weights are set.',
		undo: 'Back to those in force',
		history: 'Earlier weights',
		zero: 'At least one weight must be above 0.'
	}
};
