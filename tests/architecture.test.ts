import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * The direction of the house as data: what each room may import. Rooms are the folders of src/lib,
 * and routes, cli and hooks. A package is named as it is installed; `node:` stands for all of Node.
 */
const RULES: Record<string, { may: string[]; because: string }> = {
	core: {
		may: ['@turf/turf', 'geojson', 'h3-js', 'mgrs', 'd3-contour', 'kdbush', 'geokdbush'],
		because: 'core is pure: no clock, network, database, map or Svelte'
	},
	sources: {
		may: ['$lib/core', 'geojson', 'papaparse'],
		because: 'outside files become checked rows and know nothing of where rows go'
	},
	publish: {
		may: [
			'$lib/core',
			'geojson',
			'@turf/turf',
			// Paper speaks and draws as the screen does.
			'$lib/i18n',
			'$lib/map/symbols',
			'$lib/map/basemap/attribution',
			'$lib/ui/palette',
			'uqr',
			'@noble/ed25519',
			'write-excel-file'
		],
		because: 'a format is a view of a document, without database, map or interface'
	},
	data: {
		may: ['$lib/core', '$lib/publish', '@supabase/supabase-js', 'geojson'],
		because: 'the door to stored data speaks supabase-js and the words of the domain'
	},
	i18n: {
		may: ['$lib/core', '$lib/data', '$lib/sources', 'svelte'],
		because: 'words know the vocabulary, the refusals and the faults they explain, nothing else'
	},
	ui: {
		may: [
			'$lib/core',
			'$lib/data',
			'$lib/i18n',
			'$app',
			'svelte',
			'@fontsource-variable',
			'@observablehq/plot',
			'geojson'
		],
		because: 'components show what they are given: no map, no server, no formats'
	},
	map: {
		may: [
			'$lib/core',
			'$lib/i18n',
			'$lib/ui',
			'$app',
			'svelte',
			'geojson',
			'maplibre-gl',
			'pmtiles',
			'@deck.gl',
			'@turf/turf',
			'terra-draw',
			'terra-draw-maplibre-gl-adapter',
			'@fontsource-variable'
		],
		because: 'the map draws what it is given: no data access, no server'
	},
	server: {
		may: [
			'$lib/core',
			'$lib/data',
			'$lib/publish',
			'$lib/sources',
			'supabase/seed',
			'node:',
			'$env',
			'$app',
			'@electric-sql',
			'@mapbox/vector-tile',
			'@myriaddreamin',
			'@supabase',
			'@sveltejs/kit',
			'jose',
			'pbf',
			'pmtiles',
			'postgres'
		],
		because: 'secrets and processes live here, the interface does not'
	},
	offline: {
		may: ['$lib/core', '$lib/data', '$lib/i18n', '$app/environment'],
		because: 'what a device keeps knows the store on it and the words, no page and no server'
	},
	'service-worker.ts': {
		may: ['$lib/data', '$lib/offline', '$service-worker'],
		because: 'it answers from what is kept, and knows no page'
	},
	cli: {
		may: [
			'$lib/core',
			'$lib/data',
			'$lib/sources',
			'$lib/publish',
			'$lib/server',
			'$lib/i18n',
			'@supabase',
			'geojson',
			'node:',
			'compression',
			'zod',
			'build/'
		],
		because: 'the terminal uses the same core, sources, server and words as the pages'
	},
	params: { may: [], because: 'an address is recognized by its letters alone' },
	routes: { may: ['*'], because: 'load gathers, the page composes' },
	hooks: { may: ['*'], because: 'every request passes here' }
};

/** Files that run at the server only; SvelteKit keeps them out of the browser. */
const SERVER_ONLY = /(\+server|\.server|hooks\.server)\.ts$|^src\/(lib\/server|cli)\//;
const TAKES_NODE = (target: string) =>
	target.startsWith('node:') || target.startsWith('$lib/server');

function listFiles(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		return statSync(path).isDirectory() ? listFiles(path) : [path.split(sep).join('/')];
	});
}

const FILES = listFiles('src').filter((file) => /\.(ts|js|svelte)$/.test(file));

function roomOf(file: string): string {
	const [, first = '', second = ''] = file.split('/');
	if (first === 'lib') return second;
	return first.startsWith('hooks') ? 'hooks' : first;
}

/** What a file imports, with relative paths resolved to "$lib/<room>", "routes" and so on. */
function listImports(file: string): string[] {
	const text = readFileSync(file, 'utf8');
	const specifiers = text.matchAll(
		/(?:\bfrom\s+|\bimport\s+|\bimport\()\s*'([^']+)'|@import\s+'([^']+)'/g
	);
	return [...specifiers].map(([, imported, styled]) => {
		const target = imported ?? styled ?? '';
		if (!target.startsWith('.')) return target;
		const path = normalize(join(dirname(file), target))
			.split(sep)
			.join('/');
		return path.startsWith('src/lib/') ? path.replace('src/lib', '$lib') : path;
	});
}

function isAllowed(room: string, target: string): boolean {
	const own = room === 'routes' || room === 'cli' ? `src/${room}` : `$lib/${room}`;
	const allowed = [own, ...(RULES[room]?.may ?? [])];
	return allowed.some(
		(prefix) =>
			prefix === '*' ||
			target === prefix ||
			target.startsWith(prefix.endsWith(':') || prefix.endsWith('/') ? prefix : `${prefix}/`)
	);
}

describe('direction', () => {
	test('every room has a rule', () => {
		const rooms = new Set(FILES.map(roomOf).filter((room) => !room.endsWith('.d.ts')));
		expect([...rooms].filter((room) => !(room in RULES))).toEqual([]);
	});

	test('imports follow the direction of the house', () => {
		const broken = FILES.filter((file) => !file.endsWith('.d.ts')).flatMap((file) =>
			listImports(file)
				.filter((target) => !isAllowed(roomOf(file), target))
				.map((target) => `${file} imports ${target}: ${RULES[roomOf(file)]?.because}`)
		);
		expect(broken).toEqual([]);
	});

	test('the table can refuse: core must not reach the server', () => {
		expect(isAllowed('core', '$lib/server/settings')).toBe(false);
		expect(isAllowed('core', '$lib/core/geo')).toBe(true);
		expect(isAllowed('ui', '$lib/map/Map.svelte')).toBe(false);
		expect(isAllowed('core', '@turf/turf-like')).toBe(false);
	});

	test('what reaches the browser imports neither Node nor the server', () => {
		const broken = FILES.filter(
			(file) => !SERVER_ONLY.test(file) && !file.endsWith('.d.ts')
		).flatMap((file) =>
			listImports(file)
				.filter(TAKES_NODE)
				.map((target) => `${file} imports ${target}`)
		);
		expect(broken).toEqual([]);
	});
});

describe('shape', () => {
	test('core reads no clock, no chance and no network', () => {
		const broken = FILES.filter((file) => roomOf(file) === 'core').flatMap((file) =>
			[
				...readFileSync(file, 'utf8')
					.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
					.matchAll(/Date\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|performance\.now\(/g)
			].map(([call]) => `${file} calls ${call}`)
		);
		expect(broken).toEqual([]);
	});

	test('a route gathers and composes in under 200 lines of script and markup', () => {
		const long = FILES.filter((file) => file.split('/').at(-1)?.startsWith('+'))
			.map((file) => {
				const [code = ''] = readFileSync(file, 'utf8').split('\n<style>');
				return { file, lines: code.split('\n').filter((line) => line.trim() !== '').length };
			})
			.filter(({ lines }) => lines >= 200);
		expect(long).toEqual([]);
	});

	test('no file hides behind a name that says nothing, and none only passes others on', () => {
		const nameless = FILES.filter((file) =>
			/(^|\/)(utils?|helpers?|common|misc|index)\b/.test(file)
		);
		const barrels = FILES.filter((file) => file.endsWith('.ts')).filter((file) => {
			const code = readFileSync(file, 'utf8')
				.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
				.trim();
			return (
				code !== '' && code.split('\n').every((line) => /^export .* from '(\.|\$lib)/.test(line))
			);
		});
		expect([...nameless, ...barrels]).toEqual([]);
	});

	test('every file is named in the manner of the house', () => {
		const odd = FILES.map((file) => relative('src', file)).filter((file) => {
			const name = file.split(/[\\/]/).at(-1) ?? '';
			if (name.startsWith('+')) return false;
			return name.endsWith('.svelte')
				? !/^[A-Z][A-Za-z0-9]*\.svelte$/.test(name)
				: !/^[a-z0-9]+(-[a-z0-9]+)*(\.svelte|\.server|\.d)?\.(ts|js)$/.test(name);
		});
		expect(odd).toEqual([]);
	});

	test('no markup carries a style attribute, which the content security policy refuses', () => {
		const broken = FILES.filter((file) => file.endsWith('.svelte')).filter((file) =>
			/\sstyle=["{]/.test(readFileSync(file, 'utf8').replace(/<script[\s\S]*?<\/script>/g, ''))
		);
		expect(broken).toEqual([]);
	});

	test('colours come from tokens and palette', () => {
		const known = ['src/lib/ui/tokens.css', 'src/lib/ui/palette.ts']
			.map((file) => readFileSync(file, 'utf8').toLowerCase())
			.join();
		const broken = FILES.filter((file) => file.endsWith('.svelte')).flatMap((file) => {
			const [, css = ''] = readFileSync(file, 'utf8').split('<style>');
			const colours = css
				.replace(/\/\*[\s\S]*?\*\//g, '')
				.matchAll(/#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\([^)]*\)/gi);
			return (
				[...colours]
					.map(([colour]) => colour.toLowerCase())
					// The last two of eight digits are opacity.
					.filter((colour) => !known.includes(colour.slice(0, 7)))
					.map((colour) => `${file}: ${colour}`)
			);
		});
		expect(broken).toEqual([]);
	});

	test('styles are logical, so that Arabic mirrors by itself', () => {
		const physical =
			/(^|[\s;{])(margin|padding|border)-(left|right)\b|(^|[\s;{])(left|right)\s*:|text-align:\s*(left|right)/m;
		const broken = FILES.filter((file) => file.endsWith('.svelte')).filter((file) => {
			const [, css = ''] = readFileSync(file, 'utf8').split('<style>');
			return physical.test(css.replace(/\/\*[\s\S]*?\*\//g, ''));
		});
		expect(broken).toEqual([]);
	});
});
