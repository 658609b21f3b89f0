/** Which versions a member is asked to confirm. Pure; time is an argument. */
import { hasLapsed } from '$lib/core/directive';
import type { Instant, PersonnelCategory, Text } from '$lib/core/domain';
import type { ListInForce } from '$lib/core/list';
import type { MyAcknowledgement } from '$lib/data/api';
import type { VersionName } from '$lib/data/kept-acknowledgements';

export type Asked = VersionName & {
	title: Text;
	/** The order itself, where the device holds the list. */
	text: Text | null;
	/** For the page of the version; the list on the device does not know it. */
	versionId: string | null;
	remindedAt: Instant | null;
};

export const isSame = (one: VersionName, other: VersionName): boolean =>
	one.number === other.number && one.version === other.version;

/**
 * What binds this category: by the list on the device where there is one, since it is what the server
 * last confirmed there; otherwise by what the server said when the page came.
 */
export function listAsked(
	told: readonly MyAcknowledgement[],
	list: Pick<ListInForce, 'directives'> | null,
	category: PersonnelCategory,
	at: Instant
): Asked[] {
	if (!list) return told.filter(({ asked }) => asked).map((each) => ({ ...each, text: null }));
	return list.directives
		.filter(
			({ applicability, entries }) =>
				applicability.includes(category) && entries.some((entry) => !hasLapsed(entry, at))
		)
		.map(({ number, version, title, text }) => {
			const known = told.find((each) => isSame(each, { number, version }));
			const { versionId = null, remindedAt = null } = known ?? {};
			return { number, version, title, text, versionId, remindedAt };
		});
}
