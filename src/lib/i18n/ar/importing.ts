import type { importing as english } from '../en/importing';
import { pluralOf } from '../plural';

const plural = pluralOf('ar');

/** The area `import`; the word itself is reserved. */
export const importing = {
	title: 'الاستيراد',
	lead: 'أدخِل سجلّات كثيرة من ملفّ واحد. تُحفظ صفوفه كلّها أو لا يُحفظ شيء.',
	what: {
		label: 'ما يضمّه الملفّ',
		deployments: 'أماكن الانتشار',
		establishments: 'الأماكن (المنشآت)',
		nominations: 'الترشيحات: أماكن يُقترح النظر فيها، وما لوحظ فيها',
		geoPko: 'أماكن الانتشار من مجموعة بيانات Geo-PKO'
	},
	file: 'الملفّ',
	fileHint:
		'بصيغة CSV حتى 5 ميغابايت و5000 صفّ، بفواصل أو فواصل منقوطة أو علامات جدولة، بترميز UTF-8 أو UTF-16.',
	geoPkoMission: 'البعثة في مجموعة البيانات',
	accuracy: 'الدقّة بالأمتار للصفوف التي لا تذكرها',
	accuracyHint: 'اتركها فارغة لرفض هذه الصفوف، فالدقّة لا تُختلق.',
	columns: {
		title: 'الأعمدة المفهومة',
		name: 'العمود',
		others: 'يُفهم أيضًا باسم',
		position: 'يحتاج كلّ صفّ إلى موقع: lat وlng أو mgrs أو position.',
		known: 'الصفّ الذي يحمل place_id لمكان مسجّل لا يحتاج إلى اسم ولا موقع.',
		words: ({ column }) => `الكلمات المفهومة في ${column}`
	},
	preview: {
		rows: ({ count }) =>
			plural(count, {
				zero: 'لم يُقرأ أيّ سجلّ',
				one: 'قُرئ سجلّ واحد',
				two: 'قُرئ سجلّان',
				few: 'قُرئت # سجلّات',
				many: 'قُرئ # سجلًّا',
				other: 'قُرئ # سجلّ'
			}),
		ignored: ({ columns }) => `أعمدة لم تُقرأ: ${columns}`,
		table: 'أوّل سجلّات الملفّ',
		row: 'الصفّ',
		name: 'الاسم',
		kind: 'النوع',
		position: 'الموقع',
		accuracy: 'الدقّة',
		period: 'المدّة',
		strength: 'القوام',
		reason: 'السبب',
		observed: 'ما لوحظ',
		similar: 'لعلّه مسجّل باسم'
	},
	faults: {
		title: ({ count }) =>
			plural(count, {
				zero: 'لا أخطاء',
				one: 'يجب إصلاح خطأ واحد في الملفّ أوّلًا',
				two: 'يجب إصلاح خطأين في الملفّ أوّلًا',
				few: 'يجب إصلاح # أخطاء في الملفّ أوّلًا',
				many: 'يجب إصلاح # خطأً في الملفّ أوّلًا',
				other: 'يجب إصلاح # خطأ في الملفّ أوّلًا'
			}),
		nothing: 'لم يُستورد شيء.',
		table: 'الأخطاء حسب الصفّ',
		row: 'الصفّ',
		column: 'العمود',
		value: 'ما ورد فيه',
		fault: 'الخطأ',
		file: 'الملفّ كلّه'
	},
	fault: {
		fileEmpty: 'لا صفوف في الملفّ.',
		fileTooLarge: 'الملفّ أكبر من 5 ميغابايت. قسّمه.',
		encodingUnknown: 'الملفّ ليس بترميز UTF-8 ولا UTF-16. احفظه بصيغة «CSV UTF-8».',
		tooManyRows: 'في الملفّ أكثر من 5000 صفّ. قسّمه.',
		columnMissing: 'هذا العمود ناقص.',
		columnTwice: 'ورد هذا العمود مرّتين.',
		idTwice: 'ورد هذا المعرّف في الملفّ أكثر من مرّة.',
		idInvalid: 'ليس هذا معرّف مكان كما يرد في ملف مصدَّر للأماكن.',
		quoteOpen: 'فُتحت علامة اقتباس ولم تُغلق.',
		rowTooLong: 'لا ينتهي هذا الصفّ. هل الملفّ جدول؟',
		cellsTooMany: 'خلايا هذا الصفّ أكثر من العناوين. هل في إحدى الخلايا فاصلة؟',
		textMissing: 'يجب ألّا تكون هذه الخانة فارغة.',
		textTooLong: 'هذا النصّ أطول من اللازم.',
		textInvalid: 'في هذا النصّ رموز لا يمكن حفظها.',
		positionMissing: 'لا موقع في هذا الصفّ.',
		positionInvalid: 'تعذّرت قراءة هذا على أنه موقع.',
		positionSwapped: 'يبدو أن خطّي العرض والطول قد تبادلا مكانيهما.',
		positionOutside: 'هذا الموقع خارج منطقة البعثة.',
		areaAsPoint: 'يمثّل هذا الصفّ مساحة ولا يذكر إلا وسطها، ولا يمكن استيراده نقطةً.',
		accuracyMissing: 'الدقّة غير مذكورة ولم تُحدَّد أعلاه.',
		accuracyInvalid: 'يجب أن تكون الدقّة أمتارًا صحيحة حتى 100 كيلومتر.',
		wordUnknown: 'هذه الكلمة ليست من الكلمات المفهومة هنا.',
		numberInvalid: 'هذا ليس عددًا صحيحًا ضمن المدى المتوقّع.',
		dateInvalid: 'هذا ليس تاريخًا. اكتبه على هذا النحو: 2004-03-15.',
		dateAmbiguous: 'لا يمكن تمييز اليوم من الشهر. اكتب التاريخ على هذا النحو: 2004-03-15.',
		periodInvalid: 'تنتهي المدّة قبل أن تبدأ.',
		categoryMissing: 'يحتاج القوام إلى فئة الأفراد.',
		strengthOverlaps: 'يتداخل زمنيًّا قوامان من الفئة نفسها.',
		rowsDisagree: 'تختلف صفوف السجلّ نفسه في هذا العمود.',
		languageInvalid: 'هذه ليست علامة لغة مثل sq أو sr-Latn أو sr-Cyrl.'
	},
	submit: ({ count }) =>
		plural(count, {
			zero: 'لا شيء للاستيراد',
			one: 'استورد سجلًّا واحدًا',
			two: 'استورد سجلّين',
			few: 'استورد # سجلّات',
			many: 'استورد # سجلًّا',
			other: 'استورد # سجلّ'
		}),
	done: {
		title: 'تمّ الاستيراد',
		added: ({ count }) =>
			plural(count, {
				zero: 'لم يُضَف شيء.',
				one: 'أُضيف سجلّ واحد.',
				two: 'أُضيف سجلّان.',
				few: 'أُضيفت # سجلّات.',
				many: 'أُضيف # سجلًّا.',
				other: 'أُضيف # سجلّ.'
			}),
		see: 'اعرض السجلّات'
	}
} satisfies typeof english;
