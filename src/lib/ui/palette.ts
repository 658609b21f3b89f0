/**
 * Every colour of the map, once: paint, legend and print read the same constant. Classes differ by
 * shape, pattern or dash as well (src/lib/map/symbols); tests/map/palette.test.ts holds the contrast of
 * marks against the land they lie on, and the distances a colour-blind reader sees.
 *
 * Plain sRGB hex, because MapLibre, deck.gl and canvas read it too; CSS colours of the interface are
 * in tokens.css.
 */
export type Theme = 'light' | 'dark';

/** The quiet ground: nothing here may compete with a mark. */
export type BasemapColours = {
	sea: string;
	land: string;
	/** Laid over everything outside the area of mission. */
	outside: string;
	outsideOpacity: number;
	/** The edge of the area of mission. */
	missionEdge: string;
	lake: string;
	river: string;
	wood: string;
	built: string;
	building: string;
	road: string;
	roadEdge: string;
	roadMajor: string;
	rail: string;
	boundary: string;
	boundaryBand: string;
	region: string;
	/** The kilometre grid. */
	grid: string;
	label: string;
	labelQuiet: string;
	labelWater: string;
	halo: string;
	dot: string;
};

/** Five fixed classes, lowest first; `noData` is hatched and `zero` only outlined. */
export type HeatColours = {
	classes: readonly [string, string, string, string, string];
	noData: string;
	zero: string;
};

export type MapColours = {
	basemap: BasemapColours;
	/** Deployments: a framed symbol, blue on paper. */
	deployment: { line: string; fill: string; icon: string; area: string };
	/** Off-Limits: deep red, ring and bar, hatching. */
	prohibition: { line: string; fill: string; icon: string; hatch: string };
	/** Off-Limits by hours: plum, dotted, with a clock. */
	curfew: { line: string; fill: string; icon: string; hatch: string };
	/** Near an Off-Limits place: amber outline, never filled. */
	near: { line: string };
	/** Not yet published: amber, dashed, hollow. */
	draft: { line: string; fill: string; icon: string };
	/** Rings of the proximity analysis, nearest first. */
	rings: readonly [string, string, string, string];
	/** The line from a deployment to a place in a ring. */
	proximityLine: string;
	heat: HeatColours;
	/** Beyond chance: more is orange with a full edge, less is teal with a dashed one; weaker first. */
	hotspots: { hot: readonly [string, string]; cold: readonly [string, string] };
	selection: string;
	position: string;
	/** The casing that lifts a mark off whatever lies under it. */
	casing: string;
};

export const PALETTE: Record<Theme, MapColours> = {
	light: {
		basemap: {
			sea: '#d3dde4',
			land: '#f5f4f0',
			outside: '#e4e4e1',
			outsideOpacity: 0.62,
			missionEdge: '#5d6b78',
			lake: '#c9d7e0',
			river: '#b0c5d3',
			wood: '#e9ece3',
			built: '#ebe8e2',
			building: '#dedad3',
			road: '#ffffff',
			roadEdge: '#c8c4ba',
			roadMajor: '#d0c4a8',
			rail: '#cfccc6',
			boundary: '#84878c',
			boundaryBand: '#8f96a3',
			region: '#b5b6b8',
			grid: '#dcdcda',
			label: '#3a3f45',
			labelQuiet: '#666c74',
			labelWater: '#4e6d83',
			halo: '#f8f7f4',
			dot: '#4b5157'
		},
		deployment: { line: '#174f8f', fill: '#ffffff', icon: '#174f8f', area: '#2f6db5' },
		prohibition: { line: '#9c1220', fill: '#ffffff', icon: '#26171a', hatch: '#b3202e' },
		curfew: { line: '#6d2a78', fill: '#ffffff', icon: '#3c1844', hatch: '#83408e' },
		near: { line: '#a85d00' },
		draft: { line: '#a85d00', fill: '#fffaf0', icon: '#5c3a0a' },
		rings: ['#22303c', '#3d4f5e', '#5d707f', '#71838f'],
		proximityLine: '#22303c',
		heat: {
			classes: ['#e5daee', '#c6aedb', '#a17fc0', '#764a9b', '#4a1d6c'],
			noData: '#a9a7a3',
			zero: '#8f8c96'
		},
		hotspots: { hot: ['#eda14a', '#b04a00'], cold: ['#86c5bd', '#17766f'] },
		selection: '#0b63ce',
		position: '#0b63ce',
		casing: '#ffffff'
	},
	dark: {
		basemap: {
			sea: '#12181e',
			land: '#22272c',
			outside: '#14181c',
			outsideOpacity: 0.58,
			missionEdge: '#8b99a6',
			lake: '#182129',
			river: '#31485a',
			wood: '#232b29',
			built: '#292d32',
			building: '#33373c',
			road: '#3a4047',
			roadEdge: '#1b1f23',
			roadMajor: '#4a4d4d',
			rail: '#41464c',
			boundary: '#767e87',
			boundaryBand: '#5b6673',
			region: '#4b525a',
			grid: '#333a41',
			label: '#d5d9dd',
			labelQuiet: '#98a1aa',
			labelWater: '#7fa3bd',
			halo: '#1a1f24',
			dot: '#c3c8cd'
		},
		deployment: { line: '#8fc1f7', fill: '#0f2137', icon: '#cfe4fb', area: '#6aa8ea' },
		prohibition: { line: '#ff7d7a', fill: '#2b0f12', icon: '#ffe3e1', hatch: '#ff6b6b' },
		curfew: { line: '#d9a0e6', fill: '#26122b', icon: '#f3dff8', hatch: '#c884d8' },
		near: { line: '#f2b045' },
		draft: { line: '#f2b045', fill: '#2b210f', icon: '#ffe9c2' },
		rings: ['#e8edf1', '#c2ccd4', '#9eabb5', '#84929c'],
		proximityLine: '#e8edf1',
		heat: {
			classes: ['#382a47', '#553c70', '#7a5a9c', '#a686c6', '#dcc6ee'],
			noData: '#5a5f64',
			zero: '#7d7688'
		},
		hotspots: { hot: ['#a8601c', '#ff9d4d'], cold: ['#2f6a66', '#6fd6c9'] },
		selection: '#6cb6ff',
		position: '#6cb6ff',
		casing: '#101418'
	}
};
