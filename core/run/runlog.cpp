// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runlog.h"

#include "run/oldrunlogs.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// A killed process loses at most this much of its log; a flush per line would cost a twentieth of a fast run.
constexpr qint64 flushEveryMs = 200;

QString describe(const RunEvent &event)
{
    QStringList parts{runEventId(event.kind)};
    if (!event.version.isEmpty())
        parts << directionId(event.direction) << event.version;
    if (event.statement > 0)
        parts << u"statement %1/%2 line %3"_s.arg(event.statement).arg(event.statementCount).arg(event.line);
    if (event.elapsedMs >= 0)
        parts << u"%1 ms"_s.arg(event.elapsedMs);
    if (event.rows >= 0)
        parts << u"%1 rows"_s.arg(event.rows);
    if (!event.message.isEmpty())
        parts << event.message;
    if (!event.sql.isEmpty())
        parts << event.sql;
    if (event.error)
        parts << event.error->toString();
    return parts.join(u' ');
}

} // namespace

Result<std::unique_ptr<RunLog>> RunLog::create(const QString &folder, const QString &runId)
{
    auto log = std::make_unique<RunLog>();
    log->m_file.setFileName(QDir(folder).filePath(runId + u".log"_s));
    if (!QDir().mkpath(folder) || !log->m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
        return failure(ErrorKind::Io, QCoreApplication::translate("Whimbrel", "The run's log “%1” cannot be written: %2")
                                          .arg(log->m_file.fileName(), log->m_file.errorString()));
    }
    holdRunLog(log->m_file);
    pruneRunLogs(folder, QDateTime::currentDateTimeUtc());
    log->m_sinceFlush.start();
    return log;
}

void RunLog::write(const RunEvent &event)
{
    writeLine(event.at, describe(event));
    if (event.kind == RunEvent::Kind::RunFinished || event.kind == RunEvent::Kind::MigrationFailed || m_sinceFlush.hasExpired(flushEveryMs)) {
        m_file.flush();
        m_sinceFlush.start();
    }
}

Result<> RunLog::flush()
{
    m_file.flush();
    if (m_file.error() == QFile::NoError)
        return {};
    return failure(ErrorKind::Io, QCoreApplication::translate("Whimbrel", "The run's log “%1” is not complete: %2. The run itself is not affected.")
                                      .arg(m_file.fileName(), m_file.errorString()));
}

void RunLog::writeLine(const QDateTime &at, const QString &text)
{
    QString line = withoutPasswords(text);
    line.replace(u'\n', u"\\n"_s);
    m_file.write(at.toUTC().toString(Qt::ISODateWithMs).toLatin1() + ' ' + line.toUtf8() + '\n');
}

QString defaultRunLogFolder()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    const QString state = QStandardPaths::writableLocation(QStandardPaths::StateLocation);
#else
    const QString state = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
#endif
    return QDir(state).filePath(u"runs"_s);
}

QString withoutPasswords(const QString &sql)
{
    static const QRegularExpression secret(u"\\b(PASSWORD\\s*=?\\s*\\(?|IDENTIFIED\\s+(?:\\w+\\s+\\w+\\s+)?(?:BY|AS|USING)\\s+(?:PASSWORD\\s*\\(?)?)\\s*"
                                           "(?:E?'(?:[^'\\\\]|''|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (!sql.contains(u"password"_s, Qt::CaseInsensitive) && !sql.contains(u"identified"_s, Qt::CaseInsensitive))
        return sql;
    return QString(sql).replace(secret, u"\\1'***'"_s);
}

} // namespace Whimbrel
