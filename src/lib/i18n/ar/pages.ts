import type { pages as english } from '../en/pages';

export const pages = {
	method: { title: 'المنهجية' },
	about: { title: 'عن البيانات' }
} satisfies typeof english;
