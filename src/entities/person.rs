//! What stands around a person's name: title and role before it, apposition after it, and the gender these tell.

use super::fields::office_for;
use crate::document::{Kind, Tables, Tag, Token};
use crate::key::{KeySet, chain, key, keys};
use crate::lexicon::{Gender, Lexicon, Role, RoleKind, TitleKind, class};
use crate::span::{Run, Span};

/// Longest title or role, in words.
const LONGEST_TITLE: usize = 5;
/// How many titles in a row a name may have: "Secretary of State Gen. Poe".
const TITLES: usize = 3;
/// How far an apposition is read.
const APPOSITION: usize = 16;
/// Words that a role may begin with.
const BEFORE_ROLE: [u64; 9] =
    keys(["former", "ex", "then", "acting", "deputy", "vice", "interim", "senior", "assistant"]);
const ARTICLES: [u64; 5] = keys(["the", "a", "an", "its", "one"]);

/// What stands before a person's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Addressed {
    /// Where the mention begins: at the first title or role, else at the name.
    pub(crate) start: usize,
    pub(crate) gender: Gender,
    /// It says more than "Mr.".
    pub(crate) role: bool,
}

/// What is left of a name that was read with the titles before it, "Mr Poe", and the letters after it, "Ann Poe KC"; `None`
/// where they are all there is.
pub(crate) fn without_titles(tables: &Tables, lexicon: &Lexicon, mut name: Run) -> Option<Run> {
    while name.len() > 1 && tables.tokens.get(name.after() - 1).is_some_and(are_letters) {
        name.end -= 1;
    }
    while let Some(words) = tables.tokens.get(name.range()).filter(|words| !words.is_empty()) {
        let keys = || words.iter().map(|word| word.key);
        let title = lexicon.names.titles.longest(keys()).map(|(len, _)| len);
        // "Lawmaker Ann Poe": of one word more it would be a name like another, "Baker Street".
        let role = || lexicon.names.roles.longest(keys()).filter(|(_, role)| is_personal(role));
        let role = || role().map(|(len, _)| len).filter(|len| len + 1 < words.len());
        let given = words.first().map_or(0, |word| lexicon.names.class(word.key)) & class::GIVEN;
        let rank = || words.first().filter(|word| is_rank(word) && words.len() > 2).map(|_| 1);
        let found = title.or_else(role).or_else(rank).filter(|_| given == 0);
        // "Minister for *Roads* Ann Poe"
        let next = words.get(1).map_or(0, |word| lexicon.names.class(word.key)) & class::GIVEN;
        let portfolio = || {
            let may = words.len() > 2 && given == 0 && next != 0;
            (may && office_for(tables, lexicon, name.first() + 1).is_some()).then_some(1)
        };
        let noble = matches!(words, [title, of, ..] if is_noble(title.key, of.key));
        let found = found.or_else(portfolio).filter(|_| !noble);
        let Some(len) = found else { return Some(name) };
        name = Run::new(name.first() + len, name.after());
    }
    None
}

/// Titles of persons who are named by their place, of men and of women.
const LORDS: KeySet<12> = KeySet::new([
    "duke", "earl", "count", "marquess", "marquis", "viscount", "baron", "comte", "prince",
    "bishop", "archbishop", "king",
]);
const LADIES: KeySet<10> = KeySet::new([
    "duchess", "countess", "marchioness", "viscountess", "baroness", "comtesse", "princess",
    "queen", "infanta", "dowager",
]);

/// Whether two words begin what somebody is named by: "*Duchess of* Kelso".
pub(crate) fn is_noble(title: u64, of: u64) -> bool {
    const OF: [u64; 3] = keys(["of", "de", "du"]);
    OF.contains(&of) && (LORDS.holds(title) || LADIES.holds(title))
}

/// The gender that such a title tells; a bishop's tells none.
pub(crate) fn gender_of_noble(title: u64) -> Gender {
    const BISHOPS: [u64; 2] = keys(["bishop", "archbishop"]);
    match () {
        () if LADIES.holds(title) => Gender::Female,
        () if BISHOPS.contains(&title) => Gender::Unknown,
        () => Gender::Male,
    }
}

/// A person's name with the initials before it, not before token `floor`.
pub(crate) fn with_initials(text: &str, tables: &Tables, mut name: Run, floor: usize) -> Run {
    let letter = |token: &Token| token.has(Token::CAPITAL) && token.end - token.start == 1;
    // "*H* B Poe": without a stop only before another.
    let more = tables.tokens.get(name.first()).is_some_and(letter);
    const OTHER: [u64; 9] =
        keys(["u.s.", "u.k.", "u.n.", "e.u.", "d.c.", "n.y.", "h.e.", "h.h.", "h.r.h."]);
    let initial = |token: &Token| {
        let stops = token.has(Token::CAPITAL) && token.has(Token::ABBREVIATION);
        // "Shri *B.V.* Poe", but not "MS. POE"
        let mut letters = token.span().of(text).split_terminator('.');
        let initials = letters.all(|it| it.chars().count() == 1) && !OTHER.contains(&token.key);
        stops && initials || more && letter(token)
    };
    while name.first() > floor
        && joined(tables, name.first())
        && tables.tokens.get(name.first() - 1).is_some_and(initial)
    {
        name.start -= 1;
    }
    name
}

/// A person's name with the month before it that is a given name there, not before token `floor`, "Jan Novak" and "met June
/// Poe", and without one that is a time, "in June Poe"; and a given name with the month that is a surname there, "Paul May".
pub(crate) fn with_month(tables: &Tables, lexicon: &Lexicon, name: Run, floor: usize) -> Run {
    let (first, end) = (name.first(), name.after());
    let given = name.len() == 1 && lexicon.names.class(tables.key(first)) & class::GIVEN != 0;
    let number = tables.kind(end + 1) == Kind::Number;
    if given && is_month(tables, end) && joined(tables, end) && !number {
        return Run::new(first, end + 1);
    }
    if name.len() == 2 && is_month(tables, first) && is_dated(tables, first) {
        return Run::new(first + 1, name.after());
    }
    let month = first.checked_sub(1).filter(|month| *month >= floor && is_month(tables, *month));
    let given = month.filter(|month| joined(tables, first) && !is_dated(tables, *month));
    Run::new(given.unwrap_or(first), name.after())
}

/// A person's surname with the rank before it that is a given name there, not before token `floor`: "publican *Col* Poe", but
/// "army spokesman Col Poe".
pub(crate) fn with_rank(tables: &Tables, lexicon: &Lexicon, name: Run, floor: usize) -> Run {
    const RANKS: [u64; 10] = keys([
        "col", "gen", "major", "bishop", "duke", "prince", "princess", "marshal", "king", "pope",
    ]);
    /// Roles that who has a rank may have too.
    const RANKED: KeySet<24> = KeySet::new([
        "commander", "chief", "officer", "soldier", "veteran", "president", "chairman", "governor",
        "minister", "leader", "attache", "attaché", "dictator", "ruler", "official", "head",
        "director", "spokesman", "spokeswoman", "pilot", "priest", "cleric", "surgeon", "heir",
    ]);
    let at = name.first().wrapping_sub(1);
    let rank = tables.is_one_of(at, &RANKS) && at > floor && joined(tables, name.first());
    let role = || title_before(tables, lexicon, at, floor).filter(|(_, _, role)| *role);
    let trade = || {
        let noun = tables.key(at - 1);
        let human = lexicon.names.class(noun) & (class::HUMAN | class::RANK) == class::HUMAN;
        human && !RANKED.holds(noun) && joined(tables, at)
    };
    if name.len() == 1 && rank && trade() && role().is_some() {
        return Run::new(at, name.after());
    }
    name
}

/// Whether a month that is a given name too stands at a token.
fn is_month(tables: &Tables, at: usize) -> bool {
    const MONTHS: [u64; 5] = keys(["jan", "april", "may", "june", "august"]);
    let word = tables.tokens.get(at);
    word.is_some_and(|it| it.has(Token::CAPITAL) && MONTHS.contains(&it.key))
}

/// Whether the word before a month makes it a time.
fn is_dated(tables: &Tables, month: usize) -> bool {
    const WHEN: KeySet<11> = KeySet::new([
        "in", "since", "until", "till", "last", "next", "this", "early", "late", "mid", "during",
    ]);
    // Newspapers write "Jan." for the month, so that these tell nothing of "Jan".
    const ALSO: KeySet<6> = KeySet::new(["by", "from", "before", "after", "between", "every"]);
    let begins = tables.tokens.get(month).is_some_and(|it| it.has(Token::SENTENCE));
    let Some(before) = month.checked_sub(1).filter(|_| !begins) else { return false };
    let word = tables.key(before);
    WHEN.holds(word)
        || ALSO.holds(word) && !tables.is(month, key("jan"))
        || tables.tag(before) == Tag::CD
}

/// A person's name with the number behind it: "John Poe III", "John Poe, Jr."
pub(crate) fn with_number(tables: &Tables, name: Run) -> Run {
    let end = name.after();
    let comma = usize::from(tables.kind(end) == Kind::Comma);
    let Some(words) = tables.tokens.get(end..=end + comma) else { return name };
    let number = name.len() > 1 && joined(tables, end + comma) && generation(words).is_some();
    // "Poe, II, and Berg" is no list of persons.
    let follows = number && (comma == 0 || words.iter().any(|it| it.has(Token::ABBREVIATION)));
    Run::new(name.first(), if follows { end + comma + 1 } else { end })
}

/// Which of those of one name it is, by the last word: "Jr.", "III".
pub(crate) fn generation(words: &[Token]) -> Option<u64> {
    const JUNIOR: [u64; 2] = keys(["jr", "jr."]);
    const SENIOR: [u64; 2] = keys(["sr", "sr."]);
    const OTHERS: [u64; 3] = keys(["ii", "iii", "iv"]);
    let last = words.last().filter(|it| it.has(Token::CAPITAL))?.key;
    match last {
        _ if JUNIOR.contains(&last) => Some(JUNIOR[0]),
        _ if SENIOR.contains(&last) => Some(SENIOR[0]),
        _ => OTHERS.contains(&last).then_some(last),
    }
}

/// Whether an age stands behind words that may be a person's name, of which no list need know any: "Yin May, 60,".
pub(crate) fn is_aged(tables: &Tables, lexicon: &Lexicon, run: Run) -> bool {
    const OTHER: u32 = class::ORG_SUFFIX | class::ORG_HEAD | class::PLACE_SUFFIX | class::EVENT;
    const TITLE: u32 = class::OFFICE | class::HUMAN | class::TITLE | class::RANK | class::DATE;
    let (comma, age) = (run.after(), run.after() + 1);
    if tables.kind(comma) != Kind::Comma || tables.kind(age) != Kind::Number {
        return false;
    }
    let class = |word: &Token| lexicon.names.class(word.key);
    let words = tables.tokens.get(run.range()).unwrap_or_default();
    let named = words.iter().all(|word| word.has(Token::CAPITAL) && class(word) & OTHER == 0);
    // "Headliner Ann Poe, 28," begins with what no list has.
    let bare = words.first().is_some_and(|word| {
        class(word) & TITLE == 0 && (words.len() == 2 || !word.has(Token::SENTENCE))
    });
    let two = tables.tokens.get(age).is_some_and(|it| it.end - it.start == 2);
    let ends = matches!(tables.kind(age + 1), Kind::Comma | Kind::Stop | Kind::Close);
    (2..=4).contains(&words.len()) && named && bare && two && ends
}

/// Whether the words are a person's name with such a number, though read as the name of something else.
pub(crate) fn is_numbered(tables: &Tables, lexicon: &Lexicon, run: Run) -> bool {
    let words = tables.tokens.get(run.range()).unwrap_or_default();
    let given = |word: &Token| lexicon.names.class(word.key) & class::GIVEN != 0;
    words.len() > 2 && generation(words).is_some() && words.first().is_some_and(given)
}

/// A person's name with the given name and the nickname in quotation marks before it, which may have been read as persons by
/// themselves: "Ann “Bell” Poe".
pub(crate) fn with_nickname(tables: &Tables, lexicon: &Lexicon, name: Run) -> Run {
    const LONGEST: usize = 3;
    let mark = |at: usize| matches!(tables.kind(at), Kind::Double | Kind::Single);
    let capital = |at: usize| tables.tokens.get(at).is_some_and(|it| it.has(Token::CAPITAL));
    let close = name.first().wrapping_sub(1);
    let opening = (1..=LONGEST).map(|len| close.wrapping_sub(len + 1)).find(|at| mark(*at));
    let fits = |open: &usize| mark(close) && *open > 0 && *open < close;
    let Some(open) = opening.filter(fits) else { return name };
    let given = open - 1;
    let class = tables.tokens.get(given).map_or(0, |token| lexicon.names.class(token.key));
    let nickname = (open + 1..close).all(|at| capital(at) || tables.is(at, key("the")));
    let joins = joined(tables, open) && joined(tables, name.first());
    if nickname && joins && capital(given) && class & class::GIVEN != 0 {
        Run::new(given, name.after())
    } else {
        name
    }
}

/// Whether the words are a person's title and name, "Lawmaker Ann Poe", though read as the name of something else.
pub(crate) fn is_titled(tables: &Tables, lexicon: &Lexicon, run: Run) -> bool {
    let class = |at: usize| tables.tokens.get(at).map_or(0, |word| lexicon.names.class(word.key));
    let organised =
        class::ORG_SUFFIX | class::ORG_SUFFIX_WEAK | class::ORG_HEAD | class::PLACE_SUFFIX;
    let last = run.after() - 1;
    run.len() > 2
        && class(last) & organised == 0
        && run.range().all(|at| tables.tokens.get(at).is_some_and(|word| word.has(Token::CAPITAL)))
        && without_titles(tables, lexicon, run).is_some_and(|name| {
            let ranked = tables.tokens.get(run.first()).is_some_and(is_rank);
            let given = class(name.first()) & class::GIVEN != 0;
            name.start > run.start && name.len() > 1 && (given || ranked)
        })
}

/// Whether the words are an initial and one or two names, "K. Poe", though read as the name of something else; the first letter
/// of a point of the compass begins names of places too.
pub(crate) fn is_initialled(tables: &Tables, lexicon: &Lexicon, run: Run) -> bool {
    let Some((first, names)) = tables.tokens.get(run.range()).and_then(<[Token]>::split_first)
    else {
        return false;
    };
    let other = class::ORG_SUFFIX | class::ORG_SUFFIX_WEAK | class::ORG_HEAD | class::PLACE_SUFFIX;
    let named = |word: &Token| {
        word.has(Token::CAPITAL)
            && !word.has(Token::ALL_CAPS)
            && lexicon.names.class(word.key) & other == 0
    };
    first.has(Token::CAPITAL)
        && first.has(Token::ABBREVIATION)
        && first.end - first.start == 2
        && !COMPASS.contains(&first.key)
        && matches!(names.len(), 1 | 2)
        && names.iter().all(named)
}

const COMPASS: [u64; 4] = keys(["n.", "s.", "e.", "w."]);

/// Whether a role is one person's.
fn is_personal(role: &Role) -> bool {
    !role.plural && !matches!(role.kind, RoleKind::Group | RoleKind::Document)
}

/// Ranks and offices in letters that are parties' too, so that they tell nothing where no person's name follows.
const RANKS: KeySet<29> = KeySet::new([
    "sp", "dsp", "asp", "csp", "acp", "dcp", "dig", "igp", "dgp", "adgp", "pc", "pcso", "di",
    "dci", "ds", "acc", "cs", "ps", "ssp", "oc", "si", "psi", "cp", "ig", "aig", "h.e.", "h.h.",
    "h.r.h.", "yb",
]);
/// Offices in one word that speak for themselves where no name follows: "the Auditor-General".
const GENERALS: KeySet<8> = KeySet::new([
    "auditor-general", "accountant-general", "solicitor-general", "surgeon-general",
    "inspector-general", "comptroller-general", "commissioner-general", "registrar-general",
]);

fn is_rank(word: &Token) -> bool {
    word.has(Token::ALL_CAPS) && is_rank_in_letters(word.key) || GENERALS.holds(word.key)
}

/// Whether a word in capitals may be a rank or office: "SP Ravi Poe".
pub(super) fn is_rank_in_letters(word: u64) -> bool {
    RANKS.holds(word)
}

/// Ends of surnames that tell whose child somebody is; no firm or place has more than a few of them.
const SURNAMES: [&str; 13] = [
    "sson", "ðarson", "dóttir", "dottir", "enko", "shvili", "oğlu", "oglu", "ović", "ovic", "ević",
    "ovich", "poulos",
];

/// Where a person's name begins in words that end in such a surname, whether or not a list has any of them: "Birta Líf
/// *Kristinsdóttir*"; or in words that begin with two given names: "*Marie-Agnes* Zimmerlin".
pub(crate) fn by_parts(text: &str, tables: &Tables, lexicon: &Lexicon, run: Run) -> Option<usize> {
    const TITLE: u32 = class::OFFICE | class::HUMAN | class::TITLE | class::RANK | class::HONORIFIC;
    const OTHER: u32 = class::ORG_SUFFIX
        | class::ORG_SUFFIX_WEAK
        | class::ORG_HEAD
        | class::PLACE_SUFFIX
        | class::EVENT
        | class::TEAM
        | class::DATE
        | class::PAPER
        | TITLE;
    let class = |at: usize| lexicon.names.class(tables.key(at));
    let title = |at: &usize| class(*at) & TITLE != 0 && class(*at) & class::GIVEN == 0;
    let start = run.first() + run.range().take_while(title).count();
    let words = tables.tokens.get(start..run.after()).filter(|it| (2..=4).contains(&it.len()))?;
    let named = words.iter().all(|it| {
        it.has(Token::CAPITAL)
            && !it.has(Token::ALL_CAPS)
            && lexicon.names.class(it.key) & OTHER == 0
    });
    let (first, last) = (words.first()?.span().of(text), words.last()?.span().of(text));
    let given = |name: &str| lexicon.names.class(key(name)) & class::GIVEN != 0;
    let twice = first.split_once('-').is_some_and(|(one, other)| given(one) && given(other));
    let chinese = words.len() == 2 && CHINESE.holds(key(first)) && is_pinyin(last);
    (named && (is_childs(last) || twice || chinese)).then_some(start)
}

/// Whether the end of a surname tells whose child somebody is.
pub(super) fn is_childs(surname: &str) -> bool {
    SURNAMES.iter().any(|end| surname.ends_with(end))
}

/// The most frequent surnames of China that are no other words.
#[rustfmt::skip]
const CHINESE: KeySet<64> = KeySet::new([
    "li", "wang", "zhang", "liu", "chen", "yang", "zhao", "huang", "zhou", "wu", "xu", "hu", "zhu", "gao", "lin", "guo", "luo",
    "liang", "zheng", "xie", "tang", "feng", "yu", "dong", "xiao", "cheng", "cao", "yuan", "deng", "fu", "shen", "zeng", "peng",
    "su", "lu", "jiang", "cai", "jia", "wei", "xue", "ouyang", "yan", "du", "dai", "xia", "zhong", "tian", "fang", "shi", "yao",
    "liao", "zou", "xiong", "qiu", "qin", "hou", "meng", "duan", "qian", "qiao", "gong", "cui", "hao", "lyu",
]);

/// Whether a word is one or two syllables of Chinese in Latin letters, as given names are: "Haitao".
fn is_pinyin(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    after_syllable(&word).any(|rest| rest.is_empty() || after_syllable(rest).any(str::is_empty))
}

/// What is left of the letters behind each syllable that they may begin with.
fn after_syllable(letters: &str) -> impl Iterator<Item = &str> {
    const INITIALS: [&str; 24] = [
        "", "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x",
        "r", "z", "c", "s", "y", "w",
    ];
    const FINALS: [&str; 34] = [
        "a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "i", "ia", "ian", "iang", "iao",
        "ie", "in", "ing", "iong", "iu", "o", "ong", "ou", "u", "ua", "uai", "uan", "uang", "ue",
        "ui", "un", "uo", "er", "v", "ve",
    ];
    let initials = INITIALS.iter().filter_map(move |it| letters.strip_prefix(it));
    initials.flat_map(|rest| FINALS.iter().filter_map(move |it| rest.strip_prefix(it)))
}

/// Letters after a person's name that tell of office, honour or degree: "Ann Poe KC".
const LETTERS: KeySet<27> = KeySet::new([
    "kc", "qc", "sc", "mp", "mep", "msp", "mla", "td", "dl", "mbe", "obe", "cbe", "kbe", "dbe",
    "md", "m.d.", "phd", "ph.d.", "dds", "cpa", "rn", "frs", "usmc", "esq", "esq.", "san", "msc",
]);

/// Whether a word is letters such as stand after a person's name.
pub(crate) fn are_letters(word: &Token) -> bool {
    word.has(Token::CAPITAL) && LETTERS.holds(word.key)
        || word.has(Token::ALL_CAPS) && ALSO_WORDS.holds(word.key)
}

/// Letters that are another word where they are not all capitals: "Ann Poe MS" sits in the Senedd.
const ALSO_WORDS: KeySet<9> =
    KeySet::new(["ms", "bl", "ao", "oam", "mca", "mpl", "mlc", "gcon", "cfr"]);

/// The end of a name that ends before token `end`, with the letters after it: "Ann Poe KC", "Ann Poe, QC,".
pub(crate) fn with_letters(tables: &Tables, end: usize) -> usize {
    let letters = |at: usize| joined(tables, at) && tables.tokens.get(at).is_some_and(are_letters);
    let mut to = end + usize::from(tables.kind(end) == Kind::Comma);
    while letters(to) {
        to += 1;
    }
    // "Ann Poe met MP Joe Doe": a name that follows has them for its title.
    let ended = match tables.kind(end) {
        Kind::Comma => matches!(tables.kind(to), Kind::Comma | Kind::Stop | Kind::Close),
        _ => !tables
            .tokens
            .get(to)
            .is_some_and(|next| joined(tables, to) && next.has(Token::CAPITAL)),
    };
    if ended && letters(to.saturating_sub(1)) { to } else { end }
}

/// Reads titles and roles backwards from the name that starts at token `name`, not before token `floor`.
///
/// `nation` tells where the name or demonym of a country begins that ends before a token: it may begin a role ("US President").
pub(crate) fn find_titles(
    tables: &Tables,
    lexicon: &Lexicon,
    name: usize,
    floor: usize,
    nation: impl Fn(usize) -> Option<usize>,
) -> Addressed {
    let mut found = Addressed { start: name, gender: Gender::Unknown, role: false };
    for _ in 0..TITLES {
        let Some((start, gender, role)) = title_before(tables, lexicon, found.start, floor) else {
            break;
        };
        found.start = start;
        found.role |= role;
        if found.gender == Gender::Unknown {
            found.gender = gender;
        }
    }
    if found.role {
        while found.start > floor
            && joined(tables, found.start)
            && BEFORE_ROLE.contains(&tables.tokens[found.start - 1].key)
        {
            found.start -= 1;
        }
        if let Some(start) = nation(found.start).filter(|start| *start >= floor) {
            found.start = start;
            let before = start.wrapping_sub(1);
            if start > floor && joined(tables, start) && tables.is(before, key("former")) {
                found.start = before;
            }
        }
    }
    found
}

/// Whether only a space parts token `at` from the word before it, in the same sentence.
fn joined(tables: &Tables, at: usize) -> bool {
    tables
        .tokens
        .get(at)
        .is_some_and(|token| token.has(Token::SPACE) && !token.has(Token::SENTENCE | Token::BLOCK))
}

/// The longest title or role that ends just before token `end`: its start, gender, and whether it is more than "Mr.".
fn title_before(
    tables: &Tables,
    lexicon: &Lexicon,
    end: usize,
    floor: usize,
) -> Option<(usize, Gender, bool)> {
    let mut found = None;
    let mut start = end;
    // "Minister for *Justice* Ann Poe", "Minister of *Justice* Ann Poe"
    let office = |at: usize| lexicon.names.class(tables.key(at)) & class::OFFICE != 0;
    let of = |end: usize| end > 2 && tables.is(end - 2, key("of")) && office(end - 3);
    if end > 0
        && tables.is_one_of(end - 1, &[key("justice"), key("marine")])
        && (office_for(tables, lexicon, end).is_some() || of(end))
    {
        return None;
    }
    while start > floor && end - start < LONGEST_TITLE && joined(tables, start) {
        start -= 1;
        let words = tables.tokens.get(start..end)?.iter();
        let capital = words.clone().all(|word| word.has(Token::CAPITAL) || word.key == key("of"));
        let names = &lexicon.names;
        if let Some(title) =
            names.titles.exact(words.clone().map(|word| word.key)).filter(|_| capital)
        {
            found = Some((start, title.gender, title.kind != TitleKind::Honorific));
        } else if let Some(role) =
            names.roles.exact(words.map(|word| word.key)).filter(|role| is_personal(role))
            // "has accused Governor Poe"
            && !tables.tag(end - 1).is_verb()
        {
            found = Some((start, role.gender, true));
        }
    }
    found
}

/// What an apposition after a name says of it: "the mayor of X" in "Ann Poe, the mayor of X,".
#[derive(Clone, Copy, Debug)]
pub(crate) struct Apposition {
    pub(crate) words: Span,
    pub(crate) gender: Gender,
    /// It speaks of a group and of no person: "a maker of pumps".
    pub(crate) group: bool,
    /// It speaks of a person by office, trade or family: "the mayor", but not "the leader" or "the maker".
    pub(crate) office: bool,
}

/// The apposition after the name that ends before token `end`, if a role stands in it.
pub(crate) fn find_apposition(
    tables: &Tables,
    lexicon: &Lexicon,
    end: usize,
) -> Option<Apposition> {
    if tables.kind(end) != Kind::Comma {
        return None;
    }
    let mut at = end + 1;
    if tables.kind(at) == Kind::Number && tables.kind(at + 1) == Kind::Comma {
        at += 2;
    }
    if tables.tokens.get(at).is_some_and(|token| ARTICLES.contains(&token.key)) {
        at += 1;
    }
    // "Ann Poe, 46, and her husband"
    if tables.tag(at) == Tag::CC {
        return None;
    }
    let start = at;
    let (mut gender, mut group, mut office) = (None, false, false);
    while at < start + APPOSITION {
        let token = tables.tokens.get(at)?;
        let ends = token.has(Token::SENTENCE)
            || !matches!(token.kind, Kind::Word | Kind::Clitic | Kind::Number);
        // "Poe, whose husband …" tells the role of another, "Poe, still in college," none.
        let role = gender.is_some() || group;
        let joins = token.tag == Tag::IN && !role;
        let relative = matches!(token.tag, Tag::WP | Tag::WDT | Tag::WPS);
        if ends || token.tag.is_finite() || relative || joins {
            break;
        }
        if !role && at < start + 6 {
            // "his *son's* school"
            let owns = tables.tag(at + 1) == Tag::POS;
            match role_at(tables, lexicon, at).filter(|_| !owns) {
                Some(role) if role.kind == RoleKind::Group => {
                    let holder = holder_after(tables, lexicon, at);
                    group = !role.plural && holder.is_none();
                    gender = holder.map(|it| it.gender);
                    office = holder.is_some_and(|it| it.kind != RoleKind::Person);
                }
                Some(role) if role.kind != RoleKind::Document && !role.plural => {
                    gender = Some(role.gender);
                    office = role.kind != RoleKind::Person && !tables.is_one_of(at, &ALSO_FIRMS);
                }
                _ => {}
            }
        }
        at += 1;
    }
    let ended = matches!(
        tables.kind(at),
        Kind::Comma | Kind::Stop | Kind::Dash | Kind::Semicolon | Kind::Close
    );
    let told = (gender.is_some() || group) && ended && at > start;
    let words = tables.span(Run::new(start, at));
    told.then(|| Apposition { words, gender: gender.unwrap_or(Gender::Unknown), group, office })
}

/// What firms and places may be called too.
const ALSO_FIRMS: [u64; 8] =
    keys(["leader", "owner", "member", "head", "home", "parent", "adviser", "partner"]);

/// Whether the words are two or three of a name that its apposition tells to be a person's, "Bay Poe, the treasurer,", though read
/// as the name of something else.
pub(crate) fn is_told(tables: &Tables, lexicon: &Lexicon, run: Run) -> bool {
    const OTHER: u32 = class::ORG_SUFFIX
        | class::ORG_SUFFIX_WEAK
        | class::ORG_HEAD
        | class::PLACE_SUFFIX
        | class::PLACE_SUFFIX_WEAK
        | class::EVENT
        | class::TEAM
        | class::PAPER;
    const PLACE: u32 = class::PLACE_SUFFIX | class::PLACE_SUFFIX_WEAK;
    let words = tables.tokens.get(run.range()).unwrap_or_default();
    let [first, rest @ ..] = words else { return false };
    let named = |word: &Token| {
        word.tag == Tag::NNP && word.has(Token::CAPITAL) && !word.has(Token::ALL_CAPS)
    };
    let other = |word: &Token| lexicon.names.class(word.key) & OTHER != 0;
    (2..=3).contains(&words.len())
        && words.iter().all(named)
        && lexicon.names.class(first.key) & OTHER & !PLACE == 0
        && !rest.iter().any(other)
        && find_apposition(tables, lexicon, run.after()).is_some_and(|said| said.office)
}

/// The role behind the noun of a body at token `at` that makes it one person's: "a *party* secretary".
fn holder_after<'l>(tables: &Tables, lexicon: &'l Lexicon, at: usize) -> Option<&'l Role> {
    /// Bodies of which whoever leads or belongs to them is a person.
    const PERSONS: [u64; 14] = keys([
        "party", "union", "council", "church", "assembly", "parliament", "gang", "militia",
        "cabinet", "committee", "board", "team", "club", "army",
    ]);
    let firm = tables.is_one_of(at + 1, &ALSO_FIRMS) && !tables.is_one_of(at, &PERSONS);
    let own = !firm && tables.tag(at + 2) != Tag::POS;
    role_at(tables, lexicon, at + 1).filter(|role| own && is_personal(role))
}

fn role_at<'l>(tables: &Tables, lexicon: &'l Lexicon, at: usize) -> Option<&'l Role> {
    let words = tables.tokens.get(at..)?.iter().take(LONGEST_TITLE).map(|word| word.key);
    lexicon.names.roles.longest(words).map(|(_, role)| role)
}

/// Words after a name that are no part of what tells persons apart.
const SUFFIXES: [u64; 9] = keys(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "esq", "esq."]);

/// First and last name of a person's name, without initials, suffixes and what stands between.
pub(crate) fn ends_of_name(words: &[Token]) -> Option<(u64, u64)> {
    let is_name = |word: &&Token| word.is_word() && !SUFFIXES.contains(&word.key);
    let last = words.iter().rev().find(is_name)?;
    let spelled = |word: &&Token| is_name(word) && !word.has(Token::ABBREVIATION);
    let first = words.iter().find(spelled).or(words.first())?;
    Some((first.key, last.key))
}

/// The hash of the words of a name, as `PhraseMap` hashes phrases.
pub(crate) fn phrase(words: &[Token]) -> u64 {
    let mut keys = words.iter().map(|word| word.key);
    let first = keys.next().unwrap_or_default();
    keys.fold(first, chain)
}
