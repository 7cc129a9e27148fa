// SPDX-License-Identifier: GPL-3.0-or-later
#include "servernames.h"

#include "sql/lexer.h"

namespace Whimbrel {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaximumBytes = 63; ///< NAMEDATALEN - 1

/// At most `bytes` of a name, no character cut in two.
QString clipped(const QString &name, const QByteArray &utf8, qsizetype bytes)
{
    if (utf8.size() <= bytes)
        return name;
    while (bytes > 0 && (utf8.at(bytes) & 0xC0) == 0x80)
        --bytes;
    return QString::fromUtf8(utf8.first(bytes));
}

/// A call of one function and nothing around it: `lower(email)` gives "lower"; anything else nothing.
QString calledFunction(const QString &text)
{
    Lexer lexer(text, Dialect::PostgreSql);
    Token token = lexer.nextSignificant();
    QString name;
    while (token.kind == TokenKind::Word || token.kind == TokenKind::QuotedName) {
        name = token.kind == TokenKind::Word ? token.text.toString().toLower() : token.text.mid(1).chopped(1).toString();
        token = lexer.nextSignificant();
        if (!token.isSymbol(u'.'))
            break;
        token = lexer.nextSignificant();
    }
    if (name.isEmpty() || !token.isSymbol(u'('))
        return {};
    for (int depth = 1; depth > 0;) {
        token = lexer.nextSignificant();
        if (token.kind == TokenKind::End)
            return {};
        depth += token.isSymbol(u'(') ? 1 : token.isSymbol(u')') ? -1 : 0;
    }
    return lexer.nextSignificant().kind == TokenKind::End ? name : QString();
}

QStringView withoutParentheses(QStringView text)
{
    text = text.trimmed();
    while (text.startsWith(u'(') && text.endsWith(u')')) {
        int depth = 0;
        for (qsizetype i = 0; i < text.size() - 1; ++i) {
            depth += text[i] == u'(' ? 1 : text[i] == u')' ? -1 : 0;
            if (depth == 0)
                return text;
        }
        text = text.sliced(1).chopped(1).trimmed();
    }
    return text;
}

} // namespace

QString postgreSqlObjectName(const QString &first, const QString &second, const QString &label)
{
    const QString tail = label.isEmpty() ? QString() : u'_' + label;
    if ((first.size() + second.size() + tail.size() + 1) * 3 <= MaximumBytes)
        return second.isEmpty() ? first + tail : first + u'_' + second + tail;

    const QByteArray firstUtf8 = first.toUtf8();
    const QByteArray secondUtf8 = second.toUtf8();
    const qsizetype room = MaximumBytes - tail.toUtf8().size() - (second.isEmpty() ? 0 : 1);
    qsizetype firstBytes = firstUtf8.size();
    qsizetype secondBytes = secondUtf8.size();
    while (firstBytes + secondBytes > room)
        --(firstBytes > secondBytes ? firstBytes : secondBytes);
    const QString head = clipped(first, firstUtf8, firstBytes);
    return second.isEmpty() ? head + tail : head + u'_' + clipped(second, secondUtf8, secondBytes) + tail;
}

QString postgreSqlFreeName(const QString &first, const QString &second, const QString &label, const NameTaken &taken)
{
    QString name = postgreSqlObjectName(first, second, label);
    for (int pass = 1; taken(name); ++pass)
        name = postgreSqlObjectName(first, second, label + QString::number(pass));
    return name;
}

QString postgreSqlColumnsPart(const QStringList &columns)
{
    if (columns.size() == 1)
        return columns.first();
    QString part;
    for (const QString &column : columns) {
        if (!part.isEmpty())
            part += u'_';
        part += column;
        if (part.toUtf8().size() > MaximumBytes)
            break;
    }
    return part;
}

QStringList postgreSqlIndexColumns(const IndexDefinition &index)
{
    QStringList names;
    const auto append = [&names](const QString &wanted) {
        QString name = wanted;
        for (int number = 1; names.contains(name); ++number)
            name = wanted + QString::number(number);
        names.append(name);
    };
    for (const IndexDefinition::Part &part : index.parts) {
        if (!part.column.isEmpty()) {
            append(part.column);
            continue;
        }
        const QString function = calledFunction(withoutParentheses(part.expression.text).toString());
        append(function.isEmpty() ? u"expr"_s : function);
    }
    for (const QString &column : index.included)
        append(column);
    return names;
}

QString mySqlIndexName(const QString &firstColumn, const NameTaken &taken)
{
    // A column called PRIMARY does not give its name to an index.
    const QString name = firstColumn.compare("PRIMARY"_L1, Qt::CaseInsensitive) == 0 ? firstColumn + u"_2"_s : firstColumn;
    if (!taken(name))
        return name;
    int number = 2;
    while (taken(firstColumn + u'_' + QString::number(number)))
        ++number;
    return firstColumn + u'_' + QString::number(number);
}

} // namespace Whimbrel
