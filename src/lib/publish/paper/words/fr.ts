import { pluralOf } from '$lib/i18n/plural';
import type { Words } from '../words';

const plural = pluralOf('fr');

export const words = {
	kind: 'Directive relative aux lieux interdits d’accès',
	numbered: ({ number, version }) => `Directive nº ${number}, version ${version}`,
	comma: ', ',
	directive: 'Directive nº',
	version: 'Version',
	pageOf: ({ page, pages }) => `Page ${page} sur ${pages}`,
	exercise: 'Données d’exercice',
	exerciseNote: 'Tous les lieux nommés dans le présent document sont fictifs.',
	onlyIn: ({ mark, language }) => `Les textes marqués ${mark} n’ont été publiés qu’en ${language}.`,

	facts: {
		issued: 'Publiée le',
		effective: 'En vigueur à compter du',
		supersedes: 'Remplace',
		supersedesNone: 'Néant. Première version.',
		versionOf: ({ version }) => `Version ${version}`,
		appliesTo: 'S’applique à',
		everybody:
			'Tout le personnel de la mission : militaires, police, observateurs, personnel civil, sous-traitants',
		exempt: 'Exemptés en service',
		legalBasis: 'Autorité et fondement juridique',
		reviewOn: 'Réexamen prévu le'
	},

	order: 'Ordre',
	lifted:
		'La présente version met fin à la directive. Plus rien de ce qu’énuméraient les versions antérieures n’est interdit à ce titre.',
	listFollows: 'Les lieux sont énumérés à l’annexe A et représentés à l’annexe B.',
	consequences: 'Conséquences d’un manquement',
	breach:
		'Quiconque entre dans un lieu énuméré enfreint la présente directive et commet une faute.',
	reporting: 'Signalement',
	reportingText:
		'Tout soupçon d’exploitation ou d’atteintes sexuelles et tout manquement à la présente directive doivent être signalés sans délai et de bonne foi. Ne menez pas d’enquête et n’interrogez personne. Le signalement peut être adressé à :',
	standing: 'Validité et réexamen',
	standingText:
		'La présente directive n’a pas de date de fin : elle s’applique jusqu’à ce qu’une version ultérieure la remplace ou la lève. Le changement de nom, de propriétaire ou de direction d’un lieu ne met pas fin à l’interdiction. Les normes de conduite s’appliquent partout, y compris là où aucun lieu n’est énuméré.',
	reviewBy: ({ date }) => `Elle doit être réexaminée le ${date}.`,
	contest:
		'Les propositions d’inscription et les objections à une inscription sont adressées par écrit au référent ou à l’équipe Déontologie et discipline.',
	distribution: 'Diffusion',
	forAction: 'Pour exécution',
	forInformation: 'Pour information',
	forDisplay: 'Pour affichage',
	forDisplayText:
		'Tableaux d’affichage de tous les locaux de la mission. À porter à la connaissance de tout nouvel arrivant.',

	signature: {
		issuedBy: 'Publiée sous l’autorité du Chef de la mission',
		sign: 'Signature',
		name: 'Nom',
		date: 'Date',
		stamp: 'Cachet'
	},
	verification: 'Vérification',
	verificationText: ({ sequence }) =>
		`Le présent document reproduit la liste nº ${sequence} de la mission, publiée avec cette version. L’empreinte identifie cette liste ; le code contient la mission, le numéro, la version et l’empreinte.`,
	fingerprint: 'Empreinte de la liste (SHA-256)',
	keyFingerprint: 'Empreinte de la clé de signature',

	annex: ({ letter, title }) => `Annexe ${letter}. ${title}`,
	letters: ['A', 'B', 'C'],

	list: {
		title: 'Lieux interdits d’accès',
		count: ({ count }) =>
			plural(count, { one: '# inscription', many: '# d’inscriptions', other: '# inscriptions' }),
		intro:
			'Les noms figurent tels que sur l’enseigne, chacun dans son écriture. Les positions sont données en MGRS (WGS 84) et, au-dessous, en degrés (latitude, longitude), sans plus de chiffres que la précision n’en permet.',
		columns: { number: 'Nº', name: 'Nom', place: 'Lieu', position: 'Position', reason: 'Motif' },
		everywhere: 'Dans toute la zone de la mission',
		areas: 'Zones et couvre-feux',
		noTown: 'Hors agglomération',
		reasonCodes: 'Codes des motifs',
		since: ({ date }) => `inscrit depuis le ${date}`,
		lapses: ({ date }) => `caduc le ${date} sauf confirmation`,
		buffer: ({ distance }) => `et ${distance} alentour`,
		accuracy: ({ distance }) => `connu à ${distance} près`,
		middle: 'milieu de la zone',
		except: ({ text }) => `Exception : ${text}`,
		formerly: ({ names }) => `anciennement ${names}`,
		namedClass: ({ kind }) => `Tout établissement de cette catégorie : ${kind}`,
		unnamed: 'Sans nom',
		curfew: ({ from, until, days }) => `de ${from} à ${until}, ${days}`,
		everyDay: 'tous les jours',
		onDays: ({ days }) => `les ${days}`,
		none: 'La présente version n’énumère aucun lieu.'
	},

	map: {
		title: 'Cartes',
		numbered: ({ number, title }) => `Carte ${number}. ${title}`,
		overview: 'Zone de la mission',
		describe: ({ count }) =>
			plural(count, {
				one: 'Carte de # lieu énuméré, numéroté comme à l’annexe A.',
				many: 'Carte de # de lieux énumérés, numérotés comme à l’annexe A.',
				other: 'Carte de # lieux énumérés, numérotés comme à l’annexe A.'
			}),
		seeMap: ({ number }) => `Carte ${number}`,
		legend: 'Légende',
		number: 'Numéro dans la liste de l’annexe A',
		extent: 'Fait l’objet d’une carte distincte',
		zone: 'Zone',
		curfew: 'Zone de couvre-feu',
		buffer: 'Distance également interdite autour d’un lieu',
		accuracy: 'Le lieu se trouve dans ce cercle',
		missionArea: 'Limite de la zone de la mission',
		boundary: {
			country: 'Frontière',
			disputed: 'Frontière non définitive',
			control: 'Ligne de contrôle',
			region: 'Région',
			municipality: 'Municipalité'
		},
		graticule: 'Latitude et longitude',
		grid: 'Quadrillage kilométrique (MGRS)',
		north: 'N',
		ratio: ({ ratio }) => `1 : ${ratio} à l’impression en taille réelle`,
		dataOf: ({ date }) => `Lieux tels que publiés le ${date}`,
		basemap: ({ source }) => `Fond de carte : ${source}`,
		none: 'Rien de ce qu’énumère la présente version ne peut être représenté sur une carte.'
	},

	changes: {
		title: 'Modifications',
		against: ({ version }) => `Par rapport à la version ${version}.`,
		first: 'Première version : tout y est nouveau.',
		none: 'La liste des lieux est inchangée.',
		everythingEnds: 'La directive prend fin. Elle n’énumère plus rien.',
		added: ({ count }) =>
			plural(count, {
				one: '# inscription ajoutée',
				many: '# d’inscriptions ajoutées',
				other: '# inscriptions ajoutées'
			}),
		removed: ({ count }) =>
			plural(count, {
				one: '# inscription retirée',
				many: '# d’inscriptions retirées',
				other: '# inscriptions retirées'
			}),
		changed: ({ count }) =>
			plural(count, {
				one: '# inscription modifiée',
				many: '# d’inscriptions modifiées',
				other: '# inscriptions modifiées'
			}),
		movedBy: ({ distance }) => `déplacé de ${distance}`,
		nowBefore: ({ what, now, before }) => `${what} : ${now}, auparavant ${before}`,
		emergencyMade: 'devenu mesure d’urgence',
		emergencyConfirmed: 'mesure d’urgence confirmée à titre permanent',
		alsoChanged: ({ what }) => `Également modifiés : ${what}.`,
		field: {
			name: 'nom',
			geometry: 'lieu ou tracé',
			bufferMetres: 'distance alentour',
			reason: 'motif',
			emergency: 'urgence',
			curfew: 'horaires',
			exceptions: 'exceptions',
			title: 'titre',
			text: 'ordre',
			legalBasis: 'fondement juridique',
			applicability: 'personnel visé',
			exemptDuties: 'fonctions exemptées',
			reviewOn: 'date de réexamen'
		}
	},

	poster: {
		scan: 'Lire la liste',
		scanText:
			'Scannez le code ou ouvrez Cordon sur votre téléphone. La vérification fonctionne sans réseau et ne révèle à personne où vous êtes.',
		count: ({ count }) =>
			plural(count, {
				one: '# inscription : accès et fréquentation interdits',
				many: '# d’inscriptions : accès et fréquentation interdits',
				other: '# inscriptions : accès et fréquentation interdits'
			}),
		byTown: 'Par localité',
		moreTowns: ({ count }) =>
			plural(count, {
				one: '# autre localité',
				many: '# d’autres localités',
				other: '# autres localités'
			}),
		fullText: 'Le texte intégral figure dans la directive.',
		noDefence: 'Nul n’est censé ignorer la liste.',
		replace: 'À retirer dès l’affichage d’une version ultérieure.'
	}
} satisfies Words;
