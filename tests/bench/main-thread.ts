/** How long the page's own thread is blocked while something is done, from the browser's own trace. */
import type { CDPSession, Page } from 'playwright-core';
import { medianOf } from './compare';

/** Clock and processor time: where a processor draws, the thread also waits for the drawing process. */
export type Blocking = {
	longestMs: number;
	/** Of each task what is over 50 ms, added up: total blocking time. */
	blockedMs: number;
	longestCpuMs: number;
	blockedCpuMs: number;
};

type TraceEvent = {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	ts: number;
	dur?: number;
	tdur?: number;
	args: { name?: string };
};
const BEGIN = 'cordon-begin';
const LONG_MS = 50;

export async function traceBlocking(page: Page, work: () => Promise<unknown>): Promise<Blocking> {
	const session: CDPSession = await page.context().browser()!.newBrowserCDPSession();
	const events: TraceEvent[] = [];
	session.on('Tracing.dataCollected', ({ value }) => {
		for (const event of value) events.push(event as unknown as TraceEvent);
	});
	await session.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: {
			includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', 'blink.user_timing']
		}
	} as never);
	// Starting the trace is a task of its own, which is not the page's.
	await page.evaluate((name) => performance.mark(name), BEGIN);
	await work();
	const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
	await session.send('Tracing.end');
	await complete;
	await session.detach();
	const begin = events.find(({ name }) => name === BEGIN);
	if (!begin) throw new Error('the trace does not say when the work began');
	const threads = events.filter(
		({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain'
	);
	// A page that is gone to may be another process.
	const isMain = ({ pid, tid }: TraceEvent) =>
		threads.some((each) => each.pid === pid && each.tid === tid);
	const tasks = events.filter(
		(event) => event.name === 'RunTask' && event.ph === 'X' && event.ts >= begin.ts && isMain(event)
	);
	if (tasks.length === 0) throw new Error('the trace has no task of the page');
	const clock = tasks.map(({ dur = 0 }) => dur / 1000);
	const processor = tasks.map(({ tdur = 0 }) => tdur / 1000);
	const over = (times: number[]) =>
		times.reduce((sum, time) => sum + Math.max(0, time - LONG_MS), 0);
	return {
		longestMs: Math.max(...clock),
		blockedMs: over(clock),
		longestCpuMs: Math.max(...processor),
		blockedCpuMs: over(processor)
	};
}

/** Medians over the rounds, as a line. */
export function sayBlocking(title: string, rounds: readonly Blocking[]): void {
	const [longest, blocked, longestCpu, blockedCpu] = (
		['longestMs', 'blockedMs', 'longestCpuMs', 'blockedCpuMs'] as const
	).map((figure) =>
		medianOf(rounds.map((round) => round[figure]))
			.toFixed(0)
			.padStart(6)
	);
	console.log(
		`${longest} ms longest task, ${blocked} ms blocked (processor time: ${longestCpu}, ${blockedCpu})  ${title}`
	);
}
