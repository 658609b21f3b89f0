/**
 * The symbols of the map as SVG, one drawing for the map, the legend, the list and print.
 *
 * Deployments keep the grammar of NATO APP-6 and the United Nations' military symbols: a friendly land
 * unit is a blue rectangle, a bar above it marks an installation, a staff below it a headquarters; the
 * icon inside is plain, for readers who never learned APP-6. An Off-Limits place is the prohibition
 * sign of the road: ring and bar. A curfew is a dial, a draft a dashed ring without a bar: each differs
 * by shape before it differs by colour.
 */
import {
	DEPLOYMENT_KINDS,
	ESTABLISHMENT_KINDS,
	type DeploymentKind,
	type EstablishmentKind
} from '$lib/core/domain';
import { PALETTE, type MapColours, type Theme } from '$lib/ui/palette';
import { DEPLOYMENT_ICONS, ESTABLISHMENT_ICONS, RULE_ICONS } from './icons';

export type PlaceKind = Exclude<DeploymentKind, 'area_of_operations'>;
export type SymbolId =
	| `deployment-${PlaceKind}`
	| `off-limits-${EstablishmentKind}`
	| `draft-${EstablishmentKind}`
	| 'off-limits-zone'
	| 'off-limits-class'
	| 'draft-zone'
	| 'draft-class'
	| 'draft-curfew'
	| 'curfew'
	| 'position';

/** The colours of a drawing: one theme's, or pairs that follow the page (`light-dark`). */
export type Ink = (pick: (colours: MapColours) => string) => string;
export const inkOf =
	(theme: Theme): Ink =>
	(pick) =>
		pick(PALETTE[theme]);
export const pageInk: Ink = (pick) => `light-dark(${pick(PALETTE.light)}, ${pick(PALETTE.dark)})`;

/** Side of every symbol's square, in the drawing's units; also its size on the map in CSS pixels. */
export const SYMBOL_SIZE = 32;

/** An icon of the 16 grid, `side` units wide, centred on [x, y]; `casing` lifts it off what it covers. */
function icon(path: string, fill: string, side: number, x = 16, y = 16, casing?: string): string {
	const place = `transform="translate(${x - side / 2} ${y - side / 2}) scale(${side / 16})" d="${path}"`;
	const under = casing
		? `<path ${place} fill="${casing}" stroke="${casing}" stroke-width="2.6" stroke-linejoin="round"/>`
		: '';
	return `${under}<path ${place} fill="${fill}" fill-rule="evenodd"/>`;
}

function deployment(kind: PlaceKind, ink: Ink): string {
	const line = ink((c) => c.deployment.line);
	const fill = ink((c) => c.deployment.fill);
	const casing = ink((c) => c.casing);
	const staff = kind === 'headquarters';
	const rooms = ['staff_office', 'staff_housing', 'leased_premises'].includes(kind);
	const installation = !staff && !rooms;
	// The staff stands at the left, its foot is where the headquarters is; the map anchors the frame.
	const shape = `M4 8h24v17H4z` + (staff ? 'M4 25v6' : '') + (installation ? 'M10 5.5h12' : '');
	return (
		`<path d="${shape}" fill="none" stroke="${casing}" stroke-width="5" stroke-linejoin="round" stroke-linecap="round"/>` +
		`<path d="M4 8h24v17H4z" fill="${fill}"/>` +
		`<path d="${shape}" fill="none" stroke="${line}" stroke-width="2.4" stroke-linejoin="round"/>` +
		(installation ? `<path d="M10 5.2h12" stroke="${line}" stroke-width="3.4"/>` : '') +
		icon(DEPLOYMENT_ICONS[kind], line, 13, 16, 16.5)
	);
}

function offLimits(path: string, ink: Ink): string {
	const line = ink((c) => c.prohibition.line);
	const fill = ink((c) => c.prohibition.fill);
	return (
		`<circle cx="16" cy="16" r="14.6" fill="${ink((c) => c.casing)}"/>` +
		`<circle cx="16" cy="16" r="12" fill="${fill}"/>` +
		`<path d="m7.6 7.6 16.8 16.8" stroke="${line}" stroke-width="2.7"/>` +
		// The icon lies over the bar and is cased: a bar over it leaves nothing to read at 20 px.
		icon(
			path,
			ink((c) => c.prohibition.icon),
			13,
			16,
			16,
			fill
		) +
		`<circle cx="16" cy="16" r="12" fill="none" stroke="${line}" stroke-width="2.9"/>`
	);
}

function draft(path: string, ink: Ink): string {
	return (
		`<circle cx="16" cy="16" r="14.6" fill="${ink((c) => c.casing)}"/>` +
		`<circle cx="16" cy="16" r="12.2" fill="${ink((c) => c.draft.fill)}" stroke="${ink((c) => c.draft.line)}" stroke-width="2.5" stroke-dasharray="5.1 2.566"/>` +
		icon(
			path,
			ink((c) => c.draft.icon),
			13.5
		)
	);
}

function curfew(ink: Ink): string {
	const line = ink((c) => c.curfew.line);
	const ticks = 'M16 5.2v2.6M16 24.2v2.6M5.2 16h2.6M24.2 16h2.6';
	return (
		`<circle cx="16" cy="16" r="14.6" fill="${ink((c) => c.casing)}"/>` +
		`<circle cx="16" cy="16" r="12.2" fill="${ink((c) => c.curfew.fill)}" stroke="${line}" stroke-width="2.4"/>` +
		`<path d="${ticks}" stroke="${line}" stroke-width="1.8"/>` +
		icon(
			RULE_ICONS.curfew,
			ink((c) => c.curfew.icon),
			16
		)
	);
}

function position(ink: Ink): string {
	const line = ink((c) => c.position);
	return (
		`<circle cx="16" cy="16" r="13" fill="${line}" fill-opacity=".18"/>` +
		`<circle cx="16" cy="16" r="7.5" fill="${ink((c) => c.casing)}"/>` +
		`<circle cx="16" cy="16" r="5.4" fill="${line}"/>`
	);
}

const establishment = (kind: string) =>
	ESTABLISHMENT_ICONS[kind as EstablishmentKind] ?? ESTABLISHMENT_ICONS.other;

function content(id: SymbolId, ink: Ink): string {
	if (id === 'position') return position(ink);
	if (id === 'curfew') return curfew(ink);
	if (id === 'draft-curfew') return draft(RULE_ICONS.curfew, ink);
	if (id.startsWith('deployment-')) return deployment(id.slice(11) as PlaceKind, ink);
	const [family, kind] = id.startsWith('draft-')
		? [draft, id.slice(6)]
		: [offLimits, id.slice('off-limits-'.length)];
	if (kind === 'zone') return family(RULE_ICONS.zone, ink);
	if (kind === 'class') return family(RULE_ICONS.class, ink);
	return family(establishment(kind), ink);
}

/** Every symbol there is, in the order of a full legend. */
export const SYMBOL_IDS: readonly SymbolId[] = [
	...DEPLOYMENT_KINDS.filter((kind) => kind !== 'area_of_operations').map(
		(kind): SymbolId => `deployment-${kind as PlaceKind}`
	),
	...ESTABLISHMENT_KINDS.map((kind): SymbolId => `off-limits-${kind}`),
	'off-limits-zone',
	'off-limits-class',
	'curfew',
	...ESTABLISHMENT_KINDS.map((kind): SymbolId => `draft-${kind}`),
	'draft-zone',
	'draft-class',
	'draft-curfew',
	'position'
];

/** What stands between `<svg>` and `</svg>`: constant text of ours, safe to insert as markup. */
export const symbolContent = (id: SymbolId, ink: Ink): string => content(id, ink);

export function symbolSvg(id: SymbolId, theme: Theme, pixels = SYMBOL_SIZE): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${SYMBOL_SIZE} ${SYMBOL_SIZE}">${content(id, inkOf(theme))}</svg>`;
}
