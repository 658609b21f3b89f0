/**
 * What stands inside a symbol: filled outlines on a grid of 16, drawn for Cordon, legible at 12 px.
 * They name a kind of place, never what is offered there. `evenodd`: a second outline cuts a hole.
 */
import type { DeploymentKind, EstablishmentKind } from '$lib/core/domain';

export const ESTABLISHMENT_ICONS: Record<EstablishmentKind, string> = {
	bar: 'M1.5 2h13L9 8.2v4.3h3V14H4v-1.5h3V8.2z',
	night_club: 'M5.6 2.6 14 1v9.6a2.4 2.2 0 1 1-1.7-2.1V4.4L7.3 5.3v7.3a2.4 2.2 0 1 1-1.7-2.1z',
	brothel: 'M3.5 1h9v14h-9zM10.2 7.1a1 1 0 1 0 0 2 1 1 0 1 0 0-2z',
	hotel:
		'M1 3.5h1.7v5.3h4.1V5.6h5.4A2.8 2.8 0 0 1 15 8.4v5h-1.7v-2.2H2.7v2.2H1zM4.8 5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
	restaurant:
		'M2.8 1h1.3v4h.8V1h1.3v4h.8V1h1.3v5.2c0 1-.7 1.9-1.7 2.1V15H4.5V8.3c-1-.2-1.7-1.1-1.7-2.1zM10 1c2.2.4 3.2 2.4 3.2 4.6 0 1.6-.6 2.6-1.5 3V15H10z',
	massage_parlour:
		'M5 8V3.3a.8.8 0 0 1 1.6 0V7h.6V2.1a.8.8 0 0 1 1.6 0V7h.6V2.9a.8.8 0 0 1 1.6 0V8h.5V4.9a.8.8 0 0 1 1.5 0v5.3c0 3.2-1.9 4.8-4.4 4.8-2 0-3-.8-4-2.6L2.4 9.3c-.5-1 .6-1.8 1.4-1z',
	private_house: 'M8 1.5 15 8h-2v6.5H9.5V10h-3v4.5H3V8H1z',
	street_area: 'M5.3 1.5h5.4l3.8 13h-13zM7.4 3v2.4h1.2V3zM7.2 7v2.6h1.6V7zM7 11.2v2.5h2v-2.5z',
	other: 'M3 1.5h10v13H3zM5 3.5v2h2v-2zM9 3.5v2h2v-2zM5 7v2h2V7zM9 7v2h2V7zM6.9 10.8v3.7h2.2v-3.7z'
};

export const DEPLOYMENT_ICONS: Record<Exclude<DeploymentKind, 'area_of_operations'>, string> = {
	headquarters: 'm8 1.6 1.9 4 4.4.6-3.2 3 .8 4.4L8 11.5l-3.9 2.1.8-4.4-3.2-3 4.4-.6z',
	base: 'M1.5 3h2.7v1.8h2.4V3h2.8v1.8h2.4V3h2.7v10.5H10V10a2 2 0 0 0-4 0v3.5H1.5z',
	patrol_base: 'M8 2.5 15 13.5H9.7L8 10.4l-1.7 3.1H1z',
	staff_office: 'M5.2 4V2h5.6v2H14.5v9.8h-13V4zM6.7 4h2.6v-.6H6.7zM1.5 8.2v1.3h5v1.2h3V9.5h5V8.2z',
	staff_housing: 'M8 1.5 15 8h-2v6.5H9.5V10h-3v4.5H3V8H1z',
	leased_premises:
		'M3 1.5h10v13H9.6V11H6.4v3.5H3zM5 3.5v2h2v-2zM9 3.5v2h2v-2zM5 7v2h2V7zM9 7v2h2V7z',
	police_station:
		'M8 1.2 13.8 3.4v4.2c0 3.4-2.4 5.8-5.8 7.2-3.4-1.4-5.8-3.8-5.8-7.2V3.4zM8 3.1v9.7c2.5-1.2 4.1-2.9 4.1-5.2v-3z'
};

export const RULE_ICONS = {
	/** A zone: a plot with its corners. */
	zone: 'M1.5 5 6 1.5l8.5 2.6-1.6 9.1-7.6 1.3zM4 6.1l2.4-2.5 6 1.8-1.2 5.8-5.2.9z',
	/** A class rule: all places of a kind. */
	class: 'M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z',
	/** A curfew: hands of a clock; the dial is the symbol's ring. */
	curfew: 'M7.1 2.6h1.8v5l3.6 2.1-.9 1.6L7.1 8.7z'
} as const;
