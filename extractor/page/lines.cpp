#include "extractor/page/lines.h"

#include <algorithm>
#include <array>

#include "extractor/page/letters.h"

namespace extractor {

namespace {

struct Counts {
    std::uint32_t size = 0;
    std::uint16_t commas = 0;
    std::uint16_t words = 0;
};

constexpr bool is_comma(char32_t c) {
    return c == ',' || c == ';' || c == 0x060C || c == 0x3001 || c == 0xFF0C;
}

// What an ASCII character is to count().
enum class Ascii : std::uint8_t { Mark, Joint, Comma, Letter };
constexpr auto ascii = [] {
    std::array<Ascii, 128> kinds{};
    for (unsigned n = 0; n < kinds.size(); ++n) {
        const auto c = static_cast<char>(n);
        kinds[n] = !is_mark(n) ? Ascii::Letter : is_comma(n) ? Ascii::Comma : Ascii::Mark;
        if (c == '\'' || c == '-') kinds[n] = Ascii::Joint;
    }
    return kinds;
}();

class Counter {
public:
    Counts run(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const auto byte = static_cast<unsigned char>(text[at]);
            if (byte < 0x80) {
                add(ascii[byte]);
                ++at;
            } else {
                add(core::next_code_point(text, at));
            }
        }
        return {.size = size_,
                .commas = static_cast<std::uint16_t>(std::min(commas_, kMost)),
                .words = static_cast<std::uint16_t>(std::min(words_, kMost))};
    }

private:
    void add(Ascii kind) {
        if (kind == Ascii::Letter) return letter(1);
        if (kind == Ascii::Comma) ++commas_;
        in_word_ = in_word_ && kind == Ascii::Joint;
    }
    void add(char32_t c) {
        if (is_comma(c)) ++commas_;
        if (is_mark(c)) {
            in_word_ = in_word_ && c == 0x2019;
            return;
        }
        const bool is_dense = is_han_or_kana(c);
        if (is_dense) in_word_ = false;
        letter(is_dense ? 3 : 1);
    }
    void letter(std::uint32_t size) {
        size_ += size;
        if (!in_word_) ++words_;
        in_word_ = true;
    }

    static constexpr std::uint32_t kMost = 0xFFFF;
    std::uint32_t size_ = 0;
    std::uint32_t commas_ = 0;
    std::uint32_t words_ = 0;
    bool in_word_ = false;
};

Counts count(std::string_view text) { return Counter().run(text); }

bool ends_sentence(std::string_view text) {
    static constexpr std::string_view closers[] = {
        "\"", "'", ")", "]", "\u201D", "\u2019", "\u00BB", "\u201C", "\u300D", "\u203A"};
    static constexpr std::string_view stops[] = {".",      "!",      "?",      "\u2026",
                                                 "\u3002", "\uFF01", "\uFF1F", "\u061F",
                                                 "\u06D4", "\u0964", "\u037E", "\u1362"};
    for (bool cut = true; cut;) {
        cut = false;
        for (const auto closer : closers) {
            if (!text.ends_with(closer)) continue;
            text.remove_suffix(closer.size());
            cut = true;
        }
    }
    return std::any_of(std::begin(stops), std::end(stops),
                       [&](std::string_view stop) { return text.ends_with(stop); });
}

bool is_strong(Tag tag) { return tag == Tag::B || tag == Tag::Strong || is_heading(tag); }

class LineReader {
public:
    explicit LineReader(const Document& document) : document_(document) {}
    std::vector<Line> run();

private:
    void add_run(NodeIndex node);
    void add_piece(NodeIndex node, core::Span piece);
    NodeIndex block_of(NodeIndex node) const;

    const Document& document_;
    std::vector<Line> lines_;
    std::size_t line_end_ = 0;  // in the text, of the line at hand
    NodeIndex link_end_ = 0;    // behind the <a>, the bold element at hand
    NodeIndex strong_end_ = 0;
    std::size_t breaks_ = 0;  // <br> since the last run of text
};

std::vector<Line> LineReader::run() {
    for (NodeIndex n = 0; n < document_.nodes.size(); ++n) {
        const auto& node = document_.nodes[n];
        if (node.tag == Tag::A) link_end_ = std::max(link_end_, node.end);
        if (is_strong(node.tag)) strong_end_ = std::max(strong_end_, node.end);
        if (node.tag == Tag::Br) ++breaks_;
        if (node.tag == Tag::Text) add_run(n);
    }
    for (auto& line : lines_) {
        const auto text = core::trim(core::cut(document_.text, line.text));
        line.text.begin = static_cast<std::size_t>(text.data() - document_.text.data());
        line.text.end = line.text.begin + text.size();
        line.ends_sentence = ends_sentence(text);
    }
    return std::move(lines_);
}

void LineReader::add_run(NodeIndex node) {
    const std::string_view text(document_.text);
    const std::size_t end = document_.nodes[node].text_end;
    for (std::size_t begin = document_.nodes[node].text_begin; begin < end;) {
        const auto stop = std::min(text.substr(0, end).find('\n', begin), end);
        if (!core::trim(core::cut(text, {begin, stop})).empty()) add_piece(node, {begin, stop});
        begin = stop + 1;
    }
}

void LineReader::add_piece(NodeIndex node, core::Span piece) {
    if (lines_.empty() || piece.begin >= line_end_) {
        const auto block = block_of(node);
        const bool after_break = breaks_ == 1 && !lines_.empty() && lines_.back().block == block;
        lines_.push_back({.text = piece, .node = node, .block = block, .after_break = after_break});
        line_end_ = std::min(document_.text.find('\n', piece.begin), document_.text.size());
    }
    breaks_ = 0;
    auto& line = lines_.back();
    line.text.end = piece.end;
    const auto counts = count(core::cut(document_.text, piece));
    line.size += counts.size;
    line.commas = static_cast<std::uint16_t>(line.commas + counts.commas);
    line.words = static_cast<std::uint16_t>(line.words + counts.words);
    if (node < link_end_) {
        if (line.linked == line.size - counts.size) line.leading += counts.size;
        line.linked += counts.size;
    }
    if (node < strong_end_) line.strong += counts.size;
}

NodeIndex LineReader::block_of(NodeIndex node) const {
    while (node > 0 && !is_block(document_.nodes[node].tag)) node = document_.nodes[node].parent;
    return node;
}

}  // namespace

std::vector<Line> lines_of(const Document& document) { return LineReader(document).run(); }

}  // namespace extractor
