import { defineCommand, need } from './command.ts';
import { knownOptions, readInstant, REFUSALS, verifyFile } from './bundle-file.ts';
import { groupFingerprint } from './keys.ts';

const HOUR = 3_600_000;

export const verifyCommand = defineCommand({
	name: 'verify',
	usage:
		'npm run cordon -- verify FILE [--key FINGERPRINT] [--seen SEQUENCE] [--time INSTANT] [--json]',
	summary:
		'Verifies a signed list (bundle.json, or latest.json with its list beside it). --key is the fingerprint of a notice board, --seen the newest list known before. Exit code 1: refused.',
	options: { ...knownOptions, time: { type: 'string' }, json: { type: 'boolean' } },
	async run(values, [file]) {
		const at = readInstant('time', values.time);
		const { refusal, verified } = await verifyFile(need('FILE', file), values);
		const expired =
			verified &&
			Date.parse(at) > Date.parse(verified.confirmedAt) + verified.list.lifetimeHours * HOUR;
		const early = verified && verified.list.effectiveFrom > at;
		const fault = refusal ?? (expired ? 'expired' : early ? 'notYetEffective' : null);
		if (fault) process.exitCode = 1;

		if (values.json) {
			const { list, sha256, confirmedAt, keys } = verified ?? {};
			const what = list && { mission: list.mission.slug, sequence: list.sequence, sha256 };
			const answer = { refusal: fault, ...what, confirmedAt, key: keys?.at(-1)?.key };
			return console.log(JSON.stringify(answer, null, '\t'));
		}
		if (refusal) return console.error(`Refused: ${REFUSALS[refusal]}`);
		const { list, confirmedAt, keys, sha256 } = verified!;
		const say = fault ? console.error : console.log;
		say(
			`Genuine: list ${list.sequence} of ${list.mission.acronym}, in force from ${list.effectiveFrom}.\n  ${sha256}`
		);
		if (expired) {
			say(
				`Too old to rely on: last confirmed at ${confirmedAt}, which holds for ${list.lifetimeHours} hours. Get a newer copy.`
			);
		} else if (early) say('It is not in force yet.');
		else say(`Last confirmed at ${confirmedAt}; it holds for ${list.lifetimeHours} hours.`);
		if (values.key === undefined) {
			say(
				`No key was given to compare. Its newest key is number ${keys.at(-1)!.number}; the notice board must say:\n${groupFingerprint(keys.at(-1)!.key)}`
			);
		}
	}
});
