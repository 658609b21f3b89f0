import { readFileSync } from 'node:fs';
import { checkPosition } from '../../lib/core/check.ts';
import type { LngLat } from '../../lib/core/domain.ts';
import type { ListInForce } from '../../lib/core/list.ts';
import { StartError } from '../../lib/server/start-error.ts';
import { defineCommand, need } from './command.ts';

export const checkCommand = defineCommand({
	name: 'check',
	usage: 'npm run cordon -- check --list LIST.json --at LNG,LAT [--accuracy METRES] [--json]',
	summary:
		'Checks a position against a published list, as the phone does. Nothing is sent anywhere.',
	options: {
		list: { type: 'string' },
		at: { type: 'string' },
		accuracy: { type: 'string' },
		json: { type: 'boolean' }
	},
	run(values) {
		const list = JSON.parse(readFileSync(need('list', values.list), 'utf8')) as ListInForce;
		const position = need('at', values.at).split(',').map(Number);
		if (position.length !== 2 || !position.every(Number.isFinite)) {
			throw new StartError('--at is longitude and latitude in degrees, such as 21.1655,42.6629.');
		}
		const now = new Date().toISOString();
		const accuracyMetres = values.accuracy ? Number(values.accuracy) : 10;
		const fix = { position: position as LngLat, accuracyMetres };
		// Whoever hands over the file vouches for it being the list in force.
		const check = checkPosition(list, fix, { at: now, confirmedAt: now });
		const { verdict, reason, entry, distanceMetres, uncertaintyMetres } = check;
		if (values.json) {
			const { sequence, effectiveFrom } = list;
			const answer = { verdict, reason, distanceMetres, uncertaintyMetres, entry };
			return console.log(
				JSON.stringify({ ...answer, list: { sequence, effectiveFrom } }, null, '\t')
			);
		}
		const distance = distanceMetres === null ? '' : `, ${Math.round(distanceMetres)} m`;
		const name = entry?.names[0]?.text ?? Object.values(entry?.name ?? {})[0];
		console.log(`${verdict} (${reason})${name ? `: ${name}` : ''}${distance}`);
		console.log(
			`List ${list.sequence} of ${list.mission.acronym}, in force from ${list.effectiveFrom}.`
		);
	}
});
