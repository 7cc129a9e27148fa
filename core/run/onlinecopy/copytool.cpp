// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/onlinecopy/copytool.h"

#include "database/drivers/mysql/mysqltls.h"
#include "run/runplan.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVersionNumber>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

const QString toolName = u"pt-online-schema-change"_s;
const QVersionNumber oldestVersion(3, 2); // what the tests run with; options and messages of older ones differ
constexpr milliseconds leastBudget = 300ms; // as LockGuard has it on these servers
constexpr milliseconds triggerPause = 2s; ///< between two attempts of the tool to make a trigger

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

std::unexpected<Error> noTool(const QString &message)
{
    return failure(ErrorKind::Refused, message,
                   QCoreApplication::translate("Whimbrel", "Nothing was changed. Install Percona Toolkit %1 or newer where Whimbrel runs (on Debian and Ubuntu: apt install percona-toolkit), "
                                                           "or remove “-- whimbrel: online-copy”.").arg(oldestVersion.toString()));
}

QString seconds(milliseconds time)
{
    return QString::number(static_cast<double>(time.count()) / 1000, 'f', 3);
}

/// The tool takes its DSN apart at commas.
QString dsnPart(QChar key, QString value)
{
    return key + u'=' + value.replace(u',', u"\\,"_s);
}

QString dsn(const CopyNames &names, const ConnectionSettings &settings)
{
    QStringList parts{dsnPart(u'D', names.schema), dsnPart(u't', names.table)};
    if (!settings.host.isEmpty())
        parts << dsnPart(u'h', settings.host);
    if (settings.port > 0)
        parts << dsnPart(u'P', QString::number(settings.port));
    if (const QString socket = settings.options.value(u"unix_socket"_s); !socket.isEmpty())
        parts << dsnPart(u'S', socket);
    if (!settings.user.isEmpty())
        parts << dsnPart(u'u', settings.user);
    parts << u"F=/dev/stdin"_s;
    return parts.join(u',');
}

/// In quotes: blanks and “#” are part of it.
void addOption(QByteArray &file, const char *name, QString value)
{
    if (value.isEmpty())
        return;
    value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    file += name + QByteArrayLiteral("=\"") + value.toUtf8() + QByteArrayLiteral("\"\n");
}

} // namespace

milliseconds copyBudget(const RunGuards &guards)
{
    return std::max(guards.stallBudget, leastBudget);
}

Result<QString> findCopyTool()
{
    const QString path = QStandardPaths::findExecutable(toolName);
    if (path.isEmpty())
        return noTool(tr("%1 is not installed.").arg(toolName));
    QProcess process;
    process.start(path, {u"--version"_s});
    if (!process.waitForStarted(10'000) || !process.waitForFinished(10'000) || process.exitCode() != 0)
        return noTool(tr("%1 does not start: %2").arg(path, process.errorString() + u' ' + QString::fromUtf8(process.readAllStandardError().left(500)).trimmed()));
    static const QRegularExpression number(u"\\b(\\d+\\.\\d+(\\.\\d+)?)\\b"_s);
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    const QVersionNumber version = QVersionNumber::fromString(number.match(text).captured(1));
    if (version < oldestVersion)
        return noTool(tr("%1 says “%2”, which is too old.").arg(path, text.trimmed()));
    return path;
}

QStringList copyArguments(const CopyAlter &alter, const CopyNames &names, const CopyOptions &options, const ConnectionSettings &settings, const RunGuards &guards)
{
    const milliseconds budget = copyBudget(guards);
    const milliseconds chunk = options.chunkTime > 0ms ? options.chunkTime : std::min<milliseconds>(budget / 2, 500ms);
    const auto tries = std::max<qint64>(3, guards.giveUpAfter / (triggerPause + budget));
    QStringList arguments{
        u"--config=/dev/null"_s, // nobody's own configuration changes what the plan shows
        u"--execute"_s,
        u"--no-version-check"_s, // would ask Percona's server
        u"--no-swap-tables"_s,
        u"--no-drop-triggers"_s,
        u"--no-drop-new-table"_s,
        u"--new-table-name=%1"_s.arg(names.newTable),
        u"--charset=utf8mb4"_s,
        u"--progress=time,1"_s,
        u"--chunk-time=%1"_s.arg(seconds(chunk)),
        // A day: MariaDB's client says “Server has gone away”, which the tool does not know as a reason to connect again.
        u"--set-vars=wait_timeout=86400,innodb_lock_wait_timeout=1,lock_wait_timeout=1"_s,
        u"--tries=create_triggers:%1:%2,copy_rows:30:0.5"_s.arg(tries).arg(triggerPause / 1s),
    };
    if (!options.maxLoad.isEmpty())
        arguments << u"--max-load="_s + options.maxLoad;
    if (!options.criticalLoad.isEmpty())
        arguments << u"--critical-load="_s + options.criticalLoad;
    if (options.maxLag > 0s)
        arguments << u"--max-lag=%1"_s.arg(options.maxLag / 1s);
    arguments << (options.watchesReplicas ? u"--recursion-method=processlist"_s : u"--recursion-method=none"_s);
    return arguments << u"--alter="_s + alter.clauses << dsn(names, settings);
}

QString copyCommandText(const QStringList &arguments)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./-]+$"_s);
    QStringList words{toolName};
    for (const QString &argument : arguments)
        words << (plain.match(argument).hasMatch() ? argument : u'\'' + QString(argument).replace(u'\'', u"'\\''"_s) + u'\'');
    return words.join(u' ');
}

QByteArray clientOptionFile(const ConnectionSettings &settings)
{
    QByteArray file = "[client]\n";
    addOption(file, "password", settings.password);
    for (const char *option : {"ssl-ca", "ssl-capath", "ssl-cert", "ssl-key", "ssl-cipher", "ssl-crl", "tls-version"})
        addOption(file, option, settings.options.value(QString::fromLatin1(option)));
    // MariaDB's newer client libraries verify by default, and with it refuse servers that Whimbrel reaches.
    const MySqlTls tls = mySqlTls(settings).value_or(MySqlTls::Verified);
    file += tls == MySqlTls::Verified ? "ssl-verify-server-cert=1\n" : "ssl-verify-server-cert=0\n";
    if (tls == MySqlTls::Required || tls == MySqlTls::Verified)
        file += "ssl-enforce=1\n";
    return file;
}

void describeCopies(RunPlan &plan, const ConnectionSettings &settings, const RunGuards &guards)
{
    for (PlanStep &step : plan.steps) {
        if (!step.onlineCopy)
            continue;
        const Result<CopyAlter> alter = CopyAlter::read(step.statements.first().statement, plan.dialect);
        if (!alter)
            continue; // refused, with the reason
        const CopyNames names = CopyNames::of(alter->table, settings.database);
        step.notes << tr("Handed to pt-online-schema-change, which copies the table a few rows at a time and keeps the copy up to date with triggers; then the "
                         "tables change places. Meanwhile the application has to try again what ends in a deadlock. %1").arg(copyCommandText(copyArguments(*alter, names, *step.onlineCopy, settings, guards)));
    }
}

} // namespace Whimbrel
