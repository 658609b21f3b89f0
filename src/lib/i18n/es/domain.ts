/** What a directive on paper names (src/lib/publish/paper); the interface is not offered in this language yet. */
import type { domain as english } from '../en/domain';

export const domain = {
	role: {
		personnel: 'Personal',
		analyst: 'Analista',
		focal_point: 'Coordinador',
		head_of_mission: 'Jefe de la Misión',
		administrator: 'Administrador'
	},
	category: {
		military: 'Personal militar',
		police: 'Policía',
		observer: 'Observadores militares',
		civilian: 'Personal civil',
		contractor: 'Contratistas'
	},
	establishmentKind: {
		bar: 'Bar',
		night_club: 'Club nocturno',
		brothel: 'Prostíbulo',
		hotel: 'Hotel',
		restaurant: 'Restaurante',
		massage_parlour: 'Salón de masajes',
		private_house: 'Casa particular',
		street_area: 'Calle o barrio',
		other: 'Otro'
	},
	reason: {
		exploitation: 'Explotación y abusos sexuales',
		force_protection: 'Protección de la fuerza',
		drugs: 'Drogas',
		health_safety: 'Salud y seguridad',
		crime: 'Delincuencia',
		disorder: 'Alteración del orden público'
	},
	designationKind: {
		establishment: 'Establecimiento',
		zone: 'Zona',
		class: 'Categoría de lugares',
		curfew: 'Zona de toque de queda'
	},
	contactKind: {
		focal_point: 'Coordinador de cuestiones de explotación y abusos sexuales',
		conduct_team: 'Equipo de Conducta y Disciplina',
		chain_of_command: 'Cadena de mando',
		hotline: 'Línea telefónica directa',
		other: 'Otro contacto'
	},
	offLimits: 'Acceso prohibido',
	emergency: 'Emergencia'
} satisfies Partial<typeof english>;
