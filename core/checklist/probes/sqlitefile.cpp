// SPDX-License-Identifier: GPL-3.0-or-later
// The file of an SQLite database: is it sound, and may it be written?
#include "checklist/probes/probes.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {
using State = ProbeResult::State;

struct IntegrityTr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::IntegrityProbe)
};

struct WriteTr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::CanWriteProbe)
};

class IntegrityProbe final : public Probe
{
public:
    QString id() const override { return u"integrity"_s; }
    QString title() const override { return IntegrityTr::tr("Database file sound"); }
    bool appliesTo(Dialect dialect) const override { return dialect == Dialect::SQLite; }

    ProbeResult run(const ProbeContext &context) const override
    {
        if (!context.session())
            return notConnected(context);
        Session &session = *context.session();
        const QString threshold = IntegrityTr::tr("failed unless quick_check says ok, warning over 0 dangling foreign keys");
        const Result<Rows> check = session.query(u"PRAGMA quick_check(5)"_s);
        if (!check && check.error().kind == ErrorKind::Statement)
            return probeResult(State::Failed, check.error().message, threshold, damaged());
        if (!check)
            return queryFailed(check.error());
        const QString answer = check->text(0, u"quick_check");
        if (answer != "ok"_L1)
            return probeResult(State::Failed, answer, threshold, damaged());
        const Result<Rows> keys = session.query(u"SELECT \"table\", count(*) AS n FROM pragma_foreign_key_check GROUP BY 1 ORDER BY 2 DESC"_s);
        if (!keys)
            return queryFailed(keys.error());
        return keys->isEmpty() ? probeResult(State::Passed, u"ok"_s, threshold, IntegrityTr::tr("The file reads whole, and every foreign key has its row."))
                               : danglingKeys(*keys, threshold);
    }

private:
    static QString damaged()
    {
        return IntegrityTr::tr("The file is damaged. Do not migrate it: make a copy, and restore a backup or recover it with sqlite3's .recover.");
    }

    static ProbeResult danglingKeys(const Rows &keys, const QString &threshold)
    {
        QStringList texts;
        for (qsizetype i = 0; i < keys.rows.size(); ++i)
            texts << IntegrityTr::tr("%1 in %2").arg(keys.text(i, u"n"), keys.text(i, u"table"));
        return probeResult(State::Warning, shortened(texts), threshold,
                           IntegrityTr::tr("Rows refer to rows that do not exist. A migration that rebuilds such a table keeps them; one that checks foreign "
                                           "keys fails."));
    }
};

class CanWriteProbe final : public Probe
{
public:
    QString id() const override { return u"can-write"_s; }
    QString title() const override { return WriteTr::tr("Nobody keeps the file locked"); }
    bool appliesTo(Dialect dialect) const override { return dialect == Dialect::SQLite; }

    /// Begins a write transaction as a run does, and rolls it back.
    ProbeResult run(const ProbeContext &context) const override
    {
        const ConnectionSettings &settings = context.target().settings;
        if (context.target().readOnly)
            return probeResult(State::Failed, context.target().environment, threshold(),
                               WriteTr::tr("This environment is read-only for Whimbrel (read-only = true): runs are refused."));
        const QFileInfo file(settings.database);
        if (!file.exists())
            return missingFile(file);
        if (!file.isWritable() || !QFileInfo(file.absolutePath()).isWritable())
            return probeResult(State::Failed, file.fileName(), threshold(),
                               WriteTr::tr("The file or its folder is not writable for this user; SQLite needs both, for its journal."));
        const Result<std::unique_ptr<Session>> session = Session::open(settings, SessionRole::Run);
        if (!session)
            return unknownResult(session.error().toString());
        const CancelOnStop cancel(**session, context.stop());
        return tryToWrite(**session);
    }

private:
    static constexpr auto patience = 300ms;

    static QString threshold()
    {
        return WriteTr::tr("a write transaction within %1 ms").arg(patience.count());
    }

    static ProbeResult missingFile(const QFileInfo &file)
    {
        if (!QFileInfo(file.absolutePath()).isWritable())
            return probeResult(State::Failed, file.fileName(), threshold(), WriteTr::tr("The file does not exist, and its folder is not writable."));
        return probeResult(State::Passed, file.fileName(), threshold(), WriteTr::tr("The file does not exist yet; the first run makes it."));
    }

    static ProbeResult tryToWrite(Session &session)
    {
        SessionGuards guards;
        guards.lockTimeout = patience;
        if (const Result<> set = session.setGuards(guards); !set)
            return queryFailed(set.error());
        const Result<> begun = session.begin();
        if (!begun && begun.error().kind == ErrorKind::LockTimeout)
            return probeResult(State::Failed, WriteTr::tr("locked"), threshold(),
                               WriteTr::tr("Another program is writing or keeps a transaction open. The Locks pane shows which; end it, then check again."));
        if (!begun && begun.error().kind == ErrorKind::Cancelled)
            return queryFailed(begun.error());
        if (!begun)
            return probeResult(State::Failed, begun.error().message, threshold(), WriteTr::tr("The file cannot be written."));
        if (const Result<> ended = session.rollback(); !ended)
            return queryFailed(ended.error());
        return probeResult(State::Passed, WriteTr::tr("free"), threshold(), WriteTr::tr("Nobody else writes to the file now."));
    }
};
} // namespace

std::unique_ptr<Probe> integrityProbe()
{
    return std::make_unique<IntegrityProbe>();
}

std::unique_ptr<Probe> canWriteProbe()
{
    return std::make_unique<CanWriteProbe>();
}

} // namespace Whimbrel
