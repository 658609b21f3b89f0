import type { record as english } from '../en/record';

export const record = {
	title: 'السجلّ',
	lead: 'أرقام كما نُشرت، ولكلٍّ منها مصدره. تحصي الصفوف المختلفة أشياء مختلفة، ولا تُجمع هنا أبدًا.',
	rules: {
		title: 'كيف تُقرأ هذه الأرقام',
		notZero: 'الرقم الذي لم يُنشر يُشار إليه بذلك، وليس صفرًا.',
		reports:
			'تُحصى الادعاءات بعدد البلاغات الواردة: قد يذكر البلاغ الواحد عدة جناة مزعومين وعدة ضحايا.',
		revised:
			'تراجع المنظمات أرقامها، بما فيها أرقام السنوات الماضية. ويرد كل رقم كما كان في مصدره.',
		notVerified: 'تعني عبارة «لم يُتحقّق منه» أن أحدًا لم يراجع الرقم في مصدره بعد. لا تستشهد به.'
	},
	organization: 'المنظمة',
	allOrganizations: 'كل المنظمات',
	mission: 'البعثة',
	period: 'الفترة',
	value: 'الرقم',
	unit: 'وحدة العدّ',
	note: 'ملاحظة المصدر',
	source: 'المصدر',
	asOf: 'حتى تاريخ',
	notVerified: 'لم يُتحقّق منه',
	empty: 'لا توجد أرقام منشورة محفوظة.',
	details: 'الادعاءات بالتفصيل',
	subjectLabel: 'ماذا',
	subject: {
		allegations: 'الادعاءات حسب السنة',
		allegations_by_category: 'الادعاءات حسب فئة الأفراد',
		allegations_by_mission: 'الادعاءات حسب البعثة أو البلد',
		allegations_involving_children: 'الادعاءات المتعلّقة بأطفال',
		allegations_found_credible: 'الادعاءات التي عُدّت ذات مصداقية',
		investigations_completed: 'التحقيقات المنجزة',
		alleged_perpetrators: 'الجناة المزعومون',
		victims: 'الضحايا',
		child_victims: 'الضحايا من الأطفال',
		share_of_minors: 'نسبة القاصرين',
		personnel: 'الأفراد المنتشرون',
		women_deployed: 'النساء المنتشرات',
		kfor_strength: 'قوام قوة كوسوفو',
		off_limits: 'المحالّ الممنوع ارتيادها في كوسوفو',
		off_limits_by_region: 'المحالّ الممنوع ارتيادها في كوسوفو حسب المنطقة، 2005–2006'
	},
	units: {
		'reports received': 'بلاغات واردة',
		people: 'أشخاص',
		premises: 'محالّ',
		investigations: 'تحقيقات',
		share: 'نسبة من المجموع'
	},
	world: {
		title: 'بعثات العالم',
		lead: 'أين كانت مقارّ البعثات الميدانية أو لا تزال، بقدر ما تذكره المصادر.',
		headquarters: 'المقرّ',
		place: 'المنطقة',
		from: 'من',
		until: 'إلى',
		ongoing: 'لا نهاية في المصدر'
	}
} satisfies typeof english;
