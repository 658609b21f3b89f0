import type { deployments as english } from '../en/deployments';

export const deployments = {
	title: 'أماكن الانتشار'
} satisfies typeof english;
