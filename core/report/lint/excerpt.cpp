// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/lint/excerpt.h"

#include <QChar>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr int tabWidth = 4;
constexpr qsizetype unitsBefore = 80;  // of a long line, before the range
constexpr int cellsShown = 160;

struct Range
{
    char32_t first;
    char32_t last;
};

// East Asian Wide and Fullwidth (Unicode's EastAsianWidth.txt), in blocks, and the emoji that terminals draw as wide.
constexpr std::array wideRanges{
    Range{0x1100, 0x115f},   Range{0x2e80, 0x303e},   Range{0x3041, 0x4dbf},   Range{0x4e00, 0xa4cf},   Range{0xa960, 0xa97f},
    Range{0xac00, 0xd7a3},   Range{0xf900, 0xfaff},   Range{0xfe30, 0xfe6f},   Range{0xff00, 0xff60},   Range{0xffe0, 0xffe6},
    Range{0x16fe0, 0x18aff}, Range{0x1b000, 0x1b2ff}, Range{0x1f300, 0x1f64f}, Range{0x1f680, 0x1f6ff}, Range{0x1f900, 0x1f9ff},
    Range{0x20000, 0x3fffd},
};

int cellsOfCodePoint(char32_t c)
{
    if (c < 0x300)
        return 1;
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
        return 0;
    return std::ranges::any_of(wideRanges, [c](const Range &range) { return c >= range.first && c <= range.last; }) ? 2 : 1;
}

/// Controls, what turns the direction of writing or takes no room, and surrogates without their other half.
bool isHidden(char32_t c)
{
    if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        return true;
    if (c < 0x300)
        return c == 0xad;
    switch (QChar::category(c)) {
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString escaped(char32_t c)
{
    switch (c) {
    case u'\n':
        return u"\\n"_s;
    case u'\r':
        return u"\\r"_s;
    case u'\t':
        return u"\\t"_s;
    default:
        break;
    }
    const uint code = c;
    if (code < 0x100)
        return u"\\x%1"_s.arg(code, 2, 16, QChar(u'0'));
    return code < 0x10000 ? u"\\u%1"_s.arg(code, 4, 16, QChar(u'0')) : u"\\U%1"_s.arg(code, 8, 16, QChar(u'0'));
}

/// Reads code points; a lone surrogate is one by itself.
class CodePoints
{
public:
    explicit CodePoints(QStringView text) : m_text(text) { }

    qsizetype position() const { return m_position; }
    bool atEnd() const { return m_position >= m_text.size(); }
    char32_t next()
    {
        const QChar unit = m_text[m_position++];
        if (unit.isHighSurrogate() && !atEnd() && m_text[m_position].isLowSurrogate())
            return QChar::surrogateToUcs4(unit, m_text[m_position++]);
        return unit.unicode();
    }

private:
    QStringView m_text;
    qsizetype m_position = 0;
};

/// Looks at all of it, without a way out at the first that is not: so the compiler takes many at once.
bool isPlain(QStringView text)
{
    const char16_t *units = text.utf16();
    char16_t special = 0;
    for (qsizetype i = 0; i < text.size(); ++i)
        special |= static_cast<char16_t>((units[i] < 0x20) | (units[i] >= 0x7f));
    return special == 0;
}

bool endsLine(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// Where the line of `offset` begins, or a place near enough before it.
qsizetype lineBegin(QStringView text, qsizetype offset)
{
    qsizetype begin = offset;
    while (begin > 0 && offset - begin < unitsBefore && !endsLine(text[begin - 1]))
        --begin;
    if (begin > 0 && text[begin].isLowSurrogate() && text[begin - 1].isHighSurrogate())
        --begin;
    return begin;
}

/// The rest of the line, where it holds nothing that is shown otherwise than it is written; most lines are like that.
std::optional<QStringView> plainLine(QStringView rest)
{
    const QStringView shown = rest.first(std::min<qsizetype>(rest.size(), cellsShown));
    const auto isSpecial = [](QChar c) { return c.unicode() < 0x20 || c.unicode() >= 0x7f; };
    const qsizetype size = std::find_if(shown.begin(), shown.end(), isSpecial) - shown.begin();
    if (size < rest.size() && !endsLine(rest[size]))
        return std::nullopt;
    return rest.first(size);
}

} // namespace

QString shownText(QStringView text)
{
    QString shown;
    appendShown(shown, text);
    return shown;
}

void appendShown(QString &shown, QStringView text)
{
    if (isPlain(text)) {
        shown += text;
        return;
    }
    qsizetype begin = 0; // of what is shown as it is
    CodePoints points(text);
    while (!points.atEnd()) {
        const qsizetype at = points.position();
        const char32_t c = points.next();
        if (!isHidden(c))
            continue;
        shown += text.sliced(begin, at - begin);
        shown += escaped(c);
        begin = points.position();
    }
    shown += text.sliced(begin);
}

int cellsOf(QStringView text)
{
    int cells = 0;
    CodePoints points(text);
    while (!points.atEnd())
        cells += cellsOfCodePoint(points.next());
    return cells;
}

Excerpt excerptOf(QStringView text, qsizetype start, qsizetype end)
{
    start = std::clamp(start, qsizetype(0), text.size());
    end = std::clamp(end, start, text.size());
    const qsizetype begin = lineBegin(text, start);
    const bool cutBefore = begin > 0 && !endsLine(text[begin - 1]);

    Excerpt excerpt;
    if (const std::optional<QStringView> line = plainLine(text.sliced(begin)); line && !cutBefore) {
        excerpt.line = line->toString();
        excerpt.column = static_cast<int>(std::min(start - begin, line->size()));
        excerpt.width = std::max(1, static_cast<int>(std::min(end - begin, line->size())) - excerpt.column);
        return excerpt;
    }
    excerpt.line = cutBefore ? u"…"_s : QString();
    int cells = cutBefore ? 1 : 0;
    int endCells = -1;
    CodePoints points(text.sliced(begin));
    while (!points.atEnd()) {
        const qsizetype at = begin + points.position();
        if (at <= start)
            excerpt.column = cells;
        if (at <= end)
            endCells = cells;
        if (endsLine(text[at]))
            break;
        const char32_t c = points.next();
        const QString piece = c == u'\t' ? QString(tabWidth - cells % tabWidth, u' ') : isHidden(c) ? escaped(c) : QString(QStringView(QChar::fromUcs4(c)));
        const int width = c == u'\t' || isHidden(c) ? static_cast<int>(piece.size()) : cellsOfCodePoint(c);
        if (cells + width > cellsShown) {
            excerpt.line += u'…';
            break;
        }
        excerpt.line += piece;
        cells += width;
    }
    if (begin + points.position() <= end)
        endCells = cells;
    if (begin + points.position() <= start)
        excerpt.column = cells;
    excerpt.width = std::max(1, endCells - excerpt.column);
    return excerpt;
}

} // namespace Whimbrel
