import { checkPosition } from '../../lib/core/check.ts';
import type { Instant, LngLat } from '../../lib/core/domain.ts';
import type { ListInForce } from '../../lib/core/list.ts';
import { toMillis } from '../../lib/core/period.ts';
import { parseList } from '../../lib/data/published-list.ts';
import { knownOptions, readGiven, readInstant, REFUSALS, verifyFile } from './bundle-file.ts';
import { defineCommand, InputError, need } from './command.ts';
import { needNumber } from './figures.ts';

export const checkCommand = defineCommand({
	name: 'check',
	usage:
		'npm run --silent cordon -- check --bundle BUNDLE.json --at LNG,LAT [--time INSTANT] [--accuracy METRES] [--key FINGERPRINT] [--seen SEQUENCE] [--json]',
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
		const accuracyMetres = needNumber('accuracy', values.accuracy ?? '10');
		const at = readInstant('time', values.time);
		const { list, confirmedAt: lastConfirmed } = values.list
			? { list: readList(values.list), confirmedAt: at }
			: await readVerified(need('bundle', values.bundle), values);
		// Asked about a moment of the past, no clock is wrong: the list held from when it took effect.
		const isPast = values.time !== undefined && toMillis(at) < toMillis(lastConfirmed);
		const confirmedAt = isPast ? at : lastConfirmed;

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

function readList(file: string, text = readGiven(file).toString()): ListInForce {
	const list = parseList(text);
	if (!list) throw new InputError(`${file} is not a list of Cordon.`);
	return list;
}

async function readVerified(
	file: string,
	known: { key?: string; seen?: string }
): Promise<{ list: ListInForce; confirmedAt: Instant }> {
	const { refusal, verified } = await verifyFile(file, known);
	if (refusal) throw new InputError(`${file} is refused. ${REFUSALS[refusal]}`);
	return { list: readList(file, verified.text), confirmedAt: verified.confirmedAt };
}
