//! Invented people: names in several scripts, and what children say in their languages. Every name is put
//! together from lists by chance, and belongs to nobody.

/// Chance that can be told again: the same seed gives the same numbers (SplitMix64).
#[derive(Clone)]
pub struct Chance(u64);

impl Chance {
    /// The chance of one thing among many made from a seed.
    pub fn of(seed: u64, thing: u64) -> Self {
        let mut chance = Self(seed ^ thing.wrapping_mul(0xD1B5_4A32_D192_ED03));
        chance.next();
        chance
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 when there is none.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next().checked_rem(end).unwrap_or(0)
    }

    /// A place in a list of this length.
    pub fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or(0)
    }

    /// One of a list.
    pub fn one<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let place = self.place(list.len());
        list.get(place)
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// Names and sayings of one language. A name stands in its own script and, where that is another, in Latin letters.
pub struct Tongue {
    /// The code of the language, as records name it.
    pub language: &'static str,
    /// Names of girls.
    girls: &'static [(&'static str, &'static str)],
    /// Names of boys.
    boys: &'static [(&'static str, &'static str)],
    /// Family names.
    families: &'static [(&'static str, &'static str)],
    /// Whether the family name stands first.
    family_first: bool,
    /// What a child says, with a translation.
    sayings: &'static [(&'static str, &'static str)],
}

/// The tongues of invented children.
pub const TONGUES: &[Tongue] = &[
    Tongue {
        language: "ro",
        girls: &[
            ("Măriuța", ""),
            ("Ștefana", ""),
            ("Ilinca", ""),
            ("Crăița", ""),
            ("Anuța", ""),
            ("Zâna", ""),
            ("Sânziana", ""),
            ("Doinița", ""),
        ],
        boys: &[
            ("Ionuț", ""),
            ("Mălin", ""),
            ("Răzvănel", ""),
            ("Costică", ""),
            ("Pârvu", ""),
            ("Ștefăniță", ""),
            ("Călin", ""),
            ("Neculăiță", ""),
        ],
        families: &[
            ("Făgărășel", ""),
            ("Brădițean", ""),
            ("Mărgărint", ""),
            ("Sălcieș", ""),
            ("Prunișor", ""),
            ("Cireșan", ""),
            ("Fântânel", ""),
            ("Lunguleț", ""),
            ("Rândunea", ""),
            ("Stejăruș", ""),
        ],
        family_first: false,
        sayings: &[
            ("Vreau să merg la școală.", "I want to go to school."),
            ("Aici e liniște noaptea.", "It is quiet here at night."),
            ("O să mai vii?", "Will you come again?"),
            ("Mi-e dor de bunica.", "I miss my grandmother."),
            (
                "Nu vreau să vorbesc despre asta azi.",
                "I do not want to speak of it today.",
            ),
        ],
    },
    Tongue {
        language: "sq",
        girls: &[
            ("Drita", ""),
            ("Vjollca", ""),
            ("Besëlira", ""),
            ("Zëria", ""),
            ("Arbëresha", ""),
            ("Mirëlinda", ""),
        ],
        boys: &[
            ("Dritëro", ""),
            ("Burimi", ""),
            ("Gjergjush", ""),
            ("Ylli", ""),
            ("Çelik", ""),
            ("Besëmir", ""),
        ],
        families: &[
            ("Malësori", ""),
            ("Gurëzi", ""),
            ("Ujëmira", ""),
            ("Fushëgjati", ""),
            ("Përroi", ""),
            ("Shqiponja", ""),
            ("Lisëza", ""),
            ("Çobani", ""),
        ],
        family_first: false,
        sayings: &[
            ("Dua të luaj futboll.", "I want to play football."),
            ("Kam frikë nga telefoni.", "I am afraid of the telephone."),
            ("Këtu jam mirë.", "I am well here."),
            ("Kur mund ta marr nënën në telefon?", "When may I call my mother?"),
        ],
    },
    Tongue {
        language: "uk",
        girls: &[
            ("Зоряна", "Zoriana"),
            ("Дарина", "Daryna"),
            ("Квітка", "Kvitka"),
            ("Соломійка", "Solomiika"),
            ("Ждана", "Zhdana"),
            ("Любава", "Liubava"),
            ("Ярина", "Yaryna"),
            ("Мальва", "Malva"),
        ],
        boys: &[
            ("Данилко", "Danylko"),
            ("Остапчик", "Ostapchyk"),
            ("Яромир", "Yaromyr"),
            ("Любомир", "Liubomyr"),
            ("Тарасик", "Tarasyk"),
            ("Зореслав", "Zoreslav"),
            ("Северин", "Severyn"),
            ("Макарко", "Makarko"),
        ],
        families: &[
            ("Вербовий", "Verbovyi"),
            ("Калинчук", "Kalynchuk"),
            ("Журавлик", "Zhuravlyk"),
            ("Степовичко", "Stepovychko"),
            ("Яблунчук", "Yablunchuk"),
            ("Горобченко", "Horobchenko"),
            ("Криничук", "Krynychuk"),
            ("Соняшник", "Soniashnyk"),
            ("Річковенко", "Richkovenko"),
            ("Туманчук", "Tumanchuk"),
        ],
        family_first: false,
        sayings: &[
            (
                "Я хочу додому, але не туди.",
                "I want to go home, but not to that place.",
            ),
            ("Тут тепло.", "It is warm here."),
            ("Чи можна мені зошит?", "May I have a notebook?"),
            ("Я не скажу, як їх звати.", "I will not say what they are called."),
            ("Мені сниться дорога.", "I dream of the road."),
        ],
    },
    Tongue {
        language: "bg",
        girls: &[
            ("Калинка", "Kalinka"),
            ("Теменужка", "Temenuzhka"),
            ("Росица", "Rositsa"),
            ("Цветелинка", "Tsvetelinka"),
            ("Звездица", "Zvezditsa"),
            ("Снежанка", "Snezhanka"),
        ],
        boys: &[
            ("Явор", "Yavor"),
            ("Камен", "Kamen"),
            ("Огнянчо", "Ognyancho"),
            ("Здравко", "Zdravko"),
            ("Ясенчо", "Yasencho"),
            ("Стоянчо", "Stoyancho"),
        ],
        families: &[
            ("Бистрицки", "Bistritski"),
            ("Гълъбаров", "Galabarov"),
            ("Орехчиев", "Orehchiev"),
            ("Върбанчев", "Varbanchev"),
            ("Щъркелов", "Shtarkelov"),
            ("Мъгливков", "Maglivkov"),
            ("Чешмеджийски", "Cheshmedzhiyski"),
            ("Росенчев", "Rosenchev"),
        ],
        family_first: false,
        sayings: &[
            ("Искам да остана тук.", "I want to stay here."),
            ("Брат ми знае ли къде съм?", "Does my brother know where I am?"),
            ("Не ме карайте да говоря с него.", "Do not make me talk to him."),
            ("Утре има ли училище?", "Is there school tomorrow?"),
        ],
    },
    Tongue {
        language: "el",
        girls: &[
            ("Μαργαρίτα", "Margarita"),
            ("Γαλήνη", "Galini"),
            ("Αυγούλα", "Avgoula"),
            ("Ζαφειρούλα", "Zafeiroula"),
            ("Ανθούλα", "Anthoula"),
            ("Χαρίκλεια", "Charikleia"),
            ("Λεμονιά", "Lemonia"),
            ("Δροσούλα", "Drosoula"),
        ],
        boys: &[
            ("Λευτέρης", "Lefteris"),
            ("Πετρούλης", "Petroulis"),
            ("Σταμάτης", "Stamatis"),
            ("Ξενοφών", "Xenofon"),
            ("Φωτεινός", "Foteinos"),
            ("Ηλιόπαις", "Iliopais"),
            ("Δροσερός", "Droseros"),
            ("Χρυσόστομος", "Chrysostomos"),
        ],
        families: &[
            ("Πευκίδης", "Pefkidis"),
            ("Βουνάκης", "Vounakis"),
            ("Θυμαράκης", "Thymarakis"),
            ("Καραβούλης", "Karavoulis"),
            ("Γλαρόπουλος", "Glaropoulos"),
            ("Ελαιώνης", "Elaionis"),
            ("Ακρογιαλίτης", "Akrogialitis"),
            ("Μυλοπετρίδης", "Mylopetridis"),
            ("Συννεφάκης", "Synnefakis"),
            ("Ροδακινάς", "Rodakinas"),
        ],
        family_first: false,
        sayings: &[
            ("Θέλω να πάω σχολείο.", "I want to go to school."),
            (
                "Φοβάμαι όταν χτυπάει η πόρτα.",
                "I am afraid when there is a knock at the door.",
            ),
            ("Πότε θα ξανάρθεις;", "When will you come again?"),
            ("Εδώ κοιμάμαι καλά.", "I sleep well here."),
        ],
    },
    Tongue {
        language: "ar",
        girls: &[
            ("نسيم", "Nasim"),
            ("ياسمينة", "Yasmina"),
            ("غيمة", "Ghayma"),
            ("ندى", "Nada"),
            ("رمانة", "Rummana"),
            ("سوسن", "Sawsan"),
            ("نجمة", "Najma"),
            ("زيتونة", "Zaytuna"),
        ],
        boys: &[
            ("صقر", "Saqr"),
            ("نسر", "Nasr"),
            ("غيث", "Ghayth"),
            ("بحر", "Bahr"),
            ("فجر", "Fajr"),
            ("ربيع", "Rabi"),
            ("هيثم", "Haytham"),
            ("جبل", "Jabal"),
        ],
        families: &[
            ("البرتقالي", "al-Burtuqali"),
            ("الينبوعي", "al-Yanbu'i"),
            ("النخلاوي", "al-Nakhlawi"),
            ("السحابي", "al-Sahabi"),
            ("الرمليّ", "al-Ramli"),
            ("القصبي", "al-Qasabi"),
            ("الزورقي", "al-Zawraqi"),
            ("الصنوبري", "al-Sanawbari"),
            ("المطرزاوي", "al-Mutarrazawi"),
            ("النوارسي", "al-Nawarisi"),
        ],
        family_first: false,
        sayings: &[
            ("أريد أن أتكلم مع أمي.", "I want to talk to my mother."),
            (
                "لا أريد أن أعود إلى ذلك البيت.",
                "I do not want to go back to that house.",
            ),
            ("هل أستطيع أن ألعب في الخارج؟", "May I play outside?"),
            ("أنا أنام هنا جيدا.", "I sleep well here."),
            ("من سيقرأ هذا؟", "Who will read this?"),
        ],
    },
    Tongue {
        language: "vi",
        girls: &[
            ("Thị Mây", "Thi May"),
            ("Thị Sương", "Thi Suong"),
            ("Ngọc Lúa", "Ngoc Lua"),
            ("Thị Bưởi", "Thi Buoi"),
            ("Thu Gió", "Thu Gio"),
            ("Thị Ổi", "Thi Oi"),
            ("Diệu Trăng", "Dieu Trang"),
            ("Thị Rạng", "Thi Rang"),
        ],
        boys: &[
            ("Văn Suối", "Van Suoi"),
            ("Văn Đồi", "Van Doi"),
            ("Quốc Rừng", "Quoc Rung"),
            ("Văn Thuyền", "Van Thuyen"),
            ("Minh Sấm", "Minh Sam"),
            ("Văn Ruộng", "Van Ruong"),
            ("Đức Thông", "Duc Thong"),
            ("Hữu Nắng", "Huu Nang"),
        ],
        families: &[
            ("Nguyễn", "Nguyen"),
            ("Trần", "Tran"),
            ("Phạm", "Pham"),
            ("Đặng", "Dang"),
            ("Bùi", "Bui"),
            ("Đỗ", "Do"),
            ("Hồ", "Ho"),
            ("Vũ", "Vu"),
            ("Huỳnh", "Huynh"),
            ("Lý", "Ly"),
        ],
        family_first: true,
        sayings: &[
            ("Con muốn gọi cho mẹ.", "I want to call my mother."),
            ("Con sợ món nợ.", "I am afraid of the debt."),
            ("Ở đây con ngủ được.", "I can sleep here."),
            ("Ngày mai chú có đến không?", "Will you come tomorrow?"),
            ("Con không muốn kể nữa.", "I do not want to tell more."),
        ],
    },
];

/// A person: the name in its own script, and in Latin letters where that is another.
pub fn name(tongue: &Tongue, girl: Option<bool>, chance: &mut Chance) -> Vec<String> {
    let girl = girl.unwrap_or_else(|| chance.percent(50));
    let given = chance.one(if girl { tongue.girls } else { tongue.boys });
    let family = chance.one(tongue.families);
    let (Some(given), Some(family)) = (given, family) else {
        return Vec::new();
    };
    let joined = |given: &str, family: &str| {
        if tongue.family_first {
            format!("{family} {given}")
        } else {
            format!("{given} {family}")
        }
    };
    let own = joined(given.0, family.0);
    if given.1.is_empty() {
        return vec![own];
    }
    vec![own, joined(given.1, family.1)]
}

/// What a child says in its language, with a translation.
pub fn saying(tongue: &Tongue, chance: &mut Chance) -> (&'static str, &'static str) {
    chance.one(tongue.sayings).copied().unwrap_or_default()
}

/// A name under which a case is shown: a colour, a bird, a number, and that it is invented.
pub fn pseudonym(number: u64, chance: &mut Chance) -> String {
    const COLOURS: &[&str] = &[
        "Amber", "Blue", "Copper", "Dun", "Grey", "Hazel", "Ivory", "Ochre", "Russet", "Teal",
    ];
    const BIRDS: &[&str] = &[
        "Lark", "Avocet", "Siskin", "Linnet", "Dunlin", "Godwit", "Wagtail", "Serin", "Twite", "Knot", "Plover",
        "Swift",
    ];
    let colour = chance.one(COLOURS).copied().unwrap_or_default();
    let bird = chance.one(BIRDS).copied().unwrap_or_default();
    format!("{colour} {bird} {number} (training)")
}
