/**
 * Peers in one run: warmed up, then in turn, round by round, so that a busy machine slows all of
 * them. The ratio is the median of the rounds' ratios.
 */
export type Peer = { name: string; run: () => unknown };

/** Runs the peers and prints each one's median and how many times the first one's time it takes. */
export function compare(title: string, peers: readonly Peer[], rounds: number): void {
	const times = peers.map(() => [] as number[]);
	peers[0]!.run();
	for (let round = 0; round < rounds; round++) {
		peers.forEach((peer, i) => {
			const start = performance.now();
			peer.run();
			times[i]!.push(performance.now() - start);
		});
	}
	console.log(`\n${title} (${rounds} rounds)`);
	peers.forEach((peer, i) => {
		const ratio = medianOf(times[i]!.map((time, round) => time / times[0]![round]!));
		const shown = `${medianOf(times[i]!).toFixed(1).padStart(10)} ms ${ratio.toFixed(1).padStart(8)} x`;
		console.log(`${shown}  ${peer.name}`);
	});
}

export function medianOf(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
