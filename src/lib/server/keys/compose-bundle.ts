import type { MissionKeys, PublishedList } from '../../data/api.ts';
import type { Bundle } from '../../publish/bundle.ts';
import type { Signer } from './signer.ts';

/** The signed publication of the list in force, without its text: the pointer. */
export function composePointer(
	signer: Signer,
	mission: string,
	list: Omit<PublishedList, 'text'>,
	{ keys, revocations }: MissionKeys
): Bundle {
	const { sha256, signatures } = list;
	return {
		format: 'cordon-bundle/1',
		mission,
		list: { sha256, signatures },
		confirmation: signer.confirm(mission, keys, list),
		keys,
		revocations
	};
}
