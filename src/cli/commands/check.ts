import { checkPosition } from '../../lib/core/check.ts';
import type { Instant, LngLat } from '../../lib/core/domain.ts';
import type { ListInForce } from '../../lib/core/list.ts';
import { parseList } from '../../lib/data/published-list.ts';
import { knownOptions, readGiven, readInstant, REFUSALS, verifyFile } from './bundle-file.ts';
import { defineCommand, InputError, need } from './command.ts';

export const checkCommand = defineCommand({
	name: 'check',
	usage:
		'npm run cordon -- check --bundle BUNDLE.json --at LNG,LAT [--time INSTANT] [--accuracy METRES] [--key FINGERPRINT] [--seen SEQUENCE] [--json]',
	summary:
		'Checks a position against a signed list, as the phone does. Nothing is sent anywhere. With --list LIST.json whoever gives the file vouches for it. Exit code 2: what was given cannot be used.',
	options: {
		...knownOptions,
		bundle: { type: 'string' },
		list: { type: 'string' },
		at: { type: 'string' },
		time: { type: 'string' },
		accuracy: { type: 'string' },
		json: { type: 'boolean' }
	},
	async run(values) {
		const position = readPosition(need('at', values.at));
		const accuracyMetres = Number(values.accuracy ?? 10);
		if (!(accuracyMetres >= 0)) throw new InputError('--accuracy is a distance in metres.');
		const at = readInstant('time', values.time);
		const { list, confirmedAt } = values.list
			? { list: readList(values.list), confirmedAt: at }
			: await readVerified(need('bundle', values.bundle), values);

		const check = checkPosition(list, { position, accuracyMetres }, { at, confirmedAt });
		const { verdict, reason, entry, distanceMetres, uncertaintyMetres } = check;
		if (values.json) {
			const { sequence, effectiveFrom } = list;
			const answer = { verdict, reason, distanceMetres, uncertaintyMetres, entry };
			return console.log(
				JSON.stringify({ ...answer, list: { sequence, effectiveFrom, confirmedAt } }, null, '\t')
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

function readPosition(written: string): LngLat {
	const [lng, lat, ...more] = written.split(',').map((part) => (part.trim() ? Number(part) : NaN));
	if (more.length > 0 || !(Math.abs(lng!) <= 180) || !(Math.abs(lat!) <= 90)) {
		throw new InputError('--at is longitude and latitude in degrees, such as 21.1655,42.6629.');
	}
	return [lng!, lat!];
}

function readList(file: string): ListInForce {
	const list = parseList(readGiven(file).toString());
	if (!list) throw new InputError(`${file} is not a list of Cordon.`);
	return list;
}

async function readVerified(
	file: string,
	known: { key?: string; seen?: string }
): Promise<{ list: ListInForce; confirmedAt: Instant }> {
	const { refusal, verified } = await verifyFile(file, known);
	if (refusal) throw new InputError(`${file} is refused. ${REFUSALS[refusal]}`);
	return verified;
}
