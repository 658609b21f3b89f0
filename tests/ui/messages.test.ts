import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeI18n } from '$lib/i18n/i18n';
import { field } from '$lib/i18n/en/field';
import { FIELD_ROUTES, loadMessages } from '$lib/i18n/load';
import { fillDocument, readPreferences } from '$lib/i18n/preferences';
import { OFFERED } from '$lib/i18n/tags';
import type { Offered } from '$lib/i18n/tags';

/** One count of every Arabic plural category: zero, one, two, few, many, other. */
const COUNTS = [0, 1, 2, 3, 11, 100];

/** Names, standards and keys of a keyboard that stay in Latin letters in Arabic text. */
const LATIN_IN_ARABIC = new RegExp(
	[
		'APP-6|CSV|GPX|KML|GeoJSON|Geo-PKO|GPS|H3|JSON|MGRS|PDF|PMTiles|PNG|SHA-256|SVG|UTF-\\d+|UTM|WebGL|XLSX',
		'https?|WGS ?84|UTC|KFOR|NATO|OSCE|UNMIK|TCC|Turf|MapLibre|JavaScript',
		'Natural Earth|GeoNames|Unicode CLDR|OpenStreetMap|CC BY|ODbL',
		// Methods by the names under which they were published.
		'Gi\\*|Getis-Ord|Kulldorff|Benjamini|Hochberg|Mann-Kendall|DBSCAN',
		'Enter|Ctrl|Esc|Tab|Shift|km²?',
		// Coordinates as they are typed: MGRS, with and without spaces.
		'\\d{1,2}[A-Z] ?[A-Z]{2}[ \\d]*',
		// Columns of files that people prepare, and addresses of examples.
		'[a-z]+(_[a-z]+)+|lat|lng|id|personnel|cordon proximity --json|mgrs|position|name|kind|force|sq|sr-Latn|sr-Cyrl|[\\w.]+@[\\w.]+'
	].join('|'),
	'g'
);

type Leaf = { path: string; texts: string[]; isFunction: boolean };

/** Stands for any argument: counted it is a number, written a mark. */
function argumentsWith(count: number): Record<string, unknown> {
	const either = Object.assign(new String('⟦⟧'), { valueOf: () => count });
	return new Proxy({}, { get: () => either });
}

function say(message: (args: unknown) => unknown, count: number): string {
	return String(message(argumentsWith(count)));
}

function listLeaves(node: unknown, path = ''): Leaf[] {
	if (typeof node === 'string') return [{ path, texts: [node], isFunction: false }];
	if (typeof node === 'function') {
		const texts = COUNTS.map((count) => say(node as (args: unknown) => unknown, count));
		return [{ path, texts, isFunction: true }];
	}
	return Object.entries(node as object).flatMap(([key, value]) =>
		listLeaves(value, path ? `${path}.${key}` : key)
	);
}

const LEAVES = Object.fromEntries(
	await Promise.all(
		OFFERED.map(async (locale) => [locale, listLeaves(await loadMessages(locale))] as const)
	)
) as Record<Offered, Leaf[]>;

describe('every language', () => {
	test.each(OFFERED)('%s has the keys of English, of the same kind, and no others', (locale) => {
		const shape = (leaves: Leaf[]) =>
			leaves.map(({ path, isFunction }) => `${path}${isFunction ? '()' : ''}`).sort();
		expect(shape(LEAVES[locale])).toEqual(shape(LEAVES.en));
	});

	test.each(OFFERED)('%s has no empty message and no hole', (locale) => {
		const broken = LEAVES[locale].filter(({ texts }) =>
			texts.some((text) => text.trim() === '' || /undefined|\[object|NaN|#(?![0-9])/.test(text))
		);
		expect(broken.map(({ path, texts }) => `${path}: ${texts[0]}`)).toEqual([]);
	});

	test('Arabic has no leftover Latin words', () => {
		const broken = LEAVES.ar.flatMap(({ path, texts }) =>
			texts
				.filter((text) => /[A-Za-z]{2,}/.test(text.replace(LATIN_IN_ARABIC, '')))
				.slice(0, 1)
				.map((text) => `${path}: ${text}`)
		);
		expect(broken).toEqual([]);
	});

	test('Arabic writes Western digits only', () => {
		const broken = LEAVES.ar.filter(({ texts }) => texts.some((text) => /[٠-٩۰-۹]/.test(text)));
		expect(broken.map(({ path }) => path)).toEqual([]);
	});

	test('English has no leftover Arabic', () => {
		const broken = LEAVES.en.filter(({ texts }) =>
			texts.some((text) => /[\u0600-\u06ff]/.test(text))
		);
		expect(broken.map(({ path }) => path)).toEqual([]);
	});

	test('no two areas are left with the same untranslated sentence in both languages', () => {
		const english = new Map(LEAVES.en.map(({ path, texts }) => [path, texts.join()]));
		const same = LEAVES.ar.filter(
			({ path, texts }) => /[a-z]{4,}/.test(texts.join()) && english.get(path) === texts.join()
		);
		expect(same.map(({ path }) => path)).toEqual([]);
	});
});

describe('the words of a gate', () => {
	/** The file that an import means; undefined for a package. */
	function fileOf(from: string, target: string): string | undefined {
		if (!/^(\$lib|\.)/.test(target)) return undefined;
		const path = target.startsWith('.')
			? join(dirname(from), target)
			: target.replace('$lib', 'src/lib');
		return [path, `${path}.ts`].find((each) => existsSync(each) && statSync(each).isFile());
	}

	/** Everything that comes with a file: what it imports, but not what it may ask for later. */
	function listReached(file: string, reached = new Set<string>()): Set<string> {
		if (reached.has(file) || !/\.(ts|svelte)$/.test(file)) return reached;
		reached.add(file);
		const code = readFileSync(file, 'utf8').replace(/import type [^;]*;/g, '');
		for (const [, target] of code.matchAll(/\bfrom\s+'([^']+)'/g)) {
			const next = fileOf(file, target!);
			if (next && !next.startsWith('src/lib/i18n/')) listReached(next, reached);
		}
		return reached;
	}

	test.each(FIELD_ROUTES)('%s says at once only what it comes with', (route) => {
		// The page, and the layouts and errors of every folder above it.
		const folders = route
			.split('/')
			.map((_, i, parts) => `src/routes${parts.slice(0, i + 1).join('/')}`);
		const roots = folders
			.flatMap((folder) => ['+layout', '+error', '+page'].map((name) => `${folder}/${name}.svelte`))
			.filter(
				(file) => existsSync(file) && (!file.endsWith('+page.svelte') || file.includes(route))
			);
		expect(roots).toContain('src/routes/+layout.svelte');
		const reached = [...new Set(roots.flatMap((root) => [...listReached(root)]))];
		expect(reached.length).toBeGreaterThan(20);
		const missing = reached.flatMap((file) =>
			[...readFileSync(file, 'utf8').matchAll(/\bm\.(\w+)/g)]
				.filter(([, area]) => !Object.hasOwn(field, area!))
				.map(([said]) => `${file}: ${said}`)
		);
		expect(missing).toEqual([]);
	});
});

describe('refusals', () => {
	const migrations = readdirSync('supabase/migrations').map((name) =>
		readFileSync(`supabase/migrations/${name}`, 'utf8')
	);
	const given = new Set(
		migrations.flatMap((sql) => [
			...[...sql.matchAll(/refuse\(\s*\d+,\s*'(\w+)'/g)].map(([, key]) => key!),
			...[...sql.matchAll(/\bhint\s*=\s*'(\w+)'/g)].map(([, key]) => key!)
		])
	);

	test('the database gives at least forty reasons, so this test reads them', () => {
		expect(given.size).toBeGreaterThan(40);
	});

	test('every reason the database gives has words in every language', () => {
		const known = new Set(
			LEAVES.en.map(({ path }) => path).filter((path) => path.startsWith('errors.'))
		);
		expect([...given].filter((key) => !known.has(`errors.${key}`))).toEqual([]);
	});

	test('an unknown reason falls back to its kind, never to the database’s own words', async () => {
		const { explain, m } = makeI18n('en', await loadMessages('en'));
		expect(explain({ key: 'neverHeardOf', kind: 'not_found' })).toBe(m.errors.notFound);
		expect(explain({ key: 'toString', kind: 'signed_out' })).toBe(m.errors.signedOut);
	});
});

describe('formats', () => {
	const i18n = async (locale: Offered) => makeI18n(locale, await loadMessages(locale));

	test('a distance is never finer than its accuracy', async () => {
		const { format } = await i18n('en');
		expect(format.distance(412)).toBe('412 m');
		expect(format.distance(412, 3000)).not.toMatch(/412/);
		expect(format.distance(1234, 40)).toBe('1.2 km');
	});

	test('Arabic counts in its six forms', async () => {
		const { m } = await i18n('ar');
		const said = new Set(COUNTS.map((count) => m.shell.table.rows({ count })));
		expect(said.size).toBe(6);
	});

	test('a day is the same day everywhere', async () => {
		const { format } = await i18n('en');
		expect(format.date('2004-03-15')).toBe('15 March 2004');
		expect((await i18n('ar')).format.date('2004-03-15')).toMatch(/15.*2004/);
	});

	test('an instant names its time zone', async () => {
		const { format } = await i18n('en');
		expect(format.dateTime('2004-03-15T08:00:00Z', 'Europe/Belgrade')).toMatch(/09:00.*(CET|\+1)/);
	});

	test('a text falls back through the mission’s languages and says which it is', async () => {
		const { localText } = await i18n('ar');
		expect(localText({ en: 'Zone', fr: 'Secteur' }, ['fr', 'en'])).toEqual({
			text: 'Secteur',
			lang: 'fr',
			dir: 'ltr'
		});
		expect(localText({ ar: ' ', en: 'Zone' })).toMatchObject({ text: 'Zone', lang: 'en' });
	});
});

describe('preferences', () => {
	const read = (cookie: string | undefined, header: string | null) =>
		readPreferences({ get: () => cookie }, header).locale;

	test('the cookie wins, then the browser’s wish by weight, then English', () => {
		expect(read('ar', 'en')).toBe('ar');
		expect(read(undefined, 'en;q=0.4, ar-EG;q=0.9')).toBe('ar');
		expect(read(undefined, 'de, ar;q=0')).toBe('en');
		expect(read('xx', null)).toBe('en');
	});

	test('the document carries language, direction and theme before any script runs', () => {
		const html = readFileSync('src/app.html', 'utf8');
		const filled = fillDocument(html, { locale: 'ar', theme: 'dark' });
		expect(filled).toContain('<html lang="ar" dir="rtl" data-theme="dark">');
	});
});
