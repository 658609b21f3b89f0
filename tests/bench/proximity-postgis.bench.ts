/**
 * Proximity against PostGIS as one would tune it: geography with a GiST index, ST_DWithin on the
 * sphere, parallel workers, on a private PostgreSQL. It counts bases and sums their personnel within
 * the rings of every place; ours also finds the nearest on both sides and counts for the bases.
 */
import { strict as assert } from 'node:assert';
import postgres from 'postgres';
import { EARTH_RADIUS_METRES } from '../../src/lib/core/geo';
import type { Points } from '../../src/lib/core/proximity/side';
import { startPostgres, whyNoPostgres } from '../data/real-postgres';
import { compare, isQuick } from './compare';
import { makeWorkload, ours, RINGS, WIDEST, type Workload } from './proximity-workload';

/** PostGIS's sphere of WGS 84, a hair smaller than Turf's: rings shrink with it. */
const POSTGIS_RADIUS_METRES = 6_371_008.771_415;
const ringOf = (metres: number) => (metres * POSTGIS_RADIUS_METRES) / EARTH_RADIUS_METRES;

async function benchAgainst(sql: postgres.Sql): Promise<void> {
	await sql`create extension postgis`;
	const sizes = isQuick
		? [[10_000, 1_000]]
		: [
				[100_000, 1_000],
				[100_000, 10_000],
				[1_000_000, 10_000]
			];
	for (const [placeCount, baseCount] of sizes) {
		const workload = makeWorkload(placeCount!, baseCount!);
		await fill(sql, workload);
		const [plan] = await sql`explain (format json) ${countWithin(sql)}`;
		assert.match(JSON.stringify(plan), /Workers Planned/, 'PostGIS works in parallel');
		let rows: Record<string, number>[] = [];
		await compare(
			`${placeCount} places x ${baseCount} bases, same counts`,
			[
				{ name: 'Cordon, one thread', run: () => ours(workload) },
				{
					name: 'PostGIS, parallel workers',
					run: async () => (rows = await countWithin(sql)),
					isElsewhere: true
				}
			],
			baseCount! > 1_000 ? 1 : 3
		);
		assertSame(workload, rows);
	}
}

async function fill(sql: postgres.Sql, { places, sites }: Workload): Promise<void> {
	await sql`drop table if exists places, sites`;
	const make = ({ lng, lat }: Points) => sql`
		select place - 1 as id, st_setsrid(st_makepoint(lng, lat), 4326)::geography as at
		from unnest(${[...lng]}::float8[], ${[...lat]}::float8[]) with ordinality as t(lng, lat, place)`;
	await sql`create table places as ${make(places)}`;
	await sql`create table sites as
		select id, at, personnel
		from (${make(sites)}) as given
		join unnest(${[...sites.personnel]}::float8[]) with ordinality as t(personnel, place)
			on place - 1 = id`;
	await sql`create index on sites using gist (at)`;
	await sql`alter table places set (parallel_workers = 2)`;
	await sql`vacuum analyze places`;
	await sql`vacuum analyze sites`;
}

function countWithin(sql: postgres.Sql) {
	const columns = RINGS.map(
		(ring, k) => sql`${sql.unsafe(k === 0 ? '' : ',')}
			(count(*) filter (where metres <= ${ringOf(ring)}))::int as ${sql(`count${k}`)},
			coalesce(sum(personnel) filter (where metres <= ${ringOf(ring)}), 0) as ${sql(`personnel${k}`)}`
	);
	return sql<Record<string, number>[]>`
		select places.id::int, ${columns}
		from places
		join sites on st_dwithin(places.at, sites.at, ${ringOf(WIDEST)}, false)
		cross join lateral (select st_distance(places.at, sites.at, false) as metres) as measured
		group by places.id`;
}

function assertSame(workload: Workload, rows: Record<string, number>[]): void {
	const { counts, personnel } = ours(workload).places;
	const found = {
		counts: new Int32Array(counts.length),
		personnel: new Float64Array(counts.length)
	};
	for (const row of rows) {
		RINGS.forEach((_, k) => {
			found.counts[row.id! * RINGS.length + k] = row[`count${k}`]!;
			found.personnel[row.id! * RINGS.length + k] = row[`personnel${k}`]!;
		});
	}
	assert.deepEqual(found, { counts, personnel });
}

const reason = whyNoPostgres();
if (reason) {
	console.log(`No peer: ${reason}.`);
} else {
	const server = await startPostgres();
	const sql = postgres(server.url, {
		max: 1,
		onnotice: () => {},
		connection: {
			jit: 'off',
			work_mem: '256MB',
			max_parallel_workers_per_gather: 2,
			parallel_setup_cost: 0,
			parallel_tuple_cost: 0,
			min_parallel_table_scan_size: 0
		} as never
	});
	try {
		await benchAgainst(sql);
	} finally {
		await sql.end();
		await server.stop();
	}
}
