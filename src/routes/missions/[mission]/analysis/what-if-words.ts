/** Names of what a scenario changes, and its changes in words. */
import type { DatedDesignation, Establishment } from '$lib/core/domain';
import { distanceMetres, middleOf } from '$lib/core/geo';
import type { I18n } from '$lib/i18n/i18n';
import type { Messages } from '$lib/i18n/load';
import { placeTitle } from './analysis-rows';
import type { WhatIfScreen } from './what-if-screen.svelte';

export const titleOfPlace = ({ names }: Establishment, locale: string): string =>
	placeTitle({ names, name: {} }, locale);

export const titleOfRule = (rule: DatedDesignation, m: Messages, locale: string): string =>
	placeTitle(rule, locale) ||
	(rule.establishmentKind ? m.domain.establishmentKind[rule.establishmentKind] : '') ||
	m.domain.designationKind[rule.kind];

/** By "place:id", "rule:id" or "deployment:id"; null where no such record exists on the day. */
export function tellChanges(
	{ scenario, standings, rules, deployments }: WhatIfScreen,
	{ m, format, locale }: I18n
): Map<string, string | null> {
	const words = m.whatIf.changes;
	const told = new Map<string, string | null>();
	for (const id of scenario.designated) {
		const place = standings.find((each) => each.place.id === id)?.place;
		told.set(`place:${id}`, place ? words.designated({ name: titleOfPlace(place, locale) }) : null);
	}
	for (const id of scenario.lifted) {
		const rule = rules.find((each) => each.id === id);
		told.set(`rule:${id}`, rule ? words.lifted({ name: titleOfRule(rule, m, locale) }) : null);
	}
	for (const { id, position } of scenario.moved) {
		const base = deployments.find((each) => each.id === id);
		const metres = base && distanceMetres(middleOf(base.geometry), position);
		told.set(
			`deployment:${id}`,
			base ? words.moved({ name: base.name, distance: format.distance(metres!) }) : null
		);
	}
	return told;
}
