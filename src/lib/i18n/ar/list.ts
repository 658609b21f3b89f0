import type { list as english } from '../en/list';

export const list = {
	title: 'القائمة السارية'
} satisfies typeof english;
