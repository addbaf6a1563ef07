// What the parser says of a sentence: part of speech, head and relation of each token, in the
// terms of Universal Dependencies (English treebanks 2.15). Private to extractor/.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace extractor {

// clang-format off
enum class Upos : std::uint8_t { Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron,
    Propn, Punct, Sconj, Sym, Verb, X };

inline constexpr std::array<std::string_view, 17> upos_names{"ADJ", "ADP", "ADV", "AUX", "CCONJ",
    "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

// Penn Treebank tags.
enum class Xpos : std::uint8_t { Dollar, CloseQuote, Comma, CloseBracket, OpenBracket, Period,
    Colon, Add, Afx, Cc, Cd, Dt, Ex, Fw, Gw, Hyph, In, Jj, Jjr, Jjs, Ls, Md, Nfp, Nn, Nnp, Nnps,
    Nns, Pdt, Pos, Prp, PrpPoss, Rb, Rbr, Rbs, Rp, Sym, To, Uh, Vb, Vbd, Vbg, Vbn, Vbp, Vbz, Wdt,
    Wp, WpPoss, Wrb, OpenQuote };

inline constexpr std::array<std::string_view, 49> xpos_names{"$", "''", ",", "-RRB-", "-LRB-", ".",
    ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS",
    "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP",
    "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "``"};

enum class Relation : std::uint8_t { Acl, AclRelcl, Advcl, AdvclRelcl, Advmod, Amod, Appos, Aux,
    AuxPass, Case, Cc, CcPreconj, Ccomp, Compound, CompoundPrt, Conj, Cop, Csubj, CsubjOuter,
    CsubjPass, Dep, Det, DetPredet, Discourse, Dislocated, Expl, Fixed, Flat, Goeswith, Iobj, List,
    Mark, Nmod, NmodDesc, NmodPoss, NmodUnmarked, Nsubj, NsubjOuter, NsubjPass, Nummod, Obj, Obl,
    OblAgent, OblUnmarked, Orphan, Parataxis, Punct, Reparandum, Root, Vocative, Xcomp };

inline constexpr std::array<std::string_view, 51> relation_names{"acl", "acl:relcl", "advcl",
    "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj",
    "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep",
    "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj",
    "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer",
    "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis",
    "punct", "reparandum", "root", "vocative", "xcomp"};
// clang-format on

constexpr std::string_view name_of(Upos tag) { return upos_names[static_cast<std::size_t>(tag)]; }
constexpr std::string_view name_of(Xpos tag) { return xpos_names[static_cast<std::size_t>(tag)]; }
constexpr std::string_view name_of(Relation relation) {
    return relation_names[static_cast<std::size_t>(relation)];
}

// find_name<Upos>("VERB", upos_names)
template <class Enum, std::size_t n>
constexpr std::optional<Enum> find_name(std::string_view name,
                                        const std::array<std::string_view, n>& names) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) return std::nullopt;
    return static_cast<Enum>(at - names.begin());
}

inline constexpr std::int32_t kNoHead = -1;

struct ParsedToken {
    Upos upos = Upos::X;
    Xpos xpos = Xpos::Nn;
    Relation relation = Relation::Dep;
    std::int32_t head = kNoHead;  // index within the sentence; kNoHead: this is the root
};

// One tree: exactly one token is the root, and every token's heads lead to it.
using ParsedSentence = std::vector<ParsedToken>;

}  // namespace extractor
