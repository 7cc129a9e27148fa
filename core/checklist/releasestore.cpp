// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasestore.h"

#include "checklist/eventlog.h"
#include "project/textfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <atomic>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::ReleaseStore)
};

/// Unique in the world: when, a number drawn once per process, and which of its events.
QString newEventId(qint64 milliseconds)
{
    static const QString process = QString::number(QRandomGenerator::system()->generate64(), 36);
    static std::atomic<int> counter = 0;
    return u"%1-%2-%3"_s.arg(milliseconds, 13, 10, '0'_L1).arg(process).arg(++counter, 5, 10, '0'_L1);
}

/// With the offset kept, as a moment alone does not tell what the clock on the wall said.
QDateTime withOffset(const QDateTime &time)
{
    return time.timeSpec() == Qt::UTC ? time : time.toOffsetFromUtc(time.offsetFromUtc());
}

QString slug(const QString &environment)
{
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    QString text = environment.toLower().replace(others, u"-"_s);
    while (text.startsWith(u'-'))
        text.remove(0, 1);
    while (text.endsWith(u'-'))
        text.chop(1);
    return text.isEmpty() ? u"release"_s : text;
}

QString nameOfLog(const QString &who)
{
    return QString::fromLatin1(who.toUtf8().toPercentEncoding("@")) + u".jsonl"_s;
}

ProjectProblem lineProblem(ProjectProblem::Severity severity, const QString &file, int line, const QString &message, const QString &hint)
{
    Error error{.kind = ErrorKind::Project, .message = message, .detail = {}, .hint = hint, .code = {}, .position = {.file = file, .line = line}};
    return {.severity = severity, .error = error};
}

/// One log's events; lines that make no sense become problems.
Result<QList<ReleaseEvent>> readLog(const QString &path, const QString &displayName, QList<ProjectProblem> &problems)
{
    const Result<QList<LogLine>> lines = readLogLines(path);
    if (!lines)
        return std::unexpected(lines.error());
    QList<ReleaseEvent> events;
    for (const LogLine &line : *lines) {
        QJsonParseError parse;
        const QJsonDocument document = QJsonDocument::fromJson(line.text, &parse);
        if (parse.error != QJsonParseError::NoError && line.torn) {
            problems << lineProblem(ProjectProblem::Severity::Warning, displayName, line.number,
                                    Tr::tr("This line was cut short while it was written and is left out."),
                                    Tr::tr("What it recorded was never confirmed. If an item is missing, tick it again."));
            continue;
        }
        if (parse.error != QJsonParseError::NoError) {
            problems << lineProblem(ProjectProblem::Severity::Error, displayName, line.number,
                                    Tr::tr("This line of the release's log is damaged and is left out: %1.").arg(parse.errorString()),
                                    Tr::tr("Restore the file from version control, or delete the line."));
            continue;
        }
        Result<ReleaseEvent> event = ReleaseEvent::fromJson(document.object());
        if (event) {
            events << *event;
        } else {
            problems << lineProblem(ProjectProblem::Severity::Error, displayName, line.number,
                                    Tr::tr("This line of the release's log cannot be read and is left out: %1.").arg(event.error().message),
                                    event.error().hint);
        }
    }
    return events;
}

/// Lets git join two clones' additions by one person, and keeps line ends as they are.
Result<> writeGitAttributes(const QDir &releases)
{
    if (releases.exists(u".gitattributes"_s))
        return {};
    QSaveFile file(releases.filePath(u".gitattributes"_s));
    file.open(QIODevice::WriteOnly);
    file.write("# Logs of releases: lines are only ever added, so that both sides' lines are right.\n*.jsonl text eol=lf merge=union\n");
    if (!file.commit())
        return failure(ErrorKind::Io, Tr::tr("%1 could not be written: %2.").arg(file.fileName(), file.errorString()));
    return {};
}
} // namespace

ReleaseStore::ReleaseStore(const QDir &projectFolder, QString who)
    : m_project(projectFolder)
    , m_releases(projectFolder.filePath(u".whimbrel/releases"_s))
    , m_who(std::move(who))
{
}

Result<Release> ReleaseStore::start(const QString &environment, const ChecklistTemplate &checklist, const QDateTime &now)
{
    const Result<std::optional<Release>> open = current(environment);
    if (!open)
        return std::unexpected(open.error());
    if (*open)
        return failure(ErrorKind::Refused, Tr::tr("Release %1 of %2 is open.").arg((*open)->id, environment),
                       Tr::tr("Go on with it, or close it first."));
    for (const QString &folder : {m_project.filePath(u".whimbrel"_s), m_releases.path()}) {
        if (const Result<> inside = checkInside(folder); !inside)
            return std::unexpected(inside.error());
    }
    if (!m_releases.mkpath(u"."_s))
        return failure(ErrorKind::Io, Tr::tr("The folder %1 could not be made.").arg(m_releases.path()));
    if (Result<> attributes = writeGitAttributes(m_releases); !attributes)
        return std::unexpected(attributes.error());

    const QString base = now.toString(u"yyyy-MM-dd"_s) + u'-' + slug(environment);
    QString id = base;
    for (int n = 2; !m_releases.mkdir(id); ++n) {
        if (!m_releases.exists(id))
            return failure(ErrorKind::Io, Tr::tr("The folder %1 could not be made.").arg(m_releases.filePath(id)));
        id = u"%1-%2"_s.arg(base).arg(n);
    }
    ReleaseEvent event;
    event.kind = ReleaseEvent::Kind::Started;
    event.at = now;
    event.environment = environment;
    event.checklist = checklist;
    if (Result<> result = append(id, event); !result)
        return std::unexpected(result.error());
    return read(id);
}

Result<QStringList> ReleaseStore::ids() const
{
    if (!m_releases.exists())
        return QStringList{};
    if (!QFileInfo(m_releases.path()).isReadable())
        return failure(ErrorKind::Io, Tr::tr("The folder %1 cannot be read.").arg(m_releases.path()));
    QStringList found = m_releases.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    // "2026-11-22-staging-10" is after "-2".
    std::ranges::sort(found, {}, [](const QString &id) { return std::tuple(id.left(10), id.size(), id); });
    return found;
}

Result<Release> ReleaseStore::read(const QString &id, QList<ProjectProblem> *problems) const
{
    const QDir logs = folder(id);
    if (id.isEmpty() || id.contains(u'/') || id.startsWith(u'.') || !logs.exists())
        return failure(ErrorKind::Usage, Tr::tr("There is no release “%1”.").arg(id), Tr::tr("Releases are the folders in %1.").arg(m_releases.path()));
    if (const Result<> inside = checkInside(logs.path()); !inside)
        return std::unexpected(inside.error());
    QList<ReleaseEvent> events;
    QList<ProjectProblem> found;
    const QStringList files = logs.entryList({u"*.jsonl"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString displayName = u".whimbrel/releases/%1/%2"_s.arg(id, file);
        if (const Result<> inside = checkInside(logs.filePath(file)); !inside)
            return std::unexpected(inside.error());
        Result<QList<ReleaseEvent>> more = readLog(logs.filePath(file), displayName, found);
        if (!more)
            return std::unexpected(more.error());
        events << *more;
    }
    if (problems)
        *problems << found;
    return Release::fold(id, std::move(events));
}

Result<std::optional<Release>> ReleaseStore::current(const QString &environment, QList<ProjectProblem> *problems) const
{
    return find(environment, true, problems);
}

Result<std::optional<Release>> ReleaseStore::newest(const QString &environment, QList<ProjectProblem> *problems) const
{
    return find(environment, false, problems);
}

Result<std::optional<Release>> ReleaseStore::find(const QString &environment, bool openOnly, QList<ProjectProblem> *problems) const
{
    const Result<QStringList> all = ids();
    if (!all)
        return std::unexpected(all.error());
    std::optional<Release> found;
    QList<ProjectProblem> itsProblems;
    for (const QString &id : *all) {
        QList<ProjectProblem> own;
        Result<Release> release = read(id, &own);
        if (!release)
            return std::unexpected(release.error());
        if (release->startedBy.isEmpty()) {
            if (problems)
                *problems << own;
            continue;
        }
        if (release->environment != environment || (openOnly && release->closed))
            continue;
        if (found && found->startedAt > release->startedAt)
            continue;
        found = std::move(*release);
        itsProblems = std::move(own);
    }
    if (problems)
        *problems << itsProblems;
    return found;
}

Result<> ReleaseStore::append(const QString &releaseId, ReleaseEvent event) const
{
    const Result<Release> before = read(releaseId);
    if (!before)
        return std::unexpected(before.error());
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (!event.at.isValid())
        event.at = QDateTime::currentDateTime();
    event.at = withOffset(event.at);
    event.order = now;
    if (!before->events.isEmpty())
        event.order = std::max(now, before->events.constLast().order + 1); // ReleaseEvent::fromJson() bounds it
    if (event.order > ReleaseEvent::lastOrder) {
        return failure(ErrorKind::Project, Tr::tr("An event of release %1 claims to be the last of all times. Nothing was recorded.").arg(releaseId),
                       Tr::tr("Look for “order” in the logs in %1, and restore them from version control.").arg(folder(releaseId).path()));
    }
    event.who = m_who;
    event.id = newEventId(now);
    return appendLogLine(logFile(releaseId), QJsonDocument(event.toJson()).toJson(QJsonDocument::Compact));
}

QString releaseEnvironment(const Target &target)
{
    return target.environment.isEmpty() ? target.settings.displayName() : target.environment;
}

/// A project from elsewhere may hold links to any file of this computer.
Result<> ReleaseStore::checkInside(const QString &path) const
{
    const QString target = leadsOutOf(m_project.path(), path);
    if (target.isEmpty())
        return {};
    return failure(ErrorKind::Project, Tr::tr("%1 is a link out of the project, to %2. It was neither read nor written.").arg(path, target),
                   Tr::tr("Put a file or folder of the project in its place."));
}

QDir ReleaseStore::folder(const QString &releaseId) const
{
    return QDir(m_releases.filePath(releaseId));
}

QString ReleaseStore::logFile(const QString &releaseId) const
{
    return folder(releaseId).filePath(nameOfLog(m_who));
}

} // namespace Whimbrel
