export const slide = {
	title: 'Off-Limits places and deployment areas'
};
