// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/recipes/recipebook.h"

#include "project/configuration/tomltable.h"
#include "project/textfile.h"
#include "safety/recipes/recipetemplate.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr QLatin1StringView resourceFolder = ":/whimbrel/recipes"_L1;
constexpr QLatin1StringView projectFolder = ".whimbrel/recipes"_L1;
constexpr qint64 largestFile = 64 * 1024;
constexpr qsizetype mostFiles = 100;
constexpr qsizetype mostMigrations = 50;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

using Kind = RecipeParameter::Kind;

std::optional<Kind> parameterKind(const QString &id)
{
    for (int kind = 0; kind <= static_cast<int>(Kind::Choice); ++kind) {
        if (recipeParameterKindId(static_cast<Kind>(kind)) == id)
            return static_cast<Kind>(kind);
    }
    return {};
}

/// What a terminal, a label or a reader takes for something else than a character: it would hide what a recipe does.
bool isHidden(QChar character)
{
    const char16_t code = character.unicode();
    const bool turnsDirection = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return turnsDirection || (character.category() == QChar::Other_Control && code != u'\n' && code != u'\t' && code != u'\r');
}

/// Reads a recipe from its root table; the table keeps the first error.
class RecipeReader
{
public:
    explicit RecipeReader(Recipe &recipe)
        : m_recipe(recipe)
    {
    }

    void read(TomlTable &root)
    {
        root.read("id", m_recipe.id);
        root.read("title", m_recipe.title);
        root.read("summary", m_recipe.summary);
        checkWords(root, "title", m_recipe.title);
        checkWords(root, "summary", m_recipe.summary);
        readDialects(root);
        readSince(root);
        root.readTables("parameter", [this](TomlTable &table, const QString &name) { readParameter(table, name); });
        root.readTables("migration", [this](TomlTable &table, const QString &name) { readMigration(table, name); });
        root.refuseOthers();
        static const QRegularExpression word(u"^[a-z][a-z0-9-]{0,63}$"_s);
        if (!word.match(m_recipe.id).hasMatch())
            root.fail("id", Text::tr("A recipe needs an id."),
                      Text::tr("Write small letters, digits and dashes, such as id = \"add-column\"."));
        if (m_recipe.title.isEmpty())
            root.fail("title", Text::tr("A recipe needs a title."), Text::tr("Say in a few words what it does."));
        if (m_recipe.migrations.isEmpty() || m_recipe.migrations.size() > mostMigrations)
            root.fail("migration",
                      Text::tr("A recipe makes at least one migration, and at most %1.").arg(mostMigrations),
                      Text::tr("Write a section [migration.NAME]."));
    }

private:
    void readDialects(TomlTable &root)
    {
        QStringList names;
        root.read("dialects", names);
        for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MySql, Dialect::MariaDb, Dialect::SQLite}) {
            if (names.removeAll(dialectId(dialect)) > 0)
                m_recipe.dialects << dialect;
        }
        if (!names.isEmpty() || m_recipe.dialects.isEmpty())
            root.fail("dialects", Text::tr("A recipe needs the databases it is for."),
                      Text::tr("Name them: \"postgresql\", \"mysql\", \"mariadb\", \"sqlite\"."));
    }

    void readSince(TomlTable &root)
    {
        QString since;
        root.read("since", since);
        if (since.isEmpty())
            return;
        static const QRegularExpression version(u"^(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\.(\\d{1,4}))?$"_s);
        const QRegularExpressionMatch match = version.match(since);
        if (match.hasMatch())
            m_recipe.since = {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
        else
            root.fail("since", Text::tr("“%1” is not a version.").arg(since),
                      Text::tr("Write the first version it is for, such as \"18\" or \"3.35\"."));
    }

    void readParameter(TomlTable &table, const QString &name)
    {
        RecipeParameter parameter;
        parameter.name = name;
        QString kind;
        bool isOptional = false;
        table.read("kind", kind);
        table.read("default", parameter.defaultValue);
        table.read("optional", isOptional);
        table.read("choices", parameter.choices);
        table.read("help", parameter.help);
        table.refuseOthers();
        static const QRegularExpression word(u"^[a-z][a-z0-9_]{0,31}$"_s);
        if (!word.match(name).hasMatch() || name == "item"_L1 || name == "name"_L1 || name == "literal"_L1 ||
            name == "last"_L1)
            table.fail({}, Text::tr("“%1” cannot be a parameter’s name.").arg(name),
                       Text::tr("Write small letters, digits and underscores."));
        if (const std::optional<Kind> known = parameterKind(kind))
            parameter.kind = *known;
        else
            table.fail("kind", Text::tr("“%1” is no kind of parameter.").arg(kind),
                       Text::tr("See resources/recipes/README.md for the kinds."));
        if (parameter.help.isEmpty())
            table.fail({}, Text::tr("The parameter “%1” needs a help text.").arg(name),
                       Text::tr("Say what it is, such as help = \"the table to change\"."));
        if ((parameter.kind == Kind::Choice) != !parameter.choices.isEmpty())
            table.fail("choices", Text::tr("A choice has choices, and nothing else has."), {});
        parameter.isBuiltin = m_recipe.origin == Recipe::Origin::Builtin;
        parameter.required = !isOptional && parameter.defaultValue.isEmpty();
        check(table, "default", parameter.defaultValue);
        checkWords(table, "help", parameter.help);
        checkWords(table, "choices", parameter.choices.join(u' '));
        m_names << name;
        m_recipe.parameters << parameter;
    }

    void readMigration(TomlTable &table, const QString &id)
    {
        RecipeMigration migration;
        migration.id = id;
        migration.transaction = true;
        QString phase;
        table.read("name", migration.name);
        table.read("why", migration.why);
        table.read("phase", phase);
        table.read("transaction", migration.transaction);
        migration.downTransaction = migration.transaction;
        table.read("down-transaction", migration.downTransaction);
        table.read("when", migration.when);
        table.read("each", migration.each);
        table.read("up", migration.up);
        table.read("down", migration.down);
        table.refuseOthers();
        for (const MigrationPhase known : {MigrationPhase::Expand, MigrationPhase::Migrate, MigrationPhase::Contract}) {
            if (phaseId(known) == phase)
                migration.phase = known;
        }
        if (migration.phase == MigrationPhase::Unknown)
            table.fail("phase", Text::tr("A migration needs a phase."),
                       Text::tr("It is one of expand, migrate, contract."));
        if (migration.name.isEmpty() || migration.up.trimmed().isEmpty() || migration.down.trimmed().isEmpty() ||
            migration.why.isEmpty())
            table.fail({}, Text::tr("The migration “%1” needs a name, a why, an up and a down.").arg(id), {});
        if (!migration.each.isEmpty() && !m_names.contains(migration.each))
            table.fail("each", Text::tr("There is no parameter “%1”.").arg(migration.each), {});
        if (!migration.when.isEmpty() && !m_names.contains(migration.when.section(u'=', 0, 0)))
            table.fail("when", Text::tr("There is no parameter “%1”.").arg(migration.when.section(u'=', 0, 0)), {});
        check(table, "name", migration.name);
        check(table, "why", migration.why);
        check(table, "up", migration.up);
        check(table, "down", migration.down);
        m_recipe.migrations << migration;
    }

    void check(TomlTable &table, const char *key, const QString &text)
    {
        if (const QString problem = templateProblem(text, m_names); !problem.isEmpty())
            table.fail(key, problem, Text::tr("See resources/recipes/README.md for what a template may hold."));
        refuseHidden(table, key, text);
    }

    /// Of a line that people are shown.
    void checkWords(TomlTable &table, const char *key, const QString &text)
    {
        if (text.contains(u'\n') || text.contains(u'\r'))
            table.fail(key, Text::tr("This is to be one line."), Text::tr("Take the line breaks out."));
        refuseHidden(table, key, text);
    }

    void refuseHidden(TomlTable &table, const char *key, const QString &text)
    {
        if (std::ranges::any_of(text, isHidden))
            table.fail(key, Text::tr("This holds characters that nobody sees, such as those that steer a terminal."), Text::tr("Take them out."));
    }

    Recipe &m_recipe;
    QSet<QString> m_names; ///< of the parameters so far
};

} // namespace

Result<Recipe> readRecipe(const QByteArray &text, const QString &file, Recipe::Origin origin)
{
    Recipe recipe;
    recipe.origin = origin;
    recipe.file = file;
    return TomlTable::parse(text, file, [&](TomlTable &root) { RecipeReader(recipe).read(root); }).transform([&] {
        return recipe;
    });
}

const RecipeBook &RecipeBook::builtin()
{
    static const RecipeBook book = [] {
        RecipeBook made;
        for (const QLatin1StringView dialect : {"postgresql"_L1, "mysql"_L1, "sqlite"_L1}) {
            const QDir folder(resourceFolder + u'/' + dialect);
            for (const QString &name : folder.entryList({u"*.toml"_s}, QDir::Files, QDir::Name))
                made.read(folder.filePath(name), folder.filePath(name), Recipe::Origin::Builtin);
        }
        return made;
    }();
    return book;
}

RecipeBook RecipeBook::ofProject(const QDir &folder)
{
    RecipeBook book = builtin();
    const QDir place(folder.filePath(projectFolder));
    const QStringList names = place.entryList({u"*.toml"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names.first(std::min(names.size(), mostFiles))) {
        const QString shownAs = projectFolder + u'/' + name;
        if (const QString target = leadsOutOf(folder.path(), place.filePath(name)); target.isEmpty()) {
            book.read(place.filePath(name), shownAs, Recipe::Origin::Project);
        } else {
            Error error =
                failure(
                    ErrorKind::Project,
                    Text::tr("The recipe is a symbolic link out of the project, to %1; it is not read.").arg(target))
                    .error();
            error.position.file = shownAs;
            book.m_problems << ProjectProblem{ProjectProblem::Severity::Warning, error};
        }
    }
    if (names.size() > mostFiles) {
        book.m_problems << ProjectProblem{
            ProjectProblem::Severity::Warning,
            failure(ErrorKind::Project, Text::tr("There are more than %1 recipes in %2; the rest is not read.")
                                            .arg(mostFiles)
                                            .arg(projectFolder))
                .error()};
    }
    return book;
}

void RecipeBook::read(const QString &path, const QString &shownAs, Recipe::Origin origin)
{
    const auto problem = [&](const Error &error) {
        m_problems << ProjectProblem{ProjectProblem::Severity::Warning, error};
    };
    if (QFileInfo(path).size() > largestFile) {
        Error error = failure(ErrorKind::Project, Text::tr("The recipe is larger than 64 KB; it is not read.")).error();
        error.position.file = shownAs;
        return problem(error);
    }
    const Result<Recipe> recipe = readTextFile(path, shownAs).and_then([&](const TextFile &file) {
        return readRecipe(file.text.toUtf8(), shownAs, origin);
    });
    if (!recipe)
        return problem(recipe.error());
    const auto ours = std::ranges::find_if(
        m_recipes, [&](const Recipe &other) { return other.id == recipe->id && other.origin != origin; });
    if (ours == m_recipes.end())
        return m_recipes.append(*recipe);
    Error error =
        failure(ErrorKind::Project,
                Text::tr("“%1” is the id of one of Whimbrel’s own recipes; this one is not used.").arg(recipe->id),
                Text::tr("Give it another id."))
            .error();
    error.position.file = shownAs;
    problem(error);
}

QList<const Recipe *> RecipeBook::recipes(Dialect dialect, ServerVersion version) const
{
    QList<const Recipe *> list;
    for (const Recipe &recipe : m_recipes) {
        const bool listed = std::ranges::any_of(list, [&](const Recipe *other) { return other->id == recipe.id; });
        const Recipe *best = listed ? nullptr : find(recipe.id, dialect, version);
        if (best)
            list << best;
    }
    return list;
}

const Recipe *RecipeBook::find(const QString &id, Dialect dialect, ServerVersion version) const
{
    const Recipe *best = nullptr;
    for (const Recipe &recipe : m_recipes) {
        if (recipe.id != id || !recipe.dialects.contains(dialect))
            continue;
        const bool isUsable = recipe.since <= version || recipe.since == ServerVersion{};
        const bool known = version != ServerVersion{};
        if (isUsable && (!best || best->since < recipe.since))
            best = &recipe;
        else if (!known && (!best || recipe.since < best->since))
            best = &recipe; // every form needs some version: the oldest
    }
    return best;
}

} // namespace Whimbrel
