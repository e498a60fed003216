//! The tables of one article: the rows of each stage, and what stages ask of them.
//!
//! Tokens, quotations, phrases and cue candidates live in the `Scratch` and are reused for the next article.

use super::{Claim, Entity, EntityType, Mention, Part, Sentence};
use crate::key::{KeySet, Spread, keys};
use crate::span::{Run, Span};

/// A stretch of the article between line breaks (or the dateline before it), with its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) span: Span,
    pub(crate) part: Part,
    /// Filled by the tokens stage.
    pub(crate) tokens: Run,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Word,
    /// "'s", "n't", "'re" … split from the word before.
    Clitic,
    /// A token that starts with a digit, or a digit group: "1,000.5", "3rd", "10:30".
    Number,
    /// Web and mail addresses, @names and #tags.
    Address,
    Comma,
    Stop,
    Question,
    Exclamation,
    Ellipsis,
    Colon,
    Semicolon,
    /// "—", "–", "--", or a hyphen between spaces.
    Dash,
    Open,
    Close,
    /// A double quotation mark of any shape, "''" and "``" included.
    Double,
    /// A single quotation mark or an apostrophe outside a word; the quotes stage tells which.
    Single,
    Symbol,
}

/// Exchanges as they stand before a colon and the letters for a firm's shares.
#[rustfmt::skip]
const EXCHANGES: KeySet<56> = KeySet::new([
    "nasdaq", "nasdaqgs", "nasdaqgm", "nasdaqcm", "nyse", "nysearca", "amex", "cboe", "otc", "otcqx", "otcqb", "otcbb", "otcmkts",
    "otcpk", "lse", "lon", "aim", "aquis", "euronext", "epa", "ams", "ebr", "eli", "etr", "xetra", "fra", "fse", "six", "swx",
    "bme", "bit", "sto", "osl", "ose", "cph", "hel", "wse", "jse", "tase", "tsx", "tsxv", "tsx-v", "tse", "cse", "neo", "asx",
    "nzx", "nse", "bse", "sgx", "hkex", "hkg", "sehk", "tyo", "krx", "kosdaq",
]);

/// One row of the token table; every later stage works on its indices.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Hash of the folded text (`key::key`): equal keys, equal words.
    pub(crate) key: u64,
    /// 1 + index of the innermost quotation that holds the token, its marks included; 0 outside.
    pub(crate) quote: u32,
    pub(crate) flags: u16,
    pub(crate) kind: Kind,
    pub(crate) tag: Tag,
}

impl Token {
    /// White space stands before it.
    pub(crate) const SPACE: u16 = 1;
    /// First token of its block.
    pub(crate) const BLOCK: u16 = 2;
    /// Its first letter is upper case.
    pub(crate) const CAPITAL: u16 = 4;
    /// It has two letters or more, none of them lower case.
    pub(crate) const ALL_CAPS: u16 = 8;
    /// It ends in the full stop of an abbreviation.
    pub(crate) const ABBREVIATION: u16 = 16;
    pub(crate) const DIGIT: u16 = 32;
    pub(crate) const HYPHEN: u16 = 64;
    /// First token of its sentence (set by the sentences stage).
    pub(crate) const SENTENCE: u16 = 128;
    /// Its letters are not all ASCII.
    pub(crate) const UNICODE: u16 = 256;

    pub(crate) fn has(&self, flag: u16) -> bool {
        self.flags & flag != 0
    }

    pub(crate) fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    pub(crate) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Clitic)
    }
}

/// A pair of quotation marks and what they hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    /// From the opening mark to the closing mark, both included; where the next paragraph reopens the quotation, to the
    /// end of this paragraph.
    pub(crate) tokens: Run,
    /// 1 + index of the quotation around it; 0 at the top.
    pub(crate) parent: u32,
    /// Whether its closing mark stands in the text.
    pub(crate) closed: bool,
    /// 1 + index of the quotation that goes on here after a paragraph break; 0 if none.
    pub(crate) continues: u32,
    pub(crate) use_: QuoteUse,
}

/// What a pair of marks is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QuoteUse {
    /// Somebody's words.
    Speech,
    /// A word or phrase held at a distance, a nickname or a title of a work.
    Scare,
}

/// Part-of-speech tags of the Penn Treebank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[rustfmt::skip]
#[allow(clippy::upper_case_acronyms)]
pub(crate) enum Tag {
    CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, LS, MD, NN, NNP, NNPS, NNS, PDT, POS, PRP, PRPS, RB, RBR, RBS, RP, SYM, TO, UH,
    VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB,
    /// Punctuation of every kind, told apart by the token's kind.
    #[default]
    PUNCT,
}

impl Tag {
    pub(crate) fn is_verb(self) -> bool {
        use Tag::*;
        matches!(self, VB | VBD | VBG | VBN | VBP | VBZ)
    }

    /// A verb form that carries tense, or a modal: said, says, say, will.
    pub(crate) fn is_finite(self) -> bool {
        matches!(self, Tag::VBD | Tag::VBP | Tag::VBZ | Tag::MD)
    }

    /// "who", "which", "that"; question words have these tags too.
    pub(crate) fn is_relative(self) -> bool {
        matches!(self, Tag::WP | Tag::WDT)
    }

    pub(crate) fn is_noun(self) -> bool {
        matches!(self, Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS)
    }

    pub(crate) fn is_name(self) -> bool {
        matches!(self, Tag::NNP | Tag::NNPS)
    }

    pub(crate) fn is_adjective(self) -> bool {
        matches!(self, Tag::JJ | Tag::JJR | Tag::JJS)
    }

    pub(crate) fn is_adverb(self) -> bool {
        matches!(self, Tag::RB | Tag::RBR | Tag::RBS)
    }
}

/// A base phrase of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) kind: PhraseKind,
    pub(crate) tokens: Run,
    /// Its main token: the last noun, the last verb.
    pub(crate) head: u32,
}

impl Phrase {
    /// The index of its main token.
    pub(crate) const fn head(&self) -> usize {
        self.head as usize
    }
}

/// What kind of phrase it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PhraseKind {
    Noun,
    Verb,
    /// A single token of any other kind.
    Other,
}

/// A word or mark that may be a cue, with its verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CueCandidate {
    /// The group: auxiliaries, adverbs between them, main word, the later words of a phrase.
    pub(crate) tokens: Run,
    /// Its main word.
    pub(crate) head: u32,
    pub(crate) kind: CueKind,
    pub(crate) voice: Voice,
    pub(crate) negated: bool,
    /// Its entry of the cue dictionary; marks have none.
    pub(crate) entry: Option<u32>,
}

impl CueCandidate {
    /// The index of its main word.
    pub(crate) const fn head(&self) -> usize {
        self.head as usize
    }
}

/// What a cue candidate is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum CueKind {
    Verb,
    Noun,
    Adjective,
    Preposition,
    Colon,
    Dash,
}

/// The voice of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Voice {
    Active,
    /// "was accused"
    Passive,
    /// A past participle without auxiliary: "the plan announced on Monday".
    Participle,
}

/// How many tokens mark the item of a list that these begin: a sign, a dash, or a number or small letter with its full stop or
/// brackets.
fn marker_len(tokens: &[Token]) -> usize {
    /// The digits of a number and the small letters of a numeral, "viii".
    const LONGEST: u32 = 4;
    const SIGNS: KeySet<6> = KeySet::new(["$", "#", "+", "%", "<", "&"]);
    let kind = |at: usize| tokens.get(at).map(|it| it.kind);
    let number = |at: usize| {
        tokens.get(at).is_some_and(|it| {
            let letter = it.kind == Kind::Word && !it.has(Token::CAPITAL);
            it.span().len() <= LONGEST as usize && (letter || it.kind == Kind::Number)
        })
    };
    let len = match kind(0) {
        Some(Kind::Symbol) if !SIGNS.holds(tokens[0].key) => 1,
        Some(Kind::Dash) => 1,
        Some(Kind::Open) if number(1) && kind(2) == Some(Kind::Close) => 3,
        Some(Kind::Number) if number(0) && kind(1) == Some(Kind::Stop) => 2,
        Some(_) if number(0) && kind(1) == Some(Kind::Close) => 2,
        _ => 0,
    };
    let spaced = tokens.get(len).is_some_and(|next| next.has(Token::SPACE));
    if spaced { len } else { 0 }
}

/// The labels of who asks and who answers in an interview.
#[rustfmt::skip]
pub(crate) const QUESTION: [u64; 14] = keys([
    "q", "question", "q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9", "q10", "q11", "q12",
]);
#[rustfmt::skip]
pub(crate) const ANSWER: [u64; 14] = keys([
    "a", "answer", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11", "a12",
]);

/// Whether a paragraph with these tokens begins with the letter of who asks or answers and a mark: "Q: Why?", "A. Because", "Q — Why?".
pub(crate) fn begins_turn(tokens: &[Token]) -> bool {
    /// "Q12", but not "Question".
    const LONGEST: usize = 3;
    let [letter, mark, ..] = tokens else { return false };
    letter.has(Token::CAPITAL)
        && letter.span().len() <= LONGEST
        && matches!(mark.kind, Kind::Colon | Kind::Stop | Kind::Dash)
        && [QUESTION, ANSWER].iter().any(|labels| labels.contains(&letter.key))
}

/// Every table of one article while the stages work on it.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    pub(crate) published: Option<jiff::civil::Date>,
    /// For maps from what the text names.
    pub(crate) spread: Spread,
    pub(crate) blocks: Vec<Block>,
    pub(crate) tokens: Vec<Token>,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) phrases: Vec<Phrase>,
    /// The index of the phrase of each token.
    pub(crate) phrase_of: Vec<u32>,
    pub(crate) cues: Vec<CueCandidate>,
    pub(crate) entities: Vec<Entity>,
    /// All mentions in text order, no two overlapping; `entity` points into `entities`.
    pub(crate) mentions: Vec<Mention>,
    pub(crate) claims: Vec<Claim>,
}

impl Tables {
    /// Empties every table and keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.published = None;
        self.spread = Spread::default();
        self.blocks.clear();
        self.tokens.clear();
        self.quotes.clear();
        self.sentences.clear();
        self.phrases.clear();
        self.phrase_of.clear();
        self.cues.clear();
        self.entities.clear();
        self.mentions.clear();
        self.claims.clear();
    }

    /// The bytes from the first to the last token of `run`; empty for an empty run.
    pub(crate) fn span(&self, run: Run) -> Span {
        match self.tokens.get(run.range()) {
            Some([first, .., last]) => Span::new(first.start, last.end),
            Some([only]) => only.span(),
            _ => Span::default(),
        }
    }

    /// Whether the tokens of `run` are in more than one sentence.
    pub(crate) fn crosses(&self, run: Run) -> bool {
        let tokens = self.tokens.get(run.range()).unwrap_or_default();
        tokens.iter().skip(1).any(|token| token.has(Token::SENTENCE))
    }

    /// Whether token `at` exists and is the word with this key.
    pub(crate) fn is(&self, at: usize, key: u64) -> bool {
        self.tokens.get(at).is_some_and(|token| token.key == key)
    }

    /// Whether token `at` exists and is one of the words with these keys.
    pub(crate) fn is_one_of(&self, at: usize, keys: &[u64]) -> bool {
        self.tokens.get(at).is_some_and(|token| keys.contains(&token.key))
    }

    /// The tokens of a sentence that begins an item of a list, without its marker: "*1.* It leaks", "*(b)* It leaks", "*•* It leaks".
    pub(crate) fn past_marker(&self, sentence: &Sentence) -> Run {
        let Run { start, end } = sentence.tokens;
        let kind = |at: usize| self.tokens.get(at).map(|it| it.kind);
        let block = self.blocks.get(sentence.block as usize).map(|it| it.tokens.first());
        let opens = block.is_some_and(|it| kind(it) == kind(sentence.tokens.first()));
        let marker = self.tokens.get(sentence.tokens.range()).filter(|_| opens).map(marker_len);
        Run { start: end.min(start + marker.unwrap_or(0) as u32), end }
    }

    /// The key of token `at`; 0 outside the table.
    pub(crate) fn key(&self, at: usize) -> u64 {
        self.tokens.get(at).map_or(0, |token| token.key)
    }

    /// The sentence that holds token `at`, else the next one.
    pub(crate) fn sentence_at(&self, at: usize) -> Option<&Sentence> {
        let next = self.sentences.partition_point(|sentence| sentence.tokens.after() <= at);
        self.sentences.get(next)
    }

    /// The mention that holds token `at`.
    pub(crate) fn mention_at(&self, at: usize) -> Option<&Mention> {
        let next = self.mentions.partition_point(|mention| mention.tokens.after() <= at);
        self.mentions.get(next).filter(|mention| mention.tokens.holds(at))
    }

    /// What a mention means.
    pub(crate) fn entity(&self, mention: &Mention) -> Option<&Entity> {
        self.entities.get(mention.entity.index())
    }

    /// What kind of thing a mention means.
    pub(crate) fn entity_type(&self, mention: &Mention) -> Option<EntityType> {
        self.entity(mention).map(|entity| entity.kind)
    }

    /// Whether a mention is of a place by a part of a word only, which tells of somebody else: "(R-*Okla.*)", "*Toronto*-based".
    pub(crate) fn is_in_word(&self, mention: &Mention) -> bool {
        let part = mention.name.is_some_and(|it| it != mention.span);
        part && self.entity_type(mention) == Some(EntityType::Place)
    }

    /// The end of the brackets that open at `open` and hold nothing but letters for the name before them, "(MRSK)", what stands for it
    /// at exchanges, "(NYSE: MRSK)", "(TSX: MRSK; NYSE: MSK)", or what it is called from there on, "(“Marsk” or the “Company”)"; of several
    /// brackets the end of the last.
    pub(crate) fn past_letters(&self, open: usize) -> Option<usize> {
        const SEVERAL: usize = 3;
        let mut end = None;
        for _ in 0..SEVERAL {
            let open = end.unwrap_or(open);
            let letters = self.kind(open) == Kind::Open && self.kind(open + 2) == Kind::Close;
            let next = if letters { Some(open + 3) } else { None };
            let next = next.or_else(|| self.past_ticker(open)).or_else(|| self.past_alias(open));
            let Some(next) = next else { break };
            end = Some(next);
        }
        end
    }

    /// The end of the brackets that open at `open` and tell, between quotation marks, what the name before them is called from there on.
    fn past_alias(&self, open: usize) -> Option<usize> {
        const LONGEST: usize = 16;
        const JOINED: KeySet<6> =
            KeySet::new(["or", "and", "the", "together", "collectively", "each"]);
        let the = usize::from(JOINED.holds(self.key(open + 1)));
        let quoted = self.kind(open) == Kind::Open && self.kind(open + 1 + the) == Kind::Double;
        let end = (open..open + LONGEST).find(|at| quoted && self.kind(*at) == Kind::Close)?;
        let named = |at: usize| match self.kind(at) {
            Kind::Word => {
                let capital = self.tokens.get(at).is_some_and(|it| it.has(Token::CAPITAL));
                capital || JOINED.holds(self.key(at))
            }
            kind => matches!(kind, Kind::Double | Kind::Comma | Kind::Number | Kind::Symbol),
        };
        (open + 1..end).all(named).then_some(end + 1)
    }

    /// The end of the brackets that open at `open` and tell what letters stand for the name before them at exchanges.
    pub(crate) fn past_ticker(&self, open: usize) -> Option<usize> {
        const LONGEST: usize = 12;
        let opens = self.kind(open) == Kind::Open && EXCHANGES.holds(self.key(open + 1));
        let end = (open..open + LONGEST).find(|at| opens && self.kind(*at) == Kind::Close)?;
        let inside = open + 1..end;
        let sign = |at: usize| match self.kind(at) {
            Kind::Word => self.tokens.get(at).is_some_and(|it| it.has(Token::CAPITAL)),
            kind => matches!(kind, Kind::Number | Kind::Colon | Kind::Semicolon | Kind::Comma),
        };
        let colon = inside.clone().any(|at| self.kind(at) == Kind::Colon);
        (colon && inside.clone().all(sign)).then_some(end + 1)
    }

    /// Whether the brackets around token `at` tell what letters stand for the name before them at exchanges.
    pub(crate) fn in_ticker(&self, at: usize) -> bool {
        const LONGEST: usize = 11;
        let open = (at.saturating_sub(LONGEST)..at).rev().find(|at| {
            matches!(self.kind(*at), Kind::Open | Kind::Close | Kind::Stop | Kind::Double)
        });
        open.is_some_and(|open| self.past_ticker(open).is_some_and(|end| at < end))
    }

    /// What the mention that holds token `at` means.
    pub(crate) fn entity_at(&self, at: usize) -> Option<&Entity> {
        self.entity(self.mention_at(at)?)
    }

    /// The phrase that holds token `at`.
    pub(crate) fn phrase_at(&self, at: usize) -> Option<&Phrase> {
        self.phrases.get(*self.phrase_of.get(at)? as usize)
    }

    /// The quotation of this number, as [`Token::quote`] and [`Quote::parent`] count them: from 1, and 0 is none.
    pub(crate) fn quote(&self, number: u32) -> Option<&Quote> {
        self.quotes.get((number as usize).checked_sub(1)?)
    }

    /// The innermost quotation that holds token `at`.
    pub(crate) fn quote_at(&self, at: usize) -> Option<&Quote> {
        self.quote(self.tokens.get(at)?.quote)
    }

    /// The numbers of the quotations that hold token `at` and these, the innermost first.
    pub(crate) fn quotes_around(&self, at: usize) -> impl Iterator<Item = (u32, &Quote)> {
        let numbered = |number: u32| Some((number, self.quote(number)?));
        let innermost = self.tokens.get(at).and_then(|token| numbered(token.quote));
        std::iter::successors(innermost, move |(_, quote)| numbered(quote.parent))
    }

    /// The number of the innermost quotation of speech around token `at`; 0 outside.
    pub(crate) fn speech(&self, at: usize) -> u32 {
        let mut around = self.quotes_around(at);
        around.find(|(_, quote)| quote.use_ == QuoteUse::Speech).map_or(0, |(number, _)| number)
    }

    /// The tag of token `at`; punctuation outside the table.
    pub(crate) fn tag(&self, at: usize) -> Tag {
        self.tokens.get(at).map_or(Tag::PUNCT, |token| token.tag)
    }

    /// The kind of token `at`; a full stop outside the table, so that look-ahead ends there.
    pub(crate) fn kind(&self, at: usize) -> Kind {
        self.tokens.get(at).map_or(Kind::Stop, |token| token.kind)
    }
}
