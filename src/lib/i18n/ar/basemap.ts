import type { basemap as english } from '../en/basemap';

export const basemap = {
	title: 'خريطة الأساس'
} satisfies typeof english;
