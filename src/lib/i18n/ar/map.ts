import type { map as english } from '../en/map';

export const map = {
	title: 'الخريطة'
} satisfies typeof english;
