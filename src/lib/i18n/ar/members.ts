import type { members as english } from '../en/members';

export const members = {
	title: 'الأعضاء'
} satisfies typeof english;
