// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "project/contenthash.h"
#include "sql/statement.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Whimbrel {

enum class Direction { Up, Down };
enum class MigrationKind { Versioned, Repeatable, Baseline };
/// Expand, migrate, contract: set by `-- whimbrel: phase`, inferred by analysis later.
enum class MigrationPhase { Unknown, Expand, Migrate, Contract };

QString directionId(Direction direction);  ///< "up", "down"
QString phaseId(MigrationPhase phase);     ///< "expand", "migrate", "contract"; empty if unknown
/// What `-- whimbrel: phase WORD` says in the comments before a file's first statement; Unknown where nothing does.
MigrationPhase declaredPhase(QStringView text);

/// One migration as the files tell it. A value; the scripts' text is read on demand through its format.
struct Migration
{
    QString version{};     ///< as the tool writes it into its history: text, leading zeros kept
    QString description{}; ///< the name's words: "add_user_status"
    QString file{};        ///< absolute path of the file that holds the up script
    QString displayFile{}; ///< the same relative to the project's folder
    MigrationKind kind = MigrationKind::Versioned;
    MigrationPhase phase = MigrationPhase::Unknown;
    QString checksum{};    ///< SHA-256 of the content with line ends normalised, lower-case hex; empty until hashed
    qint64 size = 0;     ///< bytes

    bool operator==(const Migration &) const = default;
};

/// One direction of a migration: what is sent to the database, and how.
struct MigrationScript
{
    QString text;          ///< the section's text, markers that the tool sends included
    TextPosition start;    ///< where `text` begins in the file
    bool transaction = true; ///< false: the section asks to run outside a transaction
    bool exists = false;   ///< false: this direction is missing (cannot be undone), not the same as empty
};

/// A migration file read whole.
struct MigrationScripts
{
    MigrationScript up;
    MigrationScript down;
    ContentHash checksum;
    MigrationPhase phase = MigrationPhase::Unknown;
    bool hasByteOrderMark = false;
    bool speaksToWhimbrel = true; ///< “whimbrel:” stands somewhere in the file
    QList<ScriptProblem> problems; ///< odd but runnable: several sections, unknown option
};

/// What a migration's file tells of the whole migration, without its text.
struct FileFacts
{
    QString checksum{};               ///< as in Migration
    std::optional<bool> reversible{}; ///< the way down holds a statement; unset where the file was only hashed or cannot be read
    bool transaction = true;          ///< of the way up
    MigrationPhase phase = MigrationPhase::Unknown;

    bool operator==(const FileFacts &) const = default;
};

/// Something wrong with a project's files that does not stop the rest from being read.
struct ProjectProblem
{
    enum class Severity { Warning, Error };
    Severity severity = Severity::Error;
    Error error; ///< with file and line
};

} // namespace Whimbrel

Q_DECLARE_TYPEINFO(Whimbrel::Migration, Q_RELOCATABLE_TYPE);
