export const basemap = {
	title: 'Basemap'
};
