export const slide = {
	title: 'Off-Limits locations and deployment areas',
	heading: 'Proximity of Off-Limits locations to troop and staff deployment areas',
	subtitle: ({ mission, day }: { mission: string; day: string }) => `${mission} · as of ${day}`,
	asOf: 'As of',
	print: 'Print',
	savePicture: 'Save as picture',
	pictureFailed: 'The picture could not be made. Print the page instead.',
	back: 'To the map',
	headline: ({ near, all, ring }: { near: string; all: string; ring: string }) =>
		`${near} of ${all} Off-Limits locations lie within ${ring} of a deployment`,
	range: ({ least, most }: { least: string; most: string }) =>
		`With what the positions leave open: at least ${least}, at most ${most}`,
	median: ({ distance }: { distance: string }) =>
		`Half of them lie less than ${distance} from the nearest deployment`,
	noPlaces: 'No Off-Limits location with a position was in force on this day.',
	ringsCaption: 'Off-Limits locations with a deployment near',
	distance: 'Within',
	measured: 'Measured',
	certain: 'Certain',
	possible: 'Possible',
	basesCaption: ({ ring }: { ring: string }) => `Deployments with most within ${ring}`,
	deployment: 'Deployment',
	places: 'Locations',
	noBases: 'No deployment has an Off-Limits location this near.',
	regionsCaption: 'By region',
	region: 'Region',
	noRegion: 'Not recorded',
	near: ({ ring }: { ring: string }) => `Within ${ring}`,
	legend: 'Legend',
	place: 'Off-Limits location',
	zone: 'Off-Limits zone',
	curfew: 'Curfew area',
	ringAround: ({ ring }: { ring: string }) => `Within ${ring} of a deployment`,
	classRules: ({ rules }: { rules: string }) =>
		`Off-Limits everywhere, and without a position to draw: ${rules}.`,
	sources: ({ sources }: { sources: string }) => `Deployments: ${sources}.`,
	list: ({ sequence, date }: { sequence: string; date: string }) =>
		`Off-Limits: directives published in Cordon; latest list ${sequence}, in force since ${date}.`,
	method:
		'Distances along a sphere between recorded positions and edges; certain and possible take both accuracies into account.',
	origin:
		'After the slide on Kosovo in the trafficking resource package for peacekeeping operations, 2004.',
	basemap: ({ attribution }: { attribution: string }) => `Map: ${attribution}.`,
	made: ({ date }: { date: string }) => `Made ${date}`,
	mapLabel: ({ mission }: { mission: string }) =>
		`Map of ${mission}: deployments and Off-Limits locations; the tables beside it say the same.`
};
