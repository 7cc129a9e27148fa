// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/earliertext.h"

#include "project/migrationproject.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr int milliseconds = 10'000;
constexpr int mostVersions = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

// The repository is not trusted: nothing that its configuration could start is asked for.
Result<QByteArray> git(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_OPTIONAL_LOCKS"_s, u"0"_s);
    environment.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    environment.insert(u"GIT_NO_LAZY_FETCH"_s, u"1"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(
        u"git"_s,
        QStringList{u"--no-pager"_s, u"-c"_s, u"core.fsmonitor=false"_s, u"-c"_s, u"log.showSignature=false"_s} +
            arguments,
        QIODevice::ReadOnly);
    if (!process.waitForFinished(milliseconds)) {
        const QString reason = process.errorString();
        process.kill();
        process.waitForFinished();
        return failure(ErrorKind::Io, tr("git could not be asked for earlier versions: %1").arg(reason));
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return failure(ErrorKind::Io, tr("git could not be asked for earlier versions: %1")
                                          .arg(QString::fromUtf8(process.readAllStandardError()).trimmed()));
    return process.readAllStandardOutput();
}

} // namespace

Result<std::optional<EarlierText>> findEarlierText(const QString &file, const QString &checksum)
{
    const QFileInfo info(file);
    const Result<QByteArray> log =
        git(info.path(), {u"log"_s, u"--follow"_s, u"--raw"_s, u"--no-abbrev"_s, u"--no-ext-diff"_s,
                          u"--format=commit%x09%h%x09%aI%x09%an"_s, u"--"_s, info.fileName()});
    if (!log)
        return std::unexpected(log.error());
    EarlierText version;
    QSet<QByteArray> seen;
    for (const QByteArray &line : log->split('\n')) {
        if (line.startsWith("commit\t")) {
            const QList<QByteArray> fields = line.split('\t');
            version.commit = QString::fromLatin1(fields.value(1).left(10)); // --no-abbrev is for the blobs
            version.at = QDateTime::fromString(QString::fromLatin1(fields.value(2)), Qt::ISODate);
            version.author = QString::fromUtf8(fields.value(3));
            continue;
        }
        const QByteArray blob = line.split(' ').value(3); // :mode mode before after status
        if (!line.startsWith(':') || seen.contains(blob))
            continue;
        if (seen.size() >= mostVersions)
            break;
        seen << blob;
        const Result<QByteArray> content = git(info.path(), {u"cat-file"_s, u"blob"_s, QString::fromLatin1(blob)});
        if (content && MigrationProject::hashContent(*content) == checksum) {
            version.text = QString::fromUtf8(*content);
            version.text.replace(u"\r\n"_s, u"\n"_s);
            return version;
        }
    }
    return std::nullopt;
}

} // namespace Whimbrel
