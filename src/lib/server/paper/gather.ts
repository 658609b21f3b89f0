/** The facts of a version on paper and the ground under its maps, as one reader may see them. */
import type { Api } from '$lib/data/api';
import { numberEntries, type PaperFacts, type PaperOptions } from '$lib/publish/paper/facts';
import { planMaps } from '$lib/publish/paper/map/plan';
import { composePaper, type Paper } from '$lib/publish/paper/paper';
import { openGround } from './ground.ts';

type Asked = 'get_directive_version' | 'list_directive_versions' | 'get_version_list';
/** Calls the database with the reader's own rights. */
export type Ask = <Name extends Asked>(
	name: Name,
	args: Api[Name]['args']
) => Promise<Api[Name]['result']>;

/**
 * `name` is a version's id or its number and version, "3.2"; undefined when the mission has none of
 * that name that the reader may see. `addressOf` says where a reader opens the version, if anywhere.
 */
export async function gatherFacts(
	ask: Ask,
	mission: string,
	name: string,
	addressOf: (versionId: string) => string | null
): Promise<PaperFacts | undefined> {
	const versions = await ask('list_directive_versions', { mission });
	const found = versions.find(
		({ id, number, version }) => id === name || `${number}.${version}` === name
	);
	if (!found) return undefined;
	const before = versions.find(
		({ directiveId, version }) => directiveId === found.directiveId && version === found.supersedes
	);
	const [version, list, previous] = await Promise.all([
		ask('get_directive_version', { version_id: found.id }),
		ask('get_version_list', { version_id: found.id }),
		before ? ask('get_directive_version', { version_id: before.id }) : null
	]);
	return { version, previous, list, address: addressOf(found.id) };
}

export async function makePaper(
	facts: PaperFacts,
	options: PaperOptions,
	dataFolder: string
): Promise<Paper> {
	if (options.kind === 'poster') return composePaper(facts, { plans: [], grounds: [] }, options);
	const entries = numberEntries(facts.version.designations);
	const plans = planMaps(facts.list.coverage.coordinates, entries);
	const readGround = await openGround(dataFolder);
	const grounds = await Promise.all(plans.map(({ frame }) => readGround(frame)));
	return composePaper(facts, { plans, grounds }, options);
}
