import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedList } from '../../lib/data/api.ts';
import type { Engine } from '../../lib/server/engine/engine.ts';
import { composePointer } from '../../lib/server/keys/compose-bundle.ts';
import { openKeyStore } from '../../lib/server/keys/key-files.ts';
import { createSigner } from '../../lib/server/keys/signer.ts';
import { deskOfOperator } from '../../lib/server/keys/signing-desk.ts';
import { readSettings } from '../../lib/server/settings.ts';
import { defineCommand, InputError, need, withEngine } from './command.ts';

export const publishExportCommand = defineCommand({
	name: 'publish export',
	usage: 'npm run cordon -- publish export DIR --mission SLUG',
	summary:
		'Writes the signed publication for any static host: DIR/SLUG/latest.json, bundle.json and every list that took effect. Whoever can read DIR can read the list.',
	options: { mission: { type: 'string' } },
	async run({ mission: slug }, [folder]) {
		const mission = need('mission', slug);
		const target = join(need('DIR', folder), mission);
		const signer = createSigner(openKeyStore(readSettings()));
		await withEngine(async (engine) => {
			const desk = deskOfOperator(engine);
			const lists = await listPublished(engine, mission);
			const [newest] = lists;
			if (!newest) throw new InputError(`"${mission}" has published no list.`);
			await signer.keepSigned(desk, mission);
			const inHand = (await listPublished(engine, mission))[0]!;
			mkdirSync(target, { recursive: true });
			for (const { sha256, text } of lists) write(target, `${sha256}.json`, text);
			const pointer = composePointer(signer, mission, inHand, await desk.read(mission, false));
			const whole = { ...pointer, list: { ...pointer.list, text: inHand.text } };
			write(target, 'bundle.json', JSON.stringify(whole), true);
			// Last, so that it never points to what is not there.
			write(target, 'latest.json', JSON.stringify(pointer), true);
			console.log(
				`List ${inHand.sequence} of ${mission} is in ${target}, with ${lists.length} in all. It was confirmed now: write it again before its lifetime ends.`
			);
		});
	}
});

/** Every list that took effect, newest first. Lists of later moments stay where they are. */
const listPublished = (engine: Engine, mission: string) =>
	engine.run<PublishedList>([
		{ sql: 'set local role cordon_keeper' },
		{
			sql: `select b.sequence, b.sha256, b.text, cordon.to_instant(b.effective_from) as "effectiveFrom",
					cordon.to_signatures(b.mission_id, b.sequence) as signatures
				from cordon.bundles b join cordon.missions m on m.id = b.mission_id
				where m.slug = $1::text and b.effective_from <= now()
				order by b.sequence desc`,
			params: [mission]
		}
	]);

/** Whole or not at all, and readable for a web server. What is named by its content is right already. */
function write(folder: string, name: string, content: string, replace = false): void {
	const path = join(folder, name);
	if (!replace && existsSync(path)) return;
	writeFileSync(`${path}.part`, content);
	renameSync(`${path}.part`, path);
}
