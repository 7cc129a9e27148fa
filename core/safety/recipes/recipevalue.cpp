// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/recipes/recipevalue.h"

#include "safety/reader.h"
#include "sql/lexer.h"
#include "sql/quoting.h"
#include "sql/splitter.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Kind = RecipeParameter::Kind;

constexpr qsizetype longestValue = 64 * 1024; // characters
constexpr qsizetype mostItems = 1000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

std::unexpected<Error> refused(const RecipeParameter &parameter, const QString &why)
{
    return failure(ErrorKind::Usage, Text::tr("“%1” cannot be used: %2").arg(parameter.name, why),
                   Text::tr("It is to be %1.").arg(parameter.shownHelp()));
}

bool looksLikeMarker(const QString &value)
{
    static const QRegularExpression comment(u"^\\s*--"_s, QRegularExpression::MultilineOption);
    return comment.match(value).hasMatch();
}

bool holdsControlCharacter(const QString &value)
{
    return std::ranges::any_of(value,
                               [](QChar c) { return c.unicode() < 0x20 && c != u'\n' && c != u'\t' && c != u'\r'; });
}

/// Why `value` could do more than stand where it is put; empty if it cannot. `commas`: between the outermost parts.
QString fragmentProblem(const QString &value, Dialect dialect, bool commas)
{
    Lexer lexer(value, dialect);
    int depth = 0;
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        switch (token.kind) {
        case TokenKind::LineComment:
        case TokenKind::BlockComment:
        case TokenKind::CodeComment:
        case TokenKind::CodeCommentEnd:
            return Text::tr("it holds a comment.");
        case TokenKind::Delimiter:
            return Text::tr("it would end the statement.");
        default:
            break;
        }
        if (!token.closed)
            return Text::tr("a quote in it is never closed.");
        if (token.isSymbol(u';'))
            return Text::tr("it would end the statement.");
        if (token.isSymbol(u'\\'))
            return Text::tr("it holds a backslash.");
        if (!commas && depth == 0 && token.isSymbol(u','))
            return Text::tr("there is a comma between its parts.");
        depth += token.isSymbol(u'(') || token.isSymbol(u'[')   ? 1
                 : token.isSymbol(u')') || token.isSymbol(u']') ? -1
                                                                : 0;
        if (depth < 0)
            return Text::tr("it closes a parenthesis that it did not open.");
    }
    return depth == 0 ? QString() : Text::tr("a parenthesis in it is never closed.");
}

/// The one operation that `sql` is read as, Unknown where the reader does not know it; nothing where it is not one or
/// several.
std::optional<Operation> readBack(const QString &sql, Dialect dialect)
{
    const SplitScript script = splitScript(sql, dialect);
    if (script.statements.size() != 1 || !script.problems.isEmpty())
        return {};
    const StatementReading reading = readStatement(script.statements.constFirst(), dialect);
    return reading.operations.size() == 1 ? std::optional(reading.operations.constFirst()) : std::nullopt;
}

/// Stranger than a reader of our own: the tokens have to do. PostgreSQL's is PostgreSQL's.
bool isUnknown(const std::optional<Operation> &read, Dialect dialect)
{
    return read && read->kind == Operation::Kind::Unknown && dialect != Dialect::PostgreSql;
}

QString typeProblem(const QString &value, Dialect dialect)
{
    if (const QString problem = fragmentProblem(value, dialect, false); !problem.isEmpty())
        return problem;
    const std::optional<Operation> read = readBack(u"CREATE TABLE t (c %1)"_s.arg(value), dialect);
    const bool isType =
        isUnknown(read, dialect) || (read && read->kind == Operation::Kind::CreateTable && read->columns.size() == 1 &&
                                     read->constraints.isEmpty() && read->columns.constFirst().constraints.isEmpty() &&
                                     !read->columns.constFirst().notNull && !read->columns.constFirst().hasDefault &&
                                     !read->columns.constFirst().type.isEmpty());
    return isType ? QString() : Text::tr("it is not the name of a type alone.");
}

QString expressionProblem(const QString &value, Dialect dialect)
{
    if (const QString problem = fragmentProblem(value, dialect, false); !problem.isEmpty())
        return problem;
    const std::optional<Operation> read = readBack(u"SELECT 1 FROM t WHERE (%1)"_s.arg(value), dialect);
    return isUnknown(read, dialect) || (read && read->kind == Operation::Kind::Select)
               ? QString()
               : Text::tr("it is not an expression.");
}

QString expressionsProblem(const QString &value, Dialect dialect)
{
    return fragmentProblem(value, dialect, true); // an index's key and an UPDATE's SET have little in common
}

QString definitionProblem(const QString &value, Dialect dialect)
{
    if (const QString problem = fragmentProblem(value, dialect, true); !problem.isEmpty())
        return problem;
    const std::optional<Operation> read = readBack(u"CREATE TABLE t (%1)"_s.arg(value), dialect);
    const bool isTable =
        isUnknown(read, dialect) || (read && read->kind == Operation::Kind::CreateTable && !read->columns.isEmpty());
    return isTable ? QString() : Text::tr("it is not what stands between the parentheses of CREATE TABLE.");
}

QString scriptProblem(const QString &value, Dialect dialect, qsizetype most)
{
    const SplitScript script = splitScript(value, dialect);
    if (!script.problems.isEmpty())
        return script.problems.constFirst().message;
    if (script.statements.isEmpty() || script.statements.size() > most)
        return most == 1 ? Text::tr("it is not one statement.") : Text::tr("it holds no statement.");
    const bool endsTransaction = std::ranges::any_of(script.statements, [](const Statement &statement) {
        return statement.kind == StatementKind::TransactionControl || statement.kind == StatementKind::ClientCommand;
    });
    return endsTransaction ? Text::tr("it begins or ends a transaction, or is a client’s own command.") : QString();
}

/// The parts of a name with dots, quotes taken off; empty where it is not one.
QStringList nameParts(const QString &text, Dialect dialect)
{
    QStringList parts;
    Lexer lexer(text.trimmed(), dialect);
    bool wantsName = true;
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        if (wantsName && token.kind == TokenKind::QuotedName && token.closed && token.text.size() > 2) {
            const QString quote(token.text.back());
            parts << token.text.sliced(1, token.text.size() - 2).toString().replace(quote + quote, quote);
        } else if (wantsName && token.kind == TokenKind::Word) {
            parts << token.text.toString();
        } else if (wantsName || !token.isSymbol(u'.')) {
            return {};
        }
        wantsName = !wantsName;
    }
    return wantsName ? QStringList() : parts;
}

Result<TemplateValue> readName(const RecipeParameter &parameter, const QString &value, Dialect dialect, bool relation)
{
    QStringList parts = nameParts(value, dialect);
    if (!relation || parts.isEmpty())
        parts =
            parts.size() == 1 ? parts : QStringList{value.trimmed()}; // a name may hold anything, even dots and blanks
    if (parts.size() > 2)
        return refused(parameter, Text::tr("“%1” is neither a name nor schema.name.").arg(value));
    TemplateValue result;
    for (const QString &part : std::as_const(parts)) {
        if (part.isEmpty() || part.contains(u'\n') || part.contains(u'\r') || part.contains(u'\t'))
            return refused(parameter, Text::tr("“%1” is not a name.").arg(value));
        if (identifierLength(part, dialect) > identifierLimit(dialect))
            return refused(parameter,
                           Text::tr("the name “%1” is longer than %2 takes.").arg(part, dialectName(dialect)));
        result.schema = result.sql.isEmpty() ? QString() : result.sql + u'.';
        result.sql = result.schema + identifierText(part, dialect);
        result.plain = part;
    }
    result.isRelation = relation;
    return result;
}

/// Cuts at commas outside quotes and parentheses.
QStringList listItems(const QString &value, Dialect dialect)
{
    QStringList items;
    Lexer lexer(value, dialect);
    qsizetype begin = 0;
    int depth = 0;
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        depth += token.isSymbol(u'(') ? 1 : token.isSymbol(u')') ? -1 : 0;
        if (depth == 0 && token.isSymbol(u',')) {
            items << value.sliced(begin, token.begin - begin).trimmed();
            begin = token.end;
        }
    }
    return items << value.sliced(begin).trimmed();
}

Result<TemplateValue> readNames(const RecipeParameter &parameter, const QString &value, Dialect dialect, bool relations)
{
    TemplateValue list;
    list.isList = true;
    QStringList sql;
    QStringList plain;
    const QStringList items = listItems(value, dialect);
    if (items.size() > mostItems)
        return refused(parameter, Text::tr("there are more than %1 names.").arg(mostItems));
    for (const QString &item : items) {
        const Result<TemplateValue> name = readName(parameter, item, dialect, relations);
        if (!name)
            return name;
        sql << name->sql;
        plain << name->plain;
        list.items << *name;
    }
    list.sql = sql.join(u", "_s);
    list.plain = plain.join(u'_');
    return list;
}

TemplateValue textValue(const QString &sql, const QString &plain)
{
    TemplateValue value;
    value.sql = sql;
    value.plain = plain;
    return value;
}

/// The words of an index's key, to make the index's name of: "lower(email), name DESC" gives lower_email_name_desc.
QString wordsOf(const QString &expressions, Dialect dialect)
{
    QStringList words;
    Lexer lexer(expressions, dialect);
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        if (token.kind == TokenKind::Word)
            words << token.text.toString().toLower();
        else if (token.kind == TokenKind::QuotedName && token.text.size() > 2)
            words << token.text.sliced(1, token.text.size() - 2).toString();
    }
    return words.join(u'_');
}

Result<TemplateValue> readText(const RecipeParameter &parameter, const QString &value, const QString &problem,
                               const QString &plain = {})
{
    if (!problem.isEmpty())
        return refused(parameter, problem);
    return textValue(value.trimmed(), plain.isEmpty() ? value.trimmed() : plain);
}

Result<TemplateValue> readChoice(const RecipeParameter &parameter, const QString &value)
{
    if (!parameter.choices.contains(value))
        return refused(parameter, Text::tr("it is one of %1.").arg(parameter.choices.join(u", "_s)));
    TemplateValue result = textValue(value, value);
    result.choice = value;
    return result;
}

Result<TemplateValue> readNumber(const RecipeParameter &parameter, const QString &value)
{
    bool isNumber = false;
    const qulonglong number = value.toULongLong(&isNumber);
    if (!isNumber || number > static_cast<qulonglong>(std::numeric_limits<qint64>::max()))
        return refused(parameter, Text::tr("“%1” is not a whole number.").arg(value));
    return textValue(QString::number(number), QString::number(number));
}

} // namespace

Result<TemplateValue> readRecipeValue(const RecipeParameter &parameter, const QString &value, Dialect dialect)
{
    if (value.trimmed().isEmpty())
        return TemplateValue{};
    if (value.size() > longestValue)
        return refused(parameter, Text::tr("it is too long."));
    if (holdsControlCharacter(value))
        return refused(parameter, Text::tr("it holds a control character."));
    if (value.contains("$whimbrel$"_L1)) // the recipes' own quotes around a routine's body
        return refused(parameter, Text::tr("it holds “$whimbrel$”."));
    if (looksLikeMarker(value))
        return refused(parameter,
                       Text::tr("a line of it begins with “--”, as a comment or a marker of the file does."));
    const auto trimmed = [&] { // a statement's own semicolon is the template's
        const QString text = value.trimmed();
        return text.endsWith(u';') ? text.chopped(1) : text;
    };
    switch (parameter.kind) {
    case Kind::Identifier:
    case Kind::Relation:
        return readName(parameter, value, dialect, parameter.kind == Kind::Relation);
    case Kind::Identifiers:
    case Kind::Relations:
        return readNames(parameter, value, dialect, parameter.kind == Kind::Relations);
    case Kind::Type:
        return readText(parameter, value, typeProblem(value, dialect));
    case Kind::Expression:
        return readText(parameter, value, expressionProblem(value, dialect));
    case Kind::Expressions:
        return readText(parameter, value, expressionsProblem(value, dialect), wordsOf(value, dialect));
    case Kind::Definition:
        return readText(parameter, value, definitionProblem(value, dialect));
    case Kind::Statement:
        return readText(parameter, trimmed(), scriptProblem(value, dialect, 1));
    case Kind::Statements:
        return readText(parameter, value.trimmed().endsWith(u';') ? value : value.trimmed() + u';',
                        scriptProblem(value, dialect, std::numeric_limits<qsizetype>::max()));
    case Kind::Literal:
        return textValue(literalText(value, dialect), value);
    case Kind::Number:
        return readNumber(parameter, value.trimmed());
    case Kind::Choice:
        return readChoice(parameter, value.trimmed());
    }
    Q_UNREACHABLE_RETURN(TemplateValue{});
}

} // namespace Whimbrel
