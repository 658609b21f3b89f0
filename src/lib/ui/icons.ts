/**
 * The interface's icons: strokes on a 24 by 24 grid, drawn for Cordon. Map symbols and Off-Limits
 * pictograms are elsewhere (static/map); an icon here never stands without words or a label.
 */
export const ICONS = {
	add: 'M12 5v14M5 12h14',
	alert: 'M12 3.5 21.5 20h-19ZM12 10v4.5M12 17.2v.3',
	analysis: 'M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6M20 16V6',
	back: 'M14.5 5.5 8 12l6.5 6.5',
	base: 'M3 19h18M5 19l7-13 7 13M12 6V3M12 19v-5',
	calendar: 'M4 6h16v14H4ZM4 10h16M8 3v4M16 3v4',
	case: 'M3 5.500h7l2 3h9V20H3Z',
	check: 'M4 12.5 9.5 18 20 6.5',
	clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5.5l3.5 2',
	close: 'M6 6l12 12M18 6 6 18',
	copy: 'M9 9h11v11H9ZM5 15H4V4h11v1',
	desk: 'M4 13l2.5-8h11L20 13v6H4ZM4 13h5l1.5 2.5h3L15 13h5',
	directive: 'M6 3h9l4 4v14H6ZM15 3v4h4M9 12h7M9 16h7',
	down: 'M5.5 9 12 15.5 18.5 9',
	download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
	edit: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19ZM13.5 7l3.5 3.5',
	eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
	filter: 'M4 5h16l-6 7.5V19l-4 1.5v-8Z',
	forward: 'M9.5 5.5 16 12l-6.5 6.5',
	gate: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM7 12h10',
	import: 'M12 15V4M7 8.5l5-5 5 5M5 20h14',
	info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v6M12 7.5v.3',
	language:
		'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c3 3 3.8 6 3.8 9s-.8 6-3.8 9c-3-3-3.8-6-3.8-9S9 6 12 3Z',
	layers: 'M12 4 3 9l9 5 9-5ZM4 13.5l8 4.5 8-4.5',
	list: 'M8 6h12M8 12h12M8 18h12M4 6h.3M4 12h.3M4 18h.3',
	locate: 'M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM12 2.5V6M12 18v3.5M2.5 12H6M18 12h3.5M12 11.8v.4',
	lock: 'M5 11h14v9H5ZM8 11V8a4 4 0 0 1 8 0v3',
	mail: 'M3 6h18v13H3ZM3.5 7l8.5 6.5L20.5 7',
	map: 'M3 6.5 9 4l6 2.5L21 4v13.5L15 20l-6-2.5L3 20ZM9 4v13.5M15 6.5V20',
	members:
		'M9 5a3.2 3.2 0 1 0 0 6.4A3.2 3.2 0 0 0 9 5ZM3 19c.4-3.4 2.7-5 6-5s5.600 1.600 6 5M16 5.300a3 3 0 0 1 0 5.800M17.500 14.300c2.100.600 3.200 2.200 3.500 4.700',
	minus: 'M5 12h14',
	moon: 'M20 14.500A8 8 0 0 1 9.500 4 8 8 0 1 0 20 14.500Z',
	more: 'M5 12h.300M12 12h.300M19 12h.300',
	pause: 'M8 5v14M16 5v14',
	person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.500 20.500c.500-4 3.300-6 7.500-6s7 2 7.500 6',
	phone:
		'M5 4h4l1.500 4.500L8 10.500a12 12 0 0 0 5.500 5.500l2-2.500L20 15v4c-8 1.500-16.500-7-15-15Z',
	place:
		'M12 21c4.500-5 6.500-8.300 6.500-11.200a6.500 6.500 0 0 0-13 0C5.500 12.700 7.500 16 12 21ZM12 7.500a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600Z',
	play: 'M7 4.500 19 12 7 19.500Z',
	print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7Z',
	record: 'M5 4h14v16H5ZM9 9h6M9 13h6M9 17h3',
	remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
	rings:
		'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9ZM12 11.800v.400',
	risk: 'M4 4h16v16H4ZM4 12h16M12 4v16M14.5 9.5l3-3M14.5 6.500l3 3',
	search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM15.500 15.500 20.500 20.500',
	settings: 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4',
	signOut: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
	sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.500v2.500M12 19v2.500M2.500 12H5M19 12h2.500M5.300 5.300 7 7M17 17l1.700 1.700M5.300 18.700 7 17M17 7l1.700-1.700',
	system: 'M3 5h18v12H3ZM9 20.500h6M12 17v3.500',
	up: 'M5.500 15 12 8.500 18.500 15',
	zone: 'M5 7l8-3 6 6-3 9-9 1Z'
} as const;

export type IconName = keyof typeof ICONS;

/** Icons that point along the line of reading and turn with it. */
export const TURNS_WITH_TEXT: ReadonlySet<IconName> = new Set([
	'back',
	'forward',
	'signOut',
	'list'
]);
