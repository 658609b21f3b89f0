/** Sets papers one at a time, each in a process that is ended when it takes too long. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exactText } from '$lib/publish/paper/exact-text';
import type { Paper } from '$lib/publish/paper/paper';
import type { PaperKind } from '$lib/publish/paper/facts';
import { findProjectRoot } from '../project-root.ts';
import { exactReportText, type RiskReportDocument } from '$lib/publish/risk-report/document';
import type { Job } from './typeset.ts';

/** Why there is no paper; `kind` names the sentence of the interface (errors.<kind>). */
export class PressError extends Error {
	override name = 'PressError';
	readonly kind: 'paperBusy' | 'paperTooLong' | 'paperGlyphs' | 'paperFailed';
	/** The characters that no font has, as they are named to people, and all of them. */
	readonly detail: string;
	readonly letters: ReadonlySet<string>;
	constructor(
		kind: PressError['kind'],
		message: string,
		detail = '',
		letters: ReadonlySet<string> = new Set()
	) {
		super(`${message}${detail && ` ${detail}`}`);
		this.kind = kind;
		this.detail = detail;
		this.letters = letters;
	}
}

/** 2,000 entries take about a fifth of this on two shared cores. */
const DEADLINE_MS = 60_000;
const MOST_WAITING = 6;

const FONTS = [
	'noto-sans/400Regular',
	'noto-sans/700Bold',
	'amiri/400Regular',
	'amiri/700Bold',
	'noto-sans-sc/400Regular',
	'noto-sans-sc/700Bold'
];

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** The PDF of a paper, after those that were asked for before it. */
export const printPaper = (paper: Paper, kind: PaperKind): Promise<Buffer> =>
	print(() => jobOf(paper, kind));

/**
 * As printPaper, of a quarterly report. What it tells was stored and stays, so that one letter must
 * not keep the quarter from paper: what no font has becomes "?". The attached text has it all.
 */
export async function printRiskReport(report: RiskReportDocument): Promise<Buffer> {
	const exact = exactReportText(report);
	const lacking = new Set<string>();
	for (;;) {
		try {
			const shown = lacking.size === 0 ? report : withoutLetters(report, lacking);
			return await print(() => jobFor('risk-report', shown, exact));
		} catch (reason) {
			const known = lacking.size;
			if (reason instanceof PressError) for (const letter of reason.letters) lacking.add(letter);
			if (lacking.size === known) throw reason;
		}
	}
}

const withoutLetters = (report: RiskReportDocument, letters: ReadonlySet<string>) =>
	JSON.parse(JSON.stringify(report), (_, value: unknown) =>
		typeof value === 'string'
			? Array.from(value, (letter) => (letters.has(letter) ? '?' : letter)).join('')
			: value
	) as RiskReportDocument;

function print(makeJob: () => Job): Promise<Buffer> {
	if (waiting >= MOST_WAITING) {
		const busy = 'The press has too much waiting. Try again in a minute.';
		return Promise.reject(new PressError('paperBusy', busy));
	}
	waiting++;
	const mine = last.then(() => run(makeJob())).finally(() => waiting--);
	last = mine.catch(() => {});
	return mine;
}

/** Names the bytes that a paper will be: its data and the templates that set it. */
export function identify(paper: Paper, kind: PaperKind): string {
	const { templates, inputs } = jobOf(paper, kind);
	const hash = createHash('sha256').update(kind).update(inputs.paper);
	for (const name of readdirSync(templates).sort())
		hash.update(readFileSync(join(templates, name)));
	return hash.digest('base64url');
}

const jobOf = (paper: Paper, kind: PaperKind): Job => jobFor(kind, paper, exactText(paper));

function jobFor(template: PaperKind | 'risk-report', data: object, exact: string): Job {
	const root = findProjectRoot();
	const templates = join(root, 'src/lib/publish/paper/templates');
	return {
		templates,
		template: join(templates, `${template}.typ`),
		fonts: FONTS.map((font) => join(root, 'node_modules/@expo-google-fonts', font)),
		inputs: { paper: JSON.stringify(data), exact }
	};
}

function run(job: Job): Promise<Buffer> {
	const file = join(findProjectRoot(), 'src/lib/server/paper/typeset.ts');
	const args = ['--disable-warning=ExperimentalWarning', file];
	const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
	const [pdf, trouble]: [Buffer[], Buffer[]] = [[], []];
	child.stdout.on('data', (chunk: Buffer) => pdf.push(chunk));
	child.stderr.on('data', (chunk: Buffer) => trouble.push(chunk));
	// A child that died has closed its input; its exit says why.
	child.stdin.on('error', () => {});
	child.stdin.end(JSON.stringify(job));
	return new Promise((resolve, reject) => {
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			child.kill('SIGKILL');
		}, DEADLINE_MS);
		child.on('error', reject);
		child.on('close', (code) => {
			clearTimeout(timer);
			if (code === 0) resolve(Buffer.concat(pdf));
			else reject(late ? tooLong() : explain(Buffer.concat(trouble).toString()));
		});
	});
}

const tooLong = () =>
	new PressError(
		'paperTooLong',
		'This paper took too long and was stopped. Try again when less is going on.'
	);

/** PDF/A refuses what no font can show; the rest is our own fault and goes to the log. */
function explain(trouble: string): PressError {
	// Typst tells its errors as Rust writes strings: quotes and what does not print are escaped.
	const missing = [...trouble.matchAll(/(?:the text|contains the codepoint) `\\"(.+?)\\"`/g)];
	if (missing.length === 0) return new PressError('paperFailed', trouble || 'The press stopped.');
	const letters = new Set(missing.flatMap(([, text]) => [...unescape(text!)]));
	const named = [...letters].slice(0, 8).map((letter) => {
		const code = letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
		return `${letter} (U+${code})`;
	});
	return new PressError(
		'paperGlyphs',
		'No font on this server has characters that this paper needs. Install one that has them.',
		named.join(', '),
		letters
	);
}

const unescape = (text: string) =>
	text.replace(/\\+u\{(\w+)\}/g, (_, hex: string) =>
		String.fromCodePoint(Number.parseInt(hex, 16))
	);
