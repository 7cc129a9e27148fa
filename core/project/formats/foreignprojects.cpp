// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/formats/foreignprojects.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Sign
{
    QLatin1StringView tool;
    QLatin1StringView pattern;
};

// Files at a project's top, or in its migration folder, that belong to one tool only.
constexpr std::array fileSigns{
    Sign{"Sqitch"_L1, "sqitch.plan"_L1},        Sign{"Atlas"_L1, "atlas.sum"_L1},       Sign{"Atlas"_L1, "atlas.hcl"_L1},
    Sign{"Prisma"_L1, "migration_lock.toml"_L1}, Sign{"Flyway"_L1, "flyway.toml"_L1},    Sign{"Flyway"_L1, "flyway.conf"_L1},
    Sign{"Knex"_L1, "knexfile.js"_L1},          Sign{"Knex"_L1, "knexfile.ts"_L1},      Sign{"Knex"_L1, "knexfile.cjs"_L1},
    Sign{"Knex"_L1, "knexfile.mjs"_L1},         Sign{"Diesel"_L1, "diesel.toml"_L1},    Sign{"Alembic"_L1, "alembic.ini"_L1},
    Sign{"Supabase"_L1, "supabase/config.toml"_L1}, Sign{"Rails"_L1, "config/database.yml"_L1}, Sign{"Django"_L1, "manage.py"_L1},
    Sign{"Rails"_L1, "db/structure.sql"_L1},    Sign{"Rails"_L1, "db/schema.rb"_L1},    Sign{"Hasura"_L1, "metadata/version.yaml"_L1},
    Sign{"sqlx"_L1, ".sqlx"_L1},                Sign{"sqlx"_L1, "sqlx-data.json"_L1},
};

// What the text of a migration of one tool begins or is marked with.
constexpr std::array textSigns{
    Sign{"goose"_L1, "^--.*\\+goose"_L1},
    Sign{"sql-migrate"_L1, "^--\\s*\\+migrate"_L1},
    Sign{"Liquibase"_L1, "^\\s*--\\s*[lL]iquibase\\s*formatted"_L1},
    Sign{"node-pg-migrate"_L1, "^\\s*--[\\s-]*[uU]p\\s+[mM]igration"_L1},
};

constexpr std::array nameSigns{
    Sign{"Flyway"_L1, "^[VURB][^/]*__.*\\.sql$"_L1},
    Sign{"golang-migrate"_L1, "^\\d+_.*\\.(up|down)\\.sql$"_L1},
};

// The file that each folder of a migration folder holds.
constexpr std::array folderSigns{Sign{"Diesel"_L1, "up.sql"_L1}, Sign{"Prisma"_L1, "migration.sql"_L1}};

// What a file at the top says; its name alone says too little.
struct MentionSign
{
    QLatin1StringView tool;
    QLatin1StringView file;
    QLatin1StringView pattern;
};
constexpr std::array mentionSigns{MentionSign{"Hasura"_L1, "config.yaml"_L1, "^(metadata_directory|version: 3\\s*$)"_L1},
                                  MentionSign{"sqlx"_L1, "Cargo.toml"_L1, "^\\s*sqlx(-cli)?\\s*="_L1}};

constexpr std::array usualFolders{""_L1, "db/migrations"_L1, "migrations"_L1, "db/migration"_L1, "sql"_L1, "migration"_L1, "prisma/migrations"_L1,
                                  "supabase/migrations"_L1, "src/main/resources/db/migration"_L1};

/// Signs whose patterns are made once.
class Matcher
{
public:
    explicit Matcher(std::span<const Sign> known)
    {
        for (const Sign &sign : known)
            m_signs.append({sign.tool, QRegularExpression(sign.pattern, QRegularExpression::MultilineOption)});
    }

    QString toolOf(const QString &text) const
    {
        const auto found = std::ranges::find_if(m_signs, [&](const auto &sign) { return sign.second.match(text).hasMatch(); });
        return found == m_signs.end() ? QString() : QString(found->first);
    }

private:
    QList<std::pair<QLatin1StringView, QRegularExpression>> m_signs;
};

QString headOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(4096)) : QString();
}

std::optional<ForeignProject> findInFiles(const QDir &folder, const QString &inside)
{
    const QDir place(folder.filePath(inside));
    constexpr qsizetype enough = 5; // a project's files are all alike
    const QStringList names = place.entryList({u"*.sql"_s}, QDir::Files, QDir::Name).mid(0, enough);
    for (const QString &name : names) {
        if (const QString tool = foreignTool(name, headOf(place.filePath(name))); !tool.isEmpty())
            return ForeignProject{tool, folder.relativeFilePath(place.filePath(name))};
    }
    const QStringList folders = place.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name).mid(0, enough);
    for (const QString &name : folders) {
        for (const Sign &sign : folderSigns) {
            if (QFile::exists(place.filePath(name + u'/' + sign.pattern)))
                return ForeignProject{sign.tool, folder.relativeFilePath(place.filePath(name))};
        }
    }
    return {};
}

} // namespace

static std::optional<ForeignProject> findMention(const QDir &folder)
{
    for (const MentionSign &sign : mentionSigns) {
        static constexpr auto lines = QRegularExpression::MultilineOption;
        if (QRegularExpression(sign.pattern, lines).match(headOf(folder.filePath(sign.file))).hasMatch())
            return ForeignProject{sign.tool, sign.file};
    }
    return {};
}

QString foreignTool(const QString &fileName, QStringView head)
{
    static const Matcher texts(textSigns);
    static const Matcher names(nameSigns);
    const QString byText = texts.toolOf(head.toString());
    return byText.isEmpty() ? names.toolOf(fileName) : byText;
}

std::optional<ForeignProject> findForeignProject(const QDir &folder)
{
    if (const std::optional<ForeignProject> found = findMention(folder))
        return found;
    for (const QLatin1StringView inside : usualFolders) {
        for (const Sign &sign : fileSigns) {
            const QString path = QDir(folder.filePath(inside)).filePath(sign.pattern);
            if (QFile::exists(path))
                return ForeignProject{sign.tool, folder.relativeFilePath(path)};
        }
        if (const std::optional<ForeignProject> found = findInFiles(folder, inside))
            return found;
    }
    return {};
}

} // namespace Whimbrel
