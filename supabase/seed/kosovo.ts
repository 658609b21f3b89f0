export type SeedDb = {
	exec(sql: string): Promise<void>;
	query<T>(sql: string, params?: unknown[]): Promise<T[]>;
};
