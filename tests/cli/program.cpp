// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

QList<QJsonObject> ProgramResult::documents() const
{
    QList<QJsonObject> documents;
    for (const QString &line : out.split(u'\n', Qt::SkipEmptyParts))
        documents << QJsonDocument::fromJson(line.toUtf8()).object();
    return documents;
}

QString programPath()
{
    return QCoreApplication::applicationDirPath() + u"/whimbrel"_s;
}

std::unique_ptr<QProcess> startProgram(const QStringList &arguments, const QString &folder, const QMap<QString, QString> &environment)
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DATABASE_URL"_s, u"PGPASSWORD"_s, u"MYSQL_PWD"_s, u"NO_COLOR"_s, u"DBUS_SESSION_BUS_ADDRESS"_s})
        variables.remove(name);
    for (const auto &[name, value] : environment.asKeyValueRange())
        variables.insert(name, value);
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(variables);
    if (!folder.isEmpty())
        process->setWorkingDirectory(folder);
    process->setProgram(programPath());
    process->setArguments(arguments);
    process->start();
    return process;
}

static ProgramResult resultOf(QProcess &process)
{
    ProgramResult result;
    if (process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit)
        result.code = process.exitCode();
    result.out = QString::fromUtf8(process.readAllStandardOutput());
    result.err = QString::fromUtf8(process.readAllStandardError());
    return result;
}

ProgramResult runCommand(const QStringList &command, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(command.first(), command.sliced(1));
    return resultOf(process);
}

ProgramResult runProgram(const QStringList &arguments, const QString &folder, const QMap<QString, QString> &environment)
{
    const std::unique_ptr<QProcess> process = startProgram(arguments, folder, environment);
    process->closeWriteChannel();
    return resultOf(*process);
}

} // namespace Whimbrel::Test
