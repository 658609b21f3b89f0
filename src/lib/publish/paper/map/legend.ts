/** The legend of the printed maps: what they show, from the same drawings. */
import { inkOf, symbolContent, SYMBOL_SIZE, type SymbolId } from '$lib/map/symbols/draw';
import { PALETTE } from '$lib/ui/palette';
import type { EstablishmentKind } from '$lib/core/domain';
import type { Speaker } from '../say';
import {
	ACCURACY_STYLE,
	AREA_STROKES,
	BUFFER_STYLE,
	boundaryStroke,
	PART_STYLE,
	patternTile,
	type Shown
} from './picture';
import { BOUNDARY_KINDS } from './ground';
import { NET_STROKE } from './net';

/** Drawn, or for a number on the map written as there. */
export type LegendItem = { svg: string | null; text: string };

/** A sample's box, in the units of its drawing: millimetres. */
const WIDTH = 8;
const HEIGHT = 5;
const svgOf = (content: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}mm" height="${HEIGHT}mm">${content}</svg>`;
const line = (stroke: string) => svgOf(`<path d="M.5 2.5h7" ${stroke}/>`);

export function legendOf(pictures: readonly Shown[], { words, labels }: Speaker): LegendItem[] {
	const shows = <K extends keyof Shown>(what: K, item: Shown[K][number]) =>
		pictures.some((shown) => (shown[what] as unknown[]).includes(item));
	const symbols = [...new Set(pictures.flatMap((shown) => shown.symbols))].sort();
	const kinds = symbols.filter((id) => id !== 'curfew' && id !== 'off-limits-zone');
	const mission = PALETTE.light.basemap.missionEdge;
	return [
		...kinds.map((id) => ({
			svg: sign(id),
			text: labels.establishmentKind[id.replace('off-limits-', '') as EstablishmentKind]
		})),
		...(shows('patterns', 'pattern-off-limits')
			? [{ svg: areaSample('pattern-off-limits', 'off-limits-zone'), text: words.map.zone }]
			: []),
		...(shows('patterns', 'pattern-curfew')
			? [{ svg: areaSample('pattern-curfew', 'curfew'), text: words.map.curfew }]
			: []),
		{ svg: null, text: words.map.number },
		...(shows('lines', 'buffer')
			? [{ svg: svgOf(`<circle cx="4" cy="2.5" r="2" ${BUFFER_STYLE}/>`), text: words.map.buffer }]
			: []),
		...(shows('lines', 'accuracy')
			? [
					{
						svg: svgOf(`<circle cx="4" cy="2.5" r="2" ${ACCURACY_STYLE}/>`),
						text: words.map.accuracy
					}
				]
			: []),
		...(shows('lines', 'part')
			? [
					{
						svg: svgOf(`<rect x="1.5" y=".7" width="5" height="3.6" ${PART_STYLE}/>`),
						text: words.map.extent
					}
				]
			: []),
		{
			svg: line(`fill="none" stroke="${mission}" stroke-opacity=".3" stroke-width="1.4"`),
			text: words.map.missionArea
		},
		...BOUNDARY_KINDS.filter((kind) => shows('boundaries', kind)).map((kind) => ({
			svg: line(boundaryStroke(kind)),
			text: words.map.boundary[kind]
		})),
		...(shows('lines', 'graticule') ? [{ svg: line(NET_STROKE), text: words.map.graticule }] : []),
		...(shows('lines', 'grid') ? [{ svg: line(NET_STROKE), text: words.map.grid }] : [])
	];
}

function sign(id: SymbolId): string {
	const scale = 4.4 / SYMBOL_SIZE;
	return svgOf(
		`<g transform="translate(1.8 .3) scale(${scale})">${symbolContent(id, inkOf('light'))}</g>`
	);
}

function areaSample(pattern: keyof typeof AREA_STROKES, symbol: SymbolId): string {
	const scale = 3 / SYMBOL_SIZE;
	return svgOf(
		`<defs>${patternTile(pattern)}</defs><rect x=".5" y=".5" width="7" height="4" fill="url(#${pattern})" ${AREA_STROKES[pattern]}/>` +
			`<g transform="translate(2.5 1) scale(${scale})">${symbolContent(symbol, inkOf('light'))}</g>`
	);
}
