/** The directive on paper, set by the real typesetter and read back out of the PDF. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatMgrs } from '$lib/core/coordinates';
import type { Locale, PublishedDesignation } from '$lib/core/domain';
import { middleOf } from '$lib/core/geo';
import { LANGUAGE_NAMES } from '$lib/i18n/tags';
import { exactText } from '$lib/publish/paper/exact-text';
import type { PaperFacts, PaperOptions } from '$lib/publish/paper/facts';
import { WORDS } from '$lib/publish/paper/words';
import { makePaper } from '$lib/server/paper/gather';
import { identify, printPaper } from '$lib/server/paper/press';
import { designation, facts, LIST, ONE_OF_EACH, version } from './paper-facts';

const LOCALES = Object.keys(LANGUAGE_NAMES) as Locale[];
const A4: PaperOptions = { kind: 'directive', locale: 'en', size: 'a4' };

const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined;
const poppler = has('pdftotext');
const qpdf = has('qpdf');
if (!poppler || !qpdf) console.log('Without poppler-utils and qpdf PDF files are not read back.');

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'cordon-paper-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
async function print(of: PaperFacts, options: Partial<PaperOptions> = {}) {
	const chosen = { ...A4, ...options };
	const paper = await makePaper(of, chosen, folder);
	const bytes = await printPaper(paper, chosen.kind);
	const file = join(folder, `${count++}.pdf`);
	writeFileSync(file, bytes);
	return { paper, bytes, file };
}

const run = (tool: string, ...args: string[]) =>
	spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1e8 });
const pagesOf = (file: string) => Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', file).stdout)![1]);

/** As found on the page, without what only steers the line: isolates, breaks, spaces. */
const squeeze = (text: string) =>
	text.normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\s]/g, '');
const readText = (file: string) => squeeze(run('pdftotext', '-raw', file, '-').stdout);

const mgrsOf = ({ geometry, accuracyMetres }: PublishedDesignation) =>
	geometry && formatMgrs(middleOf(geometry), accuracyMetres)!;

/** Many invented places, some in one street and some far apart. */
const many = (n: number) =>
	Array.from({ length: n }, (_, i) =>
		designation(i + 1, {
			town: `Town ${i % 23}`,
			geometry: {
				type: 'Point',
				coordinates: [
					20.3 + (((i * 7) % 23) / 23) * 1.2 + ((i * 31) % 17) * 0.0009,
					42.0 + (((i * 11) % 19) / 19) * 1.1 + ((i * 13) % 29) * 0.0007
				]
			}
		})
	);

describe('the words', () => {
	const leaves = (node: unknown, path: string): [string, string][] =>
		typeof node === 'function'
			? [1, 2, 5, 21].map((n) => [
					`${path}()`,
					String((node as (args: unknown) => string)(new Proxy({}, { get: () => n })))
				])
			: typeof node === 'string'
				? [[path, node]]
				: Object.entries(node as object).flatMap(([key, each]) => leaves(each, `${path}.${key}`));

	test.each(LOCALES)('%s says everything, without a hole', (locale) => {
		const said = leaves(WORDS[locale], '');
		expect(said.filter(([, text]) => text === '' || /undefined|\[object|#/.test(text))).toEqual([]);
		expect([...new Set(said.map(([path]) => path))]).toEqual([
			...new Set(leaves(WORDS.en, '').map(([path]) => path))
		]);
	});

	test.each(LOCALES.filter((locale) => locale !== 'en'))(
		'%s left no sentence in English',
		(locale) => {
			const english = new Map(leaves(WORDS.en, ''));
			const same = leaves(WORDS[locale], '').filter(
				([path, text]) => /[a-z]{4,}\s[a-z]{3,}/.test(text) && english.get(path) === text
			);
			expect(same).toEqual([]);
		}
	);
});

describe('the text', () => {
	test.each(LOCALES)('%s is as the golden file has it', async (locale) => {
		const paper = await makePaper(facts(), { ...A4, locale }, folder);
		await expect(exactText(paper)).toMatchFileSnapshot(`golden/directive-${locale}.txt`);
	});

	test('number 2 is the same place in every language', async () => {
		const numbered = await Promise.all(
			LOCALES.map(async (locale) => {
				const { list } = await makePaper(facts(), { ...A4, locale }, folder);
				return list.groups
					.flatMap(({ rows }) => rows)
					.map(({ number, position }) => `${number} ${position?.mgrs}`);
			})
		);
		expect(new Set(numbered.map((each) => each.join())).size).toBe(1);
		expect(numbered[0]).toHaveLength(ONE_OF_EACH.length);
	});

	test('a text of another language is marked, and the mark explained', async () => {
		const french = await makePaper(facts(), { ...A4, locale: 'fr' }, folder);
		expect(french.order.text).toMatchObject({ lang: 'en', mark: '\u2066[EN]\u2069' });
		expect(french.notes.join()).toContain('anglais');
		expect((await makePaper(facts(), A4, folder)).notes).toEqual([]);
	});

	test('nothing on paper tells where anybody is deployed', async () => {
		const paper = JSON.stringify(await makePaper(facts(many(60)), A4, folder));
		expect(paper).not.toMatch(/deployment-|KFOR|camp/i);
	});
});

describe('the file', () => {
	test('is the same bytes for the same facts', async () => {
		const [first, second] = [await print(facts()), await print(facts())];
		expect(first.bytes.equals(second.bytes)).toBe(true);
		expect(identify(first.paper, 'directive')).toBe(identify(second.paper, 'directive'));
		const other = await makePaper(facts(), { ...A4, locale: 'ar' }, folder);
		expect(identify(other, 'directive')).not.toBe(identify(first.paper, 'directive'));
	});

	test.skipIf(!qpdf || !poppler)('is a whole PDF/A-3a, and carries its exact text', async () => {
		const { file, paper, bytes } = await print(facts());
		expect(run('qpdf', '--check', file).stdout).toContain('No syntax or stream encoding errors');
		const xmp = bytes.toString('latin1');
		expect(xmp).toMatch(/pdfaid:part>3</);
		expect(xmp).toMatch(/pdfaid:conformance>A</);
		const text = join(folder, 'exact.txt');
		run('pdfdetach', '-save', '1', '-o', text, file);
		expect(readFileSync(text, 'utf8')).toBe(exactText(paper));
	});

	describe.skipIf(!poppler)('read back', () => {
		test.each(
			LOCALES.flatMap((locale) =>
				(['a4', 'letter'] as const).map((size) => [locale, size] as const)
			)
		)('in %s on %s every entry is in the text: names, place and code', async (locale, size) => {
			const { file } = await print(facts(), { locale, size });
			const text = readText(file);
			for (const entry of ONE_OF_EACH) {
				for (const name of entry.names) {
					// Poppler gives shaped Arabic back in pieces: its letters are in the attached text.
					if (name.language !== 'ar') expect(text).toContain(squeeze(name.text));
				}
				const mgrs = mgrsOf(entry);
				if (mgrs) expect(text).toContain(squeeze(mgrs));
			}
			expect(text).toContain(LIST.sha256.slice(0, 8));
			expect(run('pdfinfo', file).stdout).toContain(size === 'a4' ? 'A4' : 'letter');
		});

		test('Arabic runs from the right, and its digits from the left', async () => {
			const { file } = await print(facts(), { locale: 'ar' });
			const words = [
				...run('pdftotext', '-bbox', '-l', '1', file, '-').stdout.matchAll(
					/<word xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>([^<]+)</g
				)
			];
			const right = (what: RegExp) => Number(words.find(([, , , text]) => what.test(text!))![2]);
			const page = 595;
			expect(right(/EXMIS/)).toBeGreaterThan(page * 0.8);
			const left = await print(facts(), { locale: 'fr' });
			const acronym = /<word xMin="([\d.]+)"[^>]*>EXMIS</.exec(
				run('pdftotext', '-bbox', '-l', '1', left.file, '-').stdout
			);
			expect(Number(acronym![1])).toBeLessThan(page * 0.2);
			expect(readText(file)).toContain('23:00');
		});

		test('hostile names stay text', async () => {
			const hostile = [
				'#panic("x") #sys.inputs',
				'$x^2$ *b* _i_ @ref <label> // no /* comment',
				'"; } ] ) \\ `raw` ~ --- \\u{202e}',
				'<svg onload="x"> &amp; {page}',
				'=1+1'
			];
			const turned = 'abc\u202ednuor denrut\u202c def\u0007';
			const entries = [...hostile, turned].map((text, i) =>
				designation(i + 1, { names: [{ text, language: 'en', status: 'sign' }] })
			);
			const { file } = await print(facts(entries));
			const text = readText(file);
			// The typesetter joins three hyphens in markup only: here they are three.
			for (const name of hostile) expect(text).toContain(squeeze(name));
			expect(run('pdftotext', file, '-').stdout).not.toContain('\u202e');
		});

		test('a name of 200 letters without a space stays inside its column', async () => {
			const long = 'Ushtrim'.repeat(29).slice(0, 200);
			const { file } = await print(
				facts([designation(1, { names: [{ text: long, language: 'sq', status: 'sign' }] })])
			);
			expect(readText(file)).toContain(long);
			const right = [
				...run('pdftotext', '-bbox', file, '-').stdout.matchAll(/xMax="([\d.]+)"/g)
			].map(([, x]) => Number(x));
			expect(Math.max(...right)).toBeLessThan(595 - 50);
		});

		test.each([1, 30, 500])('%i entries are all there, under a head on every page', async (n) => {
			const entries = many(n);
			const { file, paper } = await print(facts(entries));
			const raw = run('pdftotext', '-raw', file, '-').stdout;
			const text = squeeze(raw);
			for (const entry of entries) {
				expect(text).toContain(squeeze(entry.names[0]!.text));
				expect(text).toContain(squeeze(mgrsOf(entry)!));
			}
			const pages = raw.split('\f').slice(0, -1);
			expect(pages).toHaveLength(pagesOf(file));
			pages.forEach((page, i) => expect(page).toContain(`Page ${i + 1} of ${pages.length}`));
			const listing = pages.filter((page) => /Exercise street \d/.test(page));
			for (const page of listing) expect(page).toContain(paper.list.columns.join(' '));
		});

		test('2,000 entries are set within the deadline', async () => {
			const entries = many(2000);
			const { file } = await print(facts(entries));
			const text = readText(file);
			expect(entries.filter(({ names }) => !text.includes(squeeze(names[0]!.text)))).toEqual([]);
			// And the numbers on the maps: each stands once in the list and once on a map at least.
			expect(pagesOf(file)).toBeGreaterThan(100);
		});

		test.each(LOCALES)('the poster in %s is one page, however much is said', async (locale) => {
			const wordy = version(many(300), {
				title: { en: 'A title of great length '.repeat(12) },
				text: { en: 'Nobody shall enter a place on this list at any time. '.repeat(300) }
			});
			for (const version of [facts().version, wordy]) {
				const { file } = await print(
					{ ...facts(), version },
					{ kind: 'poster', locale, size: 'letter' }
				);
				expect(pagesOf(file)).toBe(1);
				expect(readText(file)).toContain(LIST.sha256.slice(0, 8));
			}
		});
	});

	test('a letter that no font has is refused by name, not printed as a box', async () => {
		const names = [{ text: 'Bar \ue000\u{1f9ff}', language: 'en', status: 'sign' as const }];
		await expect(print(facts([designation(1, { names })]))).rejects.toMatchObject({
			kind: 'paperGlyphs',
			detail: expect.stringContaining('U+E000') as string
		});
	});

	test('a press that has enough waiting says so at once', async () => {
		const paper = await makePaper(facts(), { ...A4, kind: 'poster' }, folder);
		const asked = await Promise.allSettled(
			Array.from({ length: 9 }, () => printPaper(paper, 'poster'))
		);
		const refused = asked.filter(({ status }) => status === 'rejected');
		expect(refused).toHaveLength(3);
		expect(refused[0]).toMatchObject({ reason: { kind: 'paperBusy' } });
	});

	test('a version that lifts lists nothing and says what ends', async () => {
		const lifts = version([], { lifts: true, reviewOn: null });
		const { paper } = await print({ ...facts(), version: lifts });
		expect(paper.order.lifted).toBe(WORDS.en.lifted);
		expect(paper.maps).toBeNull();
		expect(exactText(paper)).toContain('5 entries removed');
	});
});
