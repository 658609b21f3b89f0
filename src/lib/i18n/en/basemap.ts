/** What the map says of its own ground: status of boundaries and names, sources, the operator's archives. */
export const basemap = {
	title: 'Basemap',
	disclaimer:
		'The boundaries and names shown and the designations used on this map do not imply official endorsement or acceptance by the United Nations.',
	/** The note that goes with every map of Kosovo. */
	kosovoNote:
		'All references to Kosovo, whether to the territory, institutions or population, are to be understood in full compliance with United Nations Security Council resolution 1244 (1999) and without prejudice to the status of Kosovo.',
	boundaries: {
		country: 'International boundary',
		disputed: 'Boundary not settled or not determined',
		control: 'Line of control, armistice or demarcation line',
		region: 'First-level division',
		municipality: 'Municipality (UNMIK Regulation 2000/43)'
	},
	sources:
		'Land, boundaries and rivers: Natural Earth. Places: GeoNames, CC BY 4.0. Names: Unicode CLDR, United Nations terminology.',
	streetsSource: 'Roads and buildings: © OpenStreetMap contributors, ODbL.',
	/** Where no operator's archive is present. */
	noStreets: 'This map has no roads. The operator can add an archive with roads.',
	loading: 'Loading the map…',
	failed: 'The basemap could not be loaded. Marks and the table are complete without it.'
};
