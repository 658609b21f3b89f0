/** Names of what a scenario changes. */
import type { DatedDesignation, Establishment } from '$lib/core/domain';
import type { Messages } from '$lib/i18n/load';
import { placeTitle } from './analysis-rows';

export const titleOfPlace = ({ names }: Establishment, locale: string): string =>
	placeTitle({ names, name: {} }, locale);

export const titleOfRule = (rule: DatedDesignation, m: Messages, locale: string): string =>
	placeTitle(rule, locale) ||
	(rule.establishmentKind ? m.domain.establishmentKind[rule.establishmentKind] : '') ||
	m.domain.designationKind[rule.kind];
