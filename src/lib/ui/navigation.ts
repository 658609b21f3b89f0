/** Which pages a role works with, most used first. What a role may do, the database decides. */
import type { Role } from '$lib/core/domain';
import type { IconName } from './icons';

export type Destination =
	| 'check'
	| 'list'
	| 'map'
	| 'desk'
	| 'directives'
	| 'analysis'
	| 'slide'
	| 'deployments'
	| 'risk'
	| 'cases'
	| 'places'
	| 'import'
	| 'record'
	| 'members'
	| 'audit'
	| 'keys';

/** The first is the role's home page; the first four stand in the bottom bar of a phone. */
export const DESTINATIONS: Record<Role, readonly Destination[]> = {
	personnel: ['check', 'list', 'map', 'directives', 'record', 'keys'],
	analyst: [
		'map',
		'analysis',
		'deployments',
		'risk',
		'list',
		'slide',
		'cases',
		'places',
		'directives',
		'check',
		'import',
		'record',
		'keys'
	],
	focal_point: [
		'desk',
		'cases',
		'places',
		'map',
		'directives',
		'list',
		'analysis',
		'deployments',
		'risk',
		'slide',
		'check',
		'import',
		'record',
		'keys'
	],
	head_of_mission: [
		'desk',
		'map',
		'directives',
		'analysis',
		'list',
		'slide',
		'cases',
		'deployments',
		'risk',
		'places',
		'check',
		'members',
		'audit',
		'import',
		'record',
		'keys'
	],
	administrator: [
		'members',
		'audit',
		'deployments',
		'list',
		'map',
		'check',
		'directives',
		'import',
		'record',
		'keys'
	]
};

export const ICON_OF: Record<Destination, IconName> = {
	check: 'gate',
	list: 'list',
	map: 'map',
	desk: 'desk',
	directives: 'directive',
	analysis: 'analysis',
	slide: 'rings',
	deployments: 'base',
	risk: 'risk',
	cases: 'case',
	places: 'place',
	import: 'import',
	record: 'record',
	members: 'members',
	audit: 'eye',
	keys: 'lock'
};

export function homeOf(mission: string, role: Role): string {
	return `/missions/${mission}/${DESTINATIONS[role][0]}`;
}
