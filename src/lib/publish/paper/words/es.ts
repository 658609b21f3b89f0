import { pluralOf } from '$lib/i18n/plural';
import type { Words } from '../words';

const plural = pluralOf('es');

export const words = {
	kind: 'Directiva sobre lugares de acceso prohibido',
	numbered: ({ number, version }) => `Directiva núm. ${number}, versión ${version}`,
	comma: ', ',
	directive: 'Directiva núm.',
	version: 'Versión',
	pageOf: ({ page, pages }) => `Página ${page} de ${pages}`,
	exercise: 'Datos de ejercicio',
	exerciseNote: 'Todos los lugares mencionados en este documento son ficticios.',
	onlyIn: ({ mark, language }) => `Lo marcado con ${mark} se publicó solo en ${language}.`,

	facts: {
		issued: 'Publicada el',
		effective: 'En vigor desde el',
		supersedes: 'Sustituye a',
		supersedesNone: 'Ninguna. Es la primera versión.',
		versionOf: ({ version }) => `la versión ${version}`,
		appliesTo: 'Se aplica a',
		everybody:
			'Todo el personal de la Misión: militares, policía, observadores, personal civil y contratistas',
		exempt: 'Exentos en acto de servicio',
		legalBasis: 'Autoridad y fundamento jurídico',
		reviewOn: 'Revisión prevista el'
	},

	order: 'Orden',
	lifted:
		'Esta versión pone fin a la directiva. Nada de lo enumerado en versiones anteriores sigue prohibido en virtud de ella.',
	listFollows: 'Los lugares se enumeran en el anexo A y se representan en el anexo B.',
	consequences: 'Consecuencias del incumplimiento',
	breach:
		'Entrar en un lugar enumerado constituye un incumplimiento de esta directiva y una falta de conducta.',
	reporting: 'Denuncias',
	reportingText:
		'Toda sospecha de explotación o abusos sexuales y todo incumplimiento de esta directiva deben comunicarse de inmediato y de buena fe. No investigue ni interrogue a nadie. Puede dirigirse a:',
	standing: 'Vigencia y revisión',
	standingText:
		'Esta directiva no tiene fecha de finalización: rige hasta que una versión posterior la sustituya o la deje sin efecto. El cambio de nombre, propietario o dirección de un lugar no pone fin a la prohibición. Las normas de conducta rigen en todas partes, incluso donde no se enumera ningún lugar.',
	reviewBy: ({ date }) => `Debe revisarse el ${date}.`,
	contest:
		'Las propuestas de inclusión y las objeciones a una inclusión se presentan por escrito al coordinador o al Equipo de Conducta y Disciplina.',
	distribution: 'Distribución',
	forAction: 'Para su cumplimiento',
	forInformation: 'Para información',
	forDisplay: 'Para exhibición',
	forDisplayText:
		'Tablones de anuncios de todos los locales de la Misión. Se señalará a la atención de todo recién llegado.',

	signature: {
		issuedBy: 'Publicada bajo la autoridad del Jefe de la Misión',
		sign: 'Firma',
		name: 'Nombre',
		date: 'Fecha',
		stamp: 'Sello'
	},
	verification: 'Verificación',
	verificationText: ({ sequence }) =>
		`Este documento reproduce la lista núm. ${sequence} de la Misión, publicada con esta versión. La huella identifica esa lista; el código contiene la misión, el número, la versión y la huella.`,
	fingerprint: 'Huella de la lista (SHA-256)',
	keyFingerprint: 'Huella de la clave de firma',

	annex: ({ letter, title }) => `Anexo ${letter}. ${title}`,
	letters: ['A', 'B', 'C'],

	list: {
		title: 'Lugares de acceso prohibido',
		count: ({ count }) =>
			plural(count, { one: '# entrada', many: '# de entradas', other: '# entradas' }),
		intro:
			'Los nombres figuran como en el rótulo, cada uno en su escritura. Las posiciones se indican en MGRS (WGS 84) y, debajo, en grados (latitud y longitud), con no más cifras de las que permite la precisión.',
		columns: {
			number: 'Núm.',
			name: 'Nombre',
			place: 'Lugar',
			position: 'Posición',
			reason: 'Motivo'
		},
		everywhere: 'En toda la zona de la Misión',
		areas: 'Zonas y toques de queda',
		noTown: 'Fuera de las localidades',
		reasonCodes: 'Códigos de los motivos',
		since: ({ date }) => `incluido desde el ${date}`,
		lapses: ({ date }) => `caduca el ${date} si no se confirma`,
		buffer: ({ distance }) => `y ${distance} a su alrededor`,
		accuracy: ({ distance }) => `posición conocida con un margen de ${distance}`,
		middle: 'centro de la zona',
		except: ({ text }) => `Excepto: ${text}`,
		formerly: ({ names }) => `antes ${names}`,
		namedClass: ({ kind }) => `Todo establecimiento de esta categoría: ${kind}`,
		unnamed: 'Sin nombre',
		curfew: ({ from, until, days }) => `de ${from} a ${until}, ${days}`,
		everyDay: 'todos los días',
		onDays: ({ days }) => `los días ${days}`,
		none: 'Esta versión no enumera ningún lugar.'
	},

	map: {
		title: 'Mapas',
		numbered: ({ number, title }) => `Mapa ${number}. ${title}`,
		overview: 'Zona de la Misión',
		describe: ({ count }) =>
			plural(count, {
				one: 'Mapa con # lugar enumerado, numerado como en el anexo A.',
				many: 'Mapa con # de lugares enumerados, numerados como en el anexo A.',
				other: 'Mapa con # lugares enumerados, numerados como en el anexo A.'
			}),
		seeMap: ({ number }) => `Mapa ${number}`,
		legend: 'Leyenda',
		number: 'Número en la lista del anexo A',
		extent: 'Figura en un mapa aparte',
		zone: 'Zona',
		curfew: 'Zona de toque de queda',
		buffer: 'Distancia alrededor de un lugar también prohibida',
		accuracy: 'El lugar se encuentra dentro de este círculo',
		missionArea: 'Límite de la zona de la Misión',
		boundary: {
			country: 'Frontera',
			disputed: 'Frontera no definitiva',
			control: 'Línea de control',
			region: 'Región',
			municipality: 'Municipio'
		},
		graticule: 'Latitud y longitud',
		grid: 'Cuadrícula kilométrica (MGRS)',
		north: 'N',
		ratio: ({ ratio }) => `1 : ${ratio} impreso a tamaño real`,
		dataOf: ({ date }) => `Lugares según lo publicado el ${date}`,
		basemap: ({ source }) => `Mapa base: ${source}`,
		none: 'Nada de lo que enumera esta versión puede representarse en un mapa.'
	},

	changes: {
		title: 'Cambios',
		against: ({ version }) => `Con respecto a la versión ${version}.`,
		first: 'Es la primera versión. Todo su contenido es nuevo.',
		none: 'La lista de lugares no ha cambiado.',
		everythingEnds: 'La directiva queda sin efecto. Ya no enumera ningún lugar.',
		added: ({ count }) =>
			plural(count, {
				one: '# entrada añadida',
				many: '# de entradas añadidas',
				other: '# entradas añadidas'
			}),
		removed: ({ count }) =>
			plural(count, {
				one: '# entrada suprimida',
				many: '# de entradas suprimidas',
				other: '# entradas suprimidas'
			}),
		changed: ({ count }) =>
			plural(count, {
				one: '# entrada modificada',
				many: '# de entradas modificadas',
				other: '# entradas modificadas'
			}),
		movedBy: ({ distance }) => `desplazado ${distance}`,
		nowBefore: ({ what, now, before }) => `${what}: ${now}, antes ${before}`,
		emergencyMade: 'convertida en medida de emergencia',
		emergencyConfirmed: 'medida de emergencia confirmada como permanente',
		alsoChanged: ({ what }) => `También ha cambiado: ${what}.`,
		field: {
			name: 'nombre',
			geometry: 'lugar o contorno',
			bufferMetres: 'distancia a su alrededor',
			reason: 'motivo',
			emergency: 'emergencia',
			curfew: 'horario',
			exceptions: 'excepciones',
			title: 'título',
			text: 'orden',
			legalBasis: 'fundamento jurídico',
			applicability: 'personal al que se aplica',
			exemptDuties: 'funciones exentas',
			reviewOn: 'fecha de revisión'
		}
	},

	poster: {
		scan: 'Consulte la lista',
		scanText:
			'Escanee el código o abra Cordon en su teléfono. La consulta funciona sin red y no revela a nadie dónde está usted.',
		count: ({ count }) =>
			plural(count, {
				one: '# entrada: prohibido entrar y frecuentar',
				many: '# de entradas: prohibido entrar y frecuentar',
				other: '# entradas: prohibido entrar y frecuentar'
			}),
		byTown: 'Por localidad',
		moreTowns: ({ count }) =>
			plural(count, {
				one: '# localidad más',
				many: '# de localidades más',
				other: '# localidades más'
			}),
		fullText: 'El texto completo figura en la directiva.',
		noDefence: 'El desconocimiento de la lista no exime de responsabilidad.',
		replace: 'Retírese cuando se exponga una versión posterior.'
	}
} satisfies Words;
