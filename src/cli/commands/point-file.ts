import { createReadStream } from 'node:fs';
import { importing } from '../../lib/i18n/en/importing.ts';
import { readPoints } from '../../lib/sources/point-stream.ts';
import type { PointColumns, PointReader } from '../../lib/sources/point-reader.ts';
import type { Fault } from '../../lib/sources/table.ts';
import { InputError } from './command.ts';

/** Reads a CSV file of points, or "-" for standard input, to its end; every fault is told with its row. */
export async function readPointFile<C extends PointColumns>(
	path: string,
	reader: PointReader<C>
): Promise<PointReader<C>> {
	try {
		const file = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20 });
		await readPoints(file, reader);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw code ? new InputError(`${path} cannot be read (${code}).`) : error;
	}
	if (reader.faults.length > 0) throw new InputError(describeFaults(path, reader.faults));
	return reader;
}

function describeFaults(path: string, faults: readonly Fault[]): string {
	return faults
		.map(({ row, column, key, value }) => {
			const where = [path, row && `row ${row}`, column].filter(Boolean).join(', ');
			return `${where}${value ? ` "${value}"` : ''}: ${importing.fault[key]}`;
		})
		.join('\n');
}
