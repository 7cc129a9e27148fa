// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/scriptfix.h"

#include "safety/reader.h"
#include "safety/recipes/recipebook.h"

#include <QStringTokenizer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr QLatin1StringView recipeId = "without-foreign-keys"_L1;

bool isPragma(const Statement &statement)
{
    return statement.text.startsWith("PRAGMA"_L1, Qt::CaseInsensitive);
}

/// What the recipe writes itself.
bool isAboutForeignKeys(const Statement &statement)
{
    return isPragma(statement) && statement.text.contains("foreign_key"_L1, Qt::CaseInsensitive);
}

/// As a remark that no tool takes for its own; nothing where it is one for Whimbrel, or cannot be told so.
std::optional<QString> remark(const QString &comment, QStringView marker)
{
    QStringList lines;
    for (const QStringView line : QStringView(comment).tokenize(u'\n', Qt::SkipEmptyParts)) {
        const QStringView text = line.trimmed();
        if (text == marker)
            continue;
        if (text.startsWith("/*"_L1) && text.endsWith("*/"_L1)) {
            lines << text.toString() + u'\n';
            continue;
        }
        if (!text.startsWith("--"_L1) || text.contains("whimbrel:"_L1) || text.contains("*/"_L1))
            return {};
        lines << u"/* %1 */\n"_s.arg(text.sliced(2).trimmed());
    }
    return lines.join(QString());
}

bool hasLineComment(const QString &text)
{
    return std::ranges::any_of(QStringView(text).tokenize(u'\n'), [](QStringView line) { return line.trimmed().startsWith("--"_L1); });
}

} // namespace

QString insideOfSwitches(const QList<Statement> &statements, const QString &script)
{
    const QStringView marker = QStringView(script).first(std::max<qsizetype>(script.indexOf(u'\n'), 0)).trimmed();
    QStringList texts;
    for (const Statement &statement : statements) {
        if (isAboutForeignKeys(statement) || statement.kind == StatementKind::TransactionControl)
            continue;
        const std::optional<QString> above = remark(statement.comment, marker);
        if (isPragma(statement) || !above || hasLineComment(statement.text))
            return {};
        texts << *above + statement.text + u';';
    }
    return texts.join(u"\n\n"_s);
}

QList<Fix> withoutForeignKeys(const RuleContext &context, const QStringList &afterwards)
{
    const Recipe *recipe = RecipeBook::builtin().find(recipeId, Dialect::SQLite, context.before.version());
    const auto begins = std::ranges::count_if(context.input.statements, [](const Statement &statement) {
        return statement.text.startsWith("BEGIN"_L1, Qt::CaseInsensitive) || statement.text.startsWith("ROLLBACK"_L1, Qt::CaseInsensitive);
    });
    QString statements = insideOfSwitches(context.input.statements, context.input.text);
    if (!recipe || statements.isEmpty() || begins > 1 || context.input.direction == Direction::Down)
        return {};
    for (const QString &statement : afterwards)
        statements += u"\n\n"_s + statement + u';';
    Fix fix;
    fix.recipe = recipe->id;
    fix.title = recipe->shownTitle();
    fix.values = {{u"statements"_s, statements}};
    fix.isComplete = true;
    return {fix};
}

bool takesWholeScript(const QString &recipe)
{
    return recipe == recipeId;
}

} // namespace Whimbrel
