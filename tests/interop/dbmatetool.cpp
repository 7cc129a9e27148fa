// SPDX-License-Identifier: GPL-3.0-or-later
#include "dbmatetool.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

QString program()
{
    const QDir tools(qEnvironmentVariable("WHIMBREL_BUILD_DIR") + u"/interop/node_modules/@dbmate"_s);
    const QStringList platforms = tools.entryList(QDir::Dirs | QDir::NoDotAndDotDot); // npm installs the one that fits
    return platforms.isEmpty() ? QString() : tools.filePath(platforms.first() + u"/bin/dbmate"_s);
}

} // namespace

DbmateTool::DbmateTool(const QDir &project, const ConnectionSettings &settings) : m_project(project), m_url(url(settings)) {}

bool DbmateTool::isInstalled()
{
    return QFile::exists(program());
}

QString DbmateTool::url(const ConnectionSettings &settings)
{
    const QString search = settings.searchPath.isEmpty() ? QString() : u"&search_path="_s + settings.searchPath;
    switch (settings.dialect) {
    case Dialect::PostgreSql:
        return u"postgres://%1@/%2?host=%3&port=%4&sslmode=disable%5"_s.arg(settings.user, settings.database, settings.host).arg(settings.port).arg(search);
    case Dialect::MySql:
    case Dialect::MariaDb:
        return u"mysql://%1@/%2?socket=%3"_s.arg(settings.user, settings.database, settings.options.value(u"unix_socket"_s));
    case Dialect::SQLite:
        return u"sqlite:"_s + settings.database;
    }
    Q_UNREACHABLE_RETURN({});
}

DbmateTool::Outcome DbmateTool::run(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_project.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program(), QStringList{u"--url"_s, m_url} + arguments);
    if (!process.waitForFinished(60'000))
        return {-1, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

QStringList DbmateTool::status() const
{
    return run({u"status"_s}).output.split(u'\n').filter(QRegularExpression(u"^\\[.\\] "_s));
}

} // namespace Whimbrel::Test
