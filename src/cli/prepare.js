/**
 * Before `npm start` and `npm test`: makes the checkout ready to run. Installs when the packages are
 * missing, half installed or of another lock file; builds when the sources changed. Plain JavaScript
 * without packages, because it runs on whatever Node 20 or newer the machine has, before any is there.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	accessSync,
	constants,
	existsSync,
	readdirSync,
	readFileSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const stamp = join(root, 'build', 'made-from.txt');

/** @param {string} sentence @returns {never} */
function stop(sentence) {
	console.error(`\nCordon did not start: ${sentence}`);
	process.exit(1);
}

/** Whether node_modules is what package-lock.json says, by npm's own record, which it writes last. */
export function isInstalled() {
	const record = join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(record) || !existsSync(join(root, 'node_modules', 'node', 'bin', 'node')))
		return false;
	const wanted = readPackages(join(root, 'package-lock.json'));
	const present = readPackages(record);
	return Object.entries(wanted).every(([path, entry]) => {
		if (path === '' || (entry.optional && !present[path])) return true;
		return present[path]?.version === entry.version && existsSync(join(root, path));
	});
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function readPackages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
	} catch {
		return {};
	}
}

export function install() {
	if (isInstalled()) return;
	requireWrite(root);
	console.log('Installing the packages of package-lock.json (about a minute).');
	run(
		'npm',
		['ci', '--include=dev', '--no-audit', '--no-fund'],
		'The packages could not be installed'
	);
	if (!isInstalled()) {
		stop('The packages are only half installed. Delete the folder node_modules and run it again.');
	}
}

function build() {
	const made = digestSources();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return;
	requireWrite(root);
	console.log('Building (about half a minute).');
	run('npm', ['run', 'build'], 'The build failed');
	writeFileSync(stamp, made);
}

/** Everything that the build is made from, by content; the big map archives by size and time. */
function digestSources() {
	const hash = createHash('sha256');
	const sources = [
		'src',
		'static',
		'supabase',
		'svelte.config.js',
		'vite.config.ts',
		'kept-files.ts',
		'package-lock.json'
	];
	for (const path of sources.flatMap(listFiles)) {
		const { size, mtimeMs } = statSync(join(root, path));
		hash.update(`${path}\0`);
		hash.update(size > 1e6 ? `${size} ${mtimeMs}` : readFileSync(join(root, path)));
	}
	return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function listFiles(path) {
	const full = join(root, path);
	if (!existsSync(full)) return [];
	if (!statSync(full).isDirectory()) return [path];
	return readdirSync(full)
		.sort()
		.flatMap((name) => listFiles(join(path, name)));
}

/** @param {string} folder */
function requireWrite(folder) {
	try {
		accessSync(folder, constants.W_OK);
	} catch {
		stop(
			`This user may not write to ${folder}. Give the right to, or run Cordon from a folder of your own.`
		);
	}
}

/**
 * Runs npm with the npm that started this, and shows what it said only when it failed.
 * @param {'npm'} command @param {string[]} args @param {string} failure
 */
function run(command, args, failure) {
	const npm = process.env.npm_execpath;
	const [file, rest] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : [command, args];
	const env = { ...process.env };
	// A production environment would leave out the packages that build.
	delete env.NODE_ENV;
	env.PATH = [join(root, 'node_modules', '.bin'), env.PATH].join(delimiter);
	const { status, stdout, stderr, error } = spawnSync(file, rest, {
		cwd: root,
		env,
		encoding: 'utf8'
	});
	if (status === 0) return;
	const said = `${stdout ?? ''}\n${stderr ?? ''}`.trim().split('\n').slice(-30).join('\n');
	stop(`${failure}${error ? ` (${error.message})` : ''}. What it said last:\n\n${said}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	if (Number(process.versions.node.split('.')[0]) < 20) {
		stop(`Node ${process.versions.node} is too old. Install Node 20 or newer.`);
	}
	install();
	build();
}
