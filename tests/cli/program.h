// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QStringList>

namespace Whimbrel::Test {

/// How one call of the real executable ended.
struct ProgramResult
{
    int code = -1; ///< -1: did not start or was killed
    QString out;
    QString err;

    /// Each line of the output as a JSON document; an empty object for a line that is none.
    QList<QJsonObject> documents() const;
    /// The first of them; empty where nothing was printed.
    QJsonObject document() const { return documents().value(0); }
};

QString programPath();

/// Runs any command to its end in `folder`.
ProgramResult runCommand(const QStringList &command, const QString &folder = {});

/// Runs whimbrel to its end in `folder`. `environment` is added to the test's own, without DATABASE_URL and its kin.
ProgramResult runProgram(const QStringList &arguments, const QString &folder = {}, const QMap<QString, QString> &environment = {});

/// The same, started and left running.
std::unique_ptr<QProcess> startProgram(const QStringList &arguments, const QString &folder = {},
                                       const QMap<QString, QString> &environment = {});

} // namespace Whimbrel::Test
