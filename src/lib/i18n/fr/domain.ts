/** What a directive on paper names (src/lib/publish/paper); the interface is not offered in this language yet. */
import type { domain as english } from '../en/domain';

export const domain = {
	role: {
		personnel: 'Personnel',
		analyst: 'Analyste',
		focal_point: 'Référent',
		head_of_mission: 'Chef de la mission',
		administrator: 'Administrateur'
	},
	category: {
		military: 'Militaires',
		police: 'Police',
		observer: 'Observateurs militaires',
		civilian: 'Personnel civil',
		contractor: 'Sous-traitants'
	},
	establishmentKind: {
		bar: 'Bar',
		night_club: 'Boîte de nuit',
		brothel: 'Maison close',
		hotel: 'Hôtel',
		restaurant: 'Restaurant',
		massage_parlour: 'Salon de massage',
		private_house: 'Maison particulière',
		street_area: 'Rue ou quartier',
		other: 'Autre'
	},
	reason: {
		exploitation: 'Exploitation et atteintes sexuelles',
		force_protection: 'Protection de la force',
		drugs: 'Stupéfiants',
		health_safety: 'Santé et sécurité',
		crime: 'Criminalité',
		disorder: 'Troubles à l’ordre public'
	},
	designationKind: {
		establishment: 'Établissement',
		zone: 'Zone',
		class: 'Catégorie de lieux',
		curfew: 'Zone de couvre-feu'
	},
	contactKind: {
		focal_point: 'Référent pour les questions d’exploitation et d’atteintes sexuelles',
		conduct_team: 'Équipe Déontologie et discipline',
		chain_of_command: 'Voie hiérarchique',
		hotline: 'Permanence téléphonique',
		other: 'Autre contact'
	},
	offLimits: 'Accès interdit',
	emergency: 'Urgence'
} satisfies Partial<typeof english>;
