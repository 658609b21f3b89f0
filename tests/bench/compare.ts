/**
 * Peers in one run: warmed up, then in turn, round by round, so that a busy machine slows all of
 * them. The ratio is the median of the rounds' ratios; their least and greatest follow. Beside the
 * clock stands the processor's own time, which waiting for others does not lengthen.
 */
import { loadavg } from 'node:os';

/** `isElsewhere`: it works in another process, whose time is not ours to see. */
export type Peer = { name: string; run: () => unknown; isElsewhere?: boolean };

/** So long each is run before it counts: the compiler of a short one takes dozens of runs. */
const WARM_MILLISECONDS = 1000;

/** Runs the peers and prints each one's median and how many times the first one's time it takes. */
export async function compare(
	title: string,
	peers: readonly Peer[],
	rounds: number
): Promise<void> {
	const times = peers.map(() => [] as number[]);
	const processorTimes = peers.map(() => [] as number[]);
	for (const { run, isElsewhere } of peers) {
		const began = performance.now();
		while (!isElsewhere && performance.now() - began < WARM_MILLISECONDS) await run();
	}
	for (let round = 0; round < rounds; round++) {
		for (const [i, peer] of peers.entries()) {
			const start = performance.now();
			const before = process.cpuUsage();
			await peer.run();
			times[i]!.push(performance.now() - start);
			const { user, system } = process.cpuUsage(before);
			processorTimes[i]!.push((user + system) / 1000);
		}
	}
	console.log(`\n${title} (${rounds} rounds, ${shownLoad()})`);
	peers.forEach((peer, i) => {
		const ratios = ratiosOf(times[i]!, times[0]!);
		const spread = i === 0 ? '' : ` (${ratios[0]!.toFixed(1)}-${ratios.at(-1)!.toFixed(1)})`;
		const shown = `${medianOf(times[i]!).toFixed(1).padStart(10)} ms ${medianOf(ratios).toFixed(1).padStart(8)} x`;
		const processor = medianOf(ratiosOf(processorTimes[i]!, processorTimes[0]!)).toFixed(1);
		const byProcessor = i === 0 || peer.isElsewhere ? '' : `, by processor time ${processor} x`;
		console.log(`${shown}${spread.padEnd(12)}  ${peer.name}${byProcessor}`);
	});
}

const ratiosOf = (times: readonly number[], first: readonly number[]) =>
	times.map((time, round) => time / first[round]!).sort((a, b) => a - b);

/** Whether `npm run bench -- --quick` asked for the small sizes: for a look, not for a claim. */
export const isQuick = process.argv.includes('--quick');

/** How busy the machine is: what runs or waits to, on average over the last minute. */
export const shownLoad = () => `load ${loadavg()[0]!.toFixed(1)}`;

export function medianOf(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
