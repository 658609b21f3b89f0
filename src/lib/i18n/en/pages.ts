export const pages = {
	method: {
		title: 'Method',
		lead: 'How Cordon measures, counts and decides, with its sources and its limits.',
		inEnglish: 'This text is kept in English.'
	},
	about: {
		title: 'About the data',
		lead: 'What is real here, what is invented, what is kept, and what never is.',
		invented: {
			title: 'What is invented',
			exercise:
				'In the exercise mission, all Off-Limits establishments and zones, all allegations, and all directives are invented. They carry neutral names, stand for no real business or person, and are marked “Exercise data” on every screen, print and export.',
			noNationality: 'No invented allegation names a nationality or a unit.'
		},
		real: {
			title: 'What is real',
			deployments:
				'Deployment sites of the exercise are historical and come from public sources. Each carries its source and the radius within which its true place very likely lies.',
			figures:
				'Published figures are shown as published, with source and date. What nobody has looked up yet is marked “Not verified”.',
			basemap:
				'The map is drawn from Natural Earth and GeoNames. Boundaries and names shown do not imply official endorsement or acceptance by the United Nations.'
		},
		privacy: {
			title: 'What is never kept',
			position:
				'Your position. A check runs on your device against the published list; no position and no search leaves it.',
			victims:
				'The identity of a victim or informant, or an account of what happened. Cordon is not a case file.',
			points:
				'Allegations reach analysts only as counts in cells, above a minimum that the database enforces after every filter.',
			thirdParty:
				'Nothing is fetched from anyone else: no fonts, maps, scripts or statistics from other servers.'
		},
		kept: {
			title: 'What is kept',
			audit:
				'Who published, changed or saw what is sensitive is recorded in an audit trail that cannot be altered.',
			acknowledgement:
				'That you confirmed having read a directive, and when. Heads of Mission and focal points can see by name who has not; that they looked is recorded.',
			cookies:
				'One cookie for your session, two for language and appearance. The published list stays on your device so that a check works without a network.'
		},
		sources: {
			title: 'Sources',
			lead: 'Everything that facts in this system rest on.',
			signIn: 'Sign in to see the list of sources.',
			note: 'Note'
		},
		thirdParty: {
			title: 'Third-party data and fonts',
			naturalEarth: 'Natural Earth: land, water, boundaries. Public domain.',
			geonames: 'GeoNames: names of places. Creative Commons Attribution 4.0. Changed.',
			cldr: 'Unicode CLDR: names of countries. Unicode License v3.',
			noto: 'Noto Sans: fonts. SIL Open Font License 1.1.',
			software: 'Cordon itself is free software under the Apache License 2.0.'
		}
	}
};
