// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "protection.h"

#include "locks/locksampler.h"
#include "report/locksreport.h"

#include <QCoreApplication>

#include <QLocale>

#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct LocksCommand
{
    Q_DECLARE_TR_FUNCTIONS(LocksCommand)
};

enum class Signal { Cancel, Terminate };

/// Only environments need a project: with -d one may look at a server from anywhere.
Result<Target> chooseServer(CommandContext &context)
{
    const Result<MigrationProject> project = context.openProject();
    if (project)
        return context.requireTarget(*project);
    const auto isSet = [&context](const QString &flag) { return context.parser.isSet(flag); };
    const bool namesProject = isSet(u"project"_s) || isSet(u"sample"_s) || isSet(u"environment"_s);
    if (isSet(u"database"_s) && !namesProject && MigrationProject::isOutside(QDir::current()))
        return context.requireTarget(MigrationProject());
    return std::unexpected(project.error());
}

/// The run on this very database is what a person looks for; the run lock makes sure that there is only one. Other
/// Whimbrels only look, or run elsewhere.
Result<LockSample> take(LockSampler &sampler, Session &session)
{
    Result<LockSample> sample = sampler.sample(session);
    if (!sample)
        return sample;
    for (LockSession &one : sample->sessions)
        one.own = one.own || (one.application == "whimbrel"_L1 && one.database == session.settings().database);
    return sample;
}

void print(CommandContext &context, const LockSample &sample)
{
    const BlockingTree tree = buildBlockingTree(sample);
    if (context.json)
        context.printJson(locksJson(sample, tree));
    else
        context.out << locksText(sample, tree) << Qt::flush;
}

int printOnce(CommandContext &context, LockSampler &sampler, Session &session)
{
    const Result<LockSample> sample = take(sampler, session);
    if (!sample)
        return context.fail(sample.error());
    print(context, *sample);
    return ExitDone;
}

/// Waits until the next sample is due. False if we are asked to stop.
bool waitFor(std::chrono::milliseconds interval, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait_for(lock, stop, interval, [] { return false; });
    return !stop.stop_requested();
}

/// Programs get every sample; people a new tree when it has changed, on a terminal in place of the one before.
int watch(CommandContext &context, LockSampler &sampler, Session &session)
{
    QString shown;
    do {
        const Result<LockSample> sample = take(sampler, session);
        if (!sample)
            return context.stop.stop_requested() ? static_cast<int>(stoppedExitCode()) : context.fail(sample.error());
        if (context.json) {
            print(context, *sample);
            continue;
        }
        const QString text = locksText(*sample, buildBlockingTree(*sample));
        if (text == shown)
            continue;
        shown = text;
        if (context.color)
            context.out << u"\x1b[H\x1b[J"_s; // home, and clear what is below
        context.out << QLocale::c().toString(sample->takenAt.toLocalTime(), u"HH:mm:ss"_s) << u"  "_s << text
                    << Qt::flush;
    } while (waitFor(sampler.interval(), context.stop));
    return stoppedExitCode();
}

/// A session to act on: only those that wait or are waited for, or that hold something, in a transaction or by LOCK TABLES, which a
/// run that waits for the way to be clear names. Nobody else was shown.
Result<LockSession> sessionOf(LockSampler &sampler, Session &session, const QString &number)
{
    bool isNumber = false;
    const qint64 pid = number.toLongLong(&isNumber);
    if (!isNumber || pid <= 0)
        return failure(ErrorKind::Usage, LocksCommand::tr("“%1” is no session's number.").arg(number),
                       LocksCommand::tr("“whimbrel locks” lists the sessions with their numbers."));
    const Result<LockSample> sample = take(sampler, session);
    if (!sample)
        return std::unexpected(sample.error());
    for (const LockSession &one : sample->sessions) {
        if (one.backend.pid == pid)
            return one;
    }
    const Result<std::optional<LockSession>> one = sampler.look(session, {pid, {}});
    if (!one)
        return std::unexpected(one.error());
    if (*one && ((*one)->transactionStart.isValid() || !(*one)->holds.isEmpty()))
        return **one;
    return failure(ErrorKind::Refused,
                   LocksCommand::tr("Session %1 neither waits nor makes others wait. Nothing was changed.").arg(pid),
                   LocksCommand::tr("“whimbrel locks” lists the sessions that do."));
}

int sendSignal(CommandContext &context, LockSampler &sampler, Session &session, Signal signal, const QString &number)
{
    const Result<LockSession> victim = sessionOf(sampler, session, number);
    if (!victim)
        return context.fail(victim.error());
    const bool cancel = signal == Signal::Cancel;
    const Result<bool> sent =
        cancel ? sampler.cancel(session, victim->backend) : sampler.terminate(session, victim->backend);
    if (!sent) {
        Error error = sent.error();
        if (error.kind == ErrorKind::Statement) // the server declined: nothing was changed
            error.kind = ErrorKind::Refused;
        return context.fail(error);
    }
    if (!*sent)
        return context.fail({.kind = ErrorKind::Refused,
                             .message = LocksCommand::tr("Session %1 is gone. Nothing was changed.").arg(number),
                             .detail = {}, .hint = {}, .code = {}, .position = {}});
    if (context.json)
        context.printJson(
            {{u"pid"_s, victim->backend.pid}, {u"action"_s, cancel ? u"cancel"_s : u"terminate"_s}, {u"sent"_s, true}});
    else if (!context.quiet)
        context.out << (cancel ? LocksCommand::tr("The server was asked to cancel the statement of session %1.")
                               : LocksCommand::tr("The server was asked to end session %1."))
                           .arg(sessionTitle(*victim))
                    << Qt::endl;
    return ExitDone;
}

int runLocks(CommandContext &context)
{
    if (const int refused = context.refuseArguments(); refused != ExitDone)
        return refused;
    const bool cancels = context.parser.isSet(u"cancel"_s);
    const bool terminates = context.parser.isSet(u"terminate"_s);
    const bool watches = context.parser.isSet(u"watch"_s);
    if (static_cast<int>(cancels) + static_cast<int>(terminates) + static_cast<int>(watches) > 1)
        return context.fail({.kind = ErrorKind::Usage,
                             .message = LocksCommand::tr("--watch, --cancel and --terminate cannot be combined."),
                             .detail = {}, .hint = {}, .code = {}, .position = {}});
    Result<Target> target = chooseServer(context);
    if (!target)
        return context.fail(target.error());
    if (cancels || terminates) {
        if (const Result<> allowed = confirmProtected(context, *target); !allowed)
            return context.fail(allowed.error());
    }
    const Result<std::unique_ptr<Session>> session = context.openSession(*target, SessionRole::Monitor);
    if (!session)
        return context.fail(session.error());
    const std::unique_ptr<LockSampler> sampler = LockSampler::create(**session);
    const CancelOnStop cancelOnStop(**session, context.stop);
    if (watches)
        return watch(context, *sampler, **session);
    if (cancels)
        return sendSignal(context, *sampler, **session, Signal::Cancel, context.parser.value(u"cancel"_s));
    if (terminates)
        return sendSignal(context, *sampler, **session, Signal::Terminate, context.parser.value(u"terminate"_s));
    return printOnce(context, *sampler, **session);
}

} // namespace

Command locksCommand()
{
    return {.name = u"locks"_s,
            .arguments = u"[--watch] [--cancel PID | --terminate PID]"_s,
            .summary = LocksCommand::tr("who blocks whom, now"),
            .options = {{u"watch"_s, LocksCommand::tr("go on until stopped")},
                        {u"cancel"_s, LocksCommand::tr("cancel the statement of a session"), u"PID"_s},
                        {u"terminate"_s, LocksCommand::tr("end a session; its transaction is rolled back"), u"PID"_s}},
            .run = runLocks};
}

} // namespace Whimbrel
