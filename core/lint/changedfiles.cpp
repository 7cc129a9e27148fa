// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/changedfiles.h"

#include <QCoreApplication>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

struct Answer
{
    int code = 0;
    QByteArray out;
    QString err;
};

/// git in one folder, asked in ways that run nothing a repository could name: no file system monitor, no external diffs.
class Git
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::Git)

public:
    Git(const QDir &folder, std::stop_token stop) : m_folder(folder), m_stop(std::move(stop)) { }

    Result<Answer> ask(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.absolutePath());
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        variables.insert(u"GIT_OPTIONAL_LOCKS"_s, u"0"_s);
        variables.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
        process.setProcessEnvironment(variables);
        process.start(u"git"_s, QStringList{u"-c"_s, u"core.fsmonitor=false"_s, u"--no-pager"_s} + arguments, QIODevice::ReadOnly);
        if (!process.waitForStarted()) {
            return failure(ErrorKind::Io, tr("git cannot be run: %1.").arg(process.errorString()),
                           tr("Install git, or name the files instead of --since."));
        }
        while (!process.waitForFinished(100)) {
            if (process.state() == QProcess::NotRunning)
                break;
            if (m_stop.stop_requested()) {
                process.kill();
                process.waitForFinished();
                return failure(ErrorKind::Cancelled, tr("Stopped; nothing was changed."));
            }
        }
        const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return Answer{code, process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError()).trimmed()};
    }

private:
    const QDir m_folder;
    const std::stop_token m_stop;
};

Error refused(const QString &message, const Answer &answer, const QString &hint)
{
    return {.kind = ErrorKind::Usage, .message = message, .detail = answer.err, .hint = hint, .code = {}, .position = {}};
}

void insertPaths(QSet<QString> &paths, const QByteArray &names, const QDir &top)
{
    for (const QByteArray &name : names.split('\0')) {
        if (!name.isEmpty())
            paths.insert(top.filePath(QString::fromUtf8(name)));
    }
}

} // namespace

Result<QSet<QString>> filesChangedSince(const QString &revision, const QDir &folder, const std::stop_token &stop)
{
    const Result<Answer> top = Git(folder, stop).ask({u"rev-parse"_s, u"--show-toplevel"_s});
    if (!top)
        return std::unexpected(top.error());
    if (top->code != 0) {
        return std::unexpected(refused(tr("%1 is in no git repository, so nothing tells what changed since “%2”.").arg(folder.absolutePath(), revision), *top,
                                       tr("Leave --since out, or run it inside the repository.")));
    }
    const QDir topFolder(QString::fromUtf8(top->out).chopped(1)); // git's own line end
    const Git git(topFolder, stop);

    const Result<Answer> known = git.ask({u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, u"--end-of-options"_s, revision + u"^{commit}"_s});
    if (!known)
        return std::unexpected(known.error());
    if (known->code != 0) {
        return std::unexpected(refused(tr("The repository has no revision “%1”.").arg(revision), *known,
                                       tr("Name a commit, a branch or a tag; in a shallow clone, fetch it first.")));
    }
    const QString commit = QString::fromLatin1(known->out.trimmed());

    // What the other side did since is not ours: compared is with where the two parted, or with the revision itself where they
    // have no past in common.
    const Result<Answer> parted = git.ask({u"merge-base"_s, commit, u"HEAD"_s});
    if (!parted)
        return std::unexpected(parted.error());
    const QString from = parted->code == 0 ? QString::fromLatin1(parted->out.trimmed()) : commit;

    const Result<Answer> changed = git.ask({u"diff"_s, u"--name-only"_s, u"-z"_s, u"--no-ext-diff"_s, u"--no-textconv"_s, u"--no-renames"_s,
                                            u"--diff-filter=d"_s, from, u"--"_s});
    const Result<Answer> fresh = git.ask({u"ls-files"_s, u"-z"_s, u"--others"_s, u"--exclude-standard"_s, u"--full-name"_s});
    QSet<QString> paths;
    for (const Result<Answer> &answer : {changed, fresh}) {
        if (!answer)
            return std::unexpected(answer.error());
        if (answer->code != 0)
            return std::unexpected(refused(tr("git cannot tell what changed since “%1”.").arg(revision), *answer, tr("Leave --since out.")));
        insertPaths(paths, answer->out, topFolder);
    }
    return paths;
}

} // namespace Whimbrel
