// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/statement.h"

#include <QList>
#include <QString>

#include <optional>

namespace Whimbrel {

enum class Severity { Info, Warning, Error };

QString severityId(Severity severity); ///< "info", "warning", "error"
std::optional<Severity> severityOf(QStringView id); ///< nullopt: there is none of this id

/// The recipe that would do the same safely, and what it takes from the statement; see safety/recipes.
struct Fix
{
    QString recipe;                     ///< its id
    QList<std::pair<QString, QString>> values; ///< parameters filled in from the statement
    QString title;                      ///< translated: "Build the index concurrently, in a migration of its own"
    bool isComplete = false;            ///< every name and type is known; otherwise a form asks for the rest

    bool operator==(const Fix &) const = default;
};

/// A rule that fired. The explanation that is the same each time (why, how) stands at the rule.
struct Finding
{
    QString rule; ///< stable id
    Severity severity = Severity::Warning;
    QString file; ///< as the project shows it; set by whoever knows the file
    TextPosition start;
    TextPosition end; ///< exclusive
    int statement = -1; ///< index in its script; -1: about the whole file
    QString message;  ///< translated; names the objects, and says what happens to whom
    QString why;      ///< translated
    QString fix;      ///< translated: what to do instead, in words
    bool needsSchema = false; ///< worst case of an answer that a connection would settle
    QList<Fix> fixes;

    bool operator==(const Finding &) const = default;
};

} // namespace Whimbrel

Q_DECLARE_TYPEINFO(Whimbrel::Fix, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::Finding, Q_RELOCATABLE_TYPE);
