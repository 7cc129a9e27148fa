// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/onlinecopy/copyoptions.h"

#include "project/configuration/projectconfiguration.h"
#include "run/onlinecopy/copyalter.h"
#include "run/stepchecks.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

constexpr auto word = "online-copy"_L1;
constexpr auto longestChunk = 10s;

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

QString optionsHint()
{
    return tr("Write “-- whimbrel: online-copy”, with chunk-time=100ms, max-load=Threads_running=25, critical-load=Threads_running=50, max-lag=5s and "
              "replicas=none where they are wanted.");
}

std::unexpected<Error> wrongValue(const QString &name, const QString &value)
{
    return failure(ErrorKind::Refused, tr("“%1” is no value of %2.").arg(value, name), optionsHint());
}

/// The only place where the comment means something: directly above the only statement of a section.
Result<> checkPlace(const PlanStep &step, const Annotation &comment, Dialect dialect)
{
    if (!isMySqlFamily(dialect)) {
        return failure(ErrorKind::Refused, tr("“online-copy” is for MySQL and MariaDB: on %1 there is no tool to hand the statement to.").arg(dialectName(dialect)),
                       tr("Remove the comment; “whimbrel plan” and “whimbrel lint” name the safe way of this statement."));
    }
    if (comment.target != Annotation::Target::Statement)
        return failure(ErrorKind::Refused, tr("“online-copy” stands above no statement."), tr("Write the comment directly above the ALTER TABLE that it means."));
    if (step.statements.size() > 1) {
        return failure(ErrorKind::Refused, tr("A statement that is handed to pt-online-schema-change has to be the only one of its section."),
                       tr("Put it into a migration of its own, or remove the comment."));
    }
    return {};
}

Result<> readOption(CopyOptions &options, const QString &name, const QString &value)
{
    static const QRegularExpression load(u"^[A-Za-z_]+[=:][0-9.]+(,[A-Za-z_]+[=:][0-9.]+)*$"_s);
    const bool isLoad = name == "max-load"_L1 || name == "critical-load"_L1;
    if (isLoad && load.match(value).hasMatch()) {
        (name == "max-load"_L1 ? options.maxLoad : options.criticalLoad) = value;
        return {};
    }
    if (name == "chunk-time"_L1 || name == "max-lag"_L1) {
        const Result<std::chrono::milliseconds> time = parseDuration(value);
        if (name == "chunk-time"_L1 && time && *time >= 10ms && *time <= longestChunk)
            options.chunkTime = *time;
        else if (name == "max-lag"_L1 && time && *time >= 1s)
            options.maxLag = std::chrono::duration_cast<std::chrono::seconds>(*time);
        else
            return wrongValue(name, value);
        return {};
    }
    if (name == "replicas"_L1 && value == "none"_L1) {
        options.watchesReplicas = false;
        return {};
    }
    if (isLoad || name == "replicas"_L1)
        return wrongValue(name, value);
    return failure(ErrorKind::Refused, tr("“%1” is nothing that “online-copy” knows.").arg(name), optionsHint());
}

Result<> apply(PlanStep &step, const Annotation &comment, Dialect dialect)
{
    if (const Result<> placed = checkPlace(step, comment, dialect); !placed)
        return placed;
    const Result<CopyOptions> options = readCopyOptions(comment.rest);
    if (!options)
        return std::unexpected(options.error());
    if (const Result<CopyAlter> alter = CopyAlter::read(step.statements.first().statement, dialect); !alter)
        return std::unexpected(alter.error());
    step.onlineCopy = *options;
    step.transaction = false;
    step.ownCommits = false;
    return {};
}

} // namespace

Result<CopyOptions> readCopyOptions(const QString &text)
{
    CopyOptions options;
    for (const QString &part : text.split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts)) {
        if (!part.contains(u'='))
            break; // from here on it is a remark
        if (const Result<> read = readOption(options, part.section(u'=', 0, 0), part.section(u'=', 1)); !read)
            return std::unexpected(read.error());
    }
    return options;
}

QList<Error> applyCopyComments(PlanStep &step, const QString &script, TextPosition start, Dialect dialect)
{
    QList<Error> refusals;
    for (const Annotation &comment : stepAnnotations(step, script, start, dialect, word)) {
        if (const Result<> applied = apply(step, comment, dialect); !applied) {
            Error error = applied.error();
            error.position = {.file = step.migration.displayFile, .line = comment.start.line, .column = comment.start.column};
            refusals << error;
        }
    }
    return refusals;
}

} // namespace Whimbrel
