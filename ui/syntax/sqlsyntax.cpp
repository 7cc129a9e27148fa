// SPDX-License-Identifier: GPL-3.0-or-later
#include "syntax/sqlsyntax.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KTextEditor/Editor>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

// One repository a program: loading the index of definitions twice would cost time and memory.
const KSyntaxHighlighting::Repository &repository()
{
    return KTextEditor::Editor::instance()->repository();
}

class RangeCollector final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    QList<QTextLayout::FormatRange> collect(const QString &text)
    {
        KSyntaxHighlighting::State state;
        qsizetype begin = 0;
        while (begin <= text.size()) {
            qsizetype end = text.indexOf(u'\n', begin);
            if (end < 0)
                end = text.size();
            m_lineStart = begin;
            state = highlightLine(QStringView(text).sliced(begin, end - begin), state);
            begin = end + 1;
        }
        return std::move(m_ranges);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length == 0 || format.isDefaultTextStyle(theme()))
            return;
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(m_lineStart) + offset;
        range.length = length;
        if (format.hasTextColor(theme()))
            range.format.setForeground(format.textColor(theme()));
        if (format.isBold(theme()))
            range.format.setFontWeight(QFont::Bold);
        if (format.isItalic(theme()))
            range.format.setFontItalic(true);
        m_ranges << range;
    }

private:
    qsizetype m_lineStart = 0;
    QList<QTextLayout::FormatRange> m_ranges;
};

QString ownName(Dialect dialect)
{
    if (dialect == Dialect::PostgreSql)
        return u"Whimbrel PostgreSQL"_s;
    return dialect == Dialect::SQLite ? u"Whimbrel SQLite"_s : u"Whimbrel MySQL"_s;
}

QString shippedName(Dialect dialect)
{
    if (dialect == Dialect::PostgreSql)
        return u"SQL (PostgreSQL)"_s;
    return dialect == Dialect::SQLite ? u"SQL"_s : u"SQL (MySQL)"_s;
}

} // namespace

QString syntaxName(std::optional<Dialect> dialect)
{
    if (!dialect)
        return u"SQL"_s;
    const QString own = ownName(*dialect);
    return repository().definitionForName(own).isValid() ? own : shippedName(*dialect);
}

KSyntaxHighlighting::Definition syntaxDefinition(std::optional<Dialect> dialect)
{
    return repository().definitionForName(syntaxName(dialect));
}

KSyntaxHighlighting::Theme syntaxTheme(const QPalette &palette)
{
    return repository().themeForPalette(palette);
}

QList<QTextLayout::FormatRange> highlightSql(const QString &text, std::optional<Dialect> dialect,
                                             const QPalette &palette)
{
    RangeCollector collector;
    collector.setDefinition(syntaxDefinition(dialect));
    collector.setTheme(syntaxTheme(palette));
    return collector.collect(text);
}

} // namespace Whimbrel
