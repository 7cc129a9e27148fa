// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/resume/interruptedstatement.h"

#include "run/resume/effectcheck.h"
#include "run/stepchecks.h"
#include "sql/splitter.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

void notice(RunContext &context, const QString &text)
{
    RunEvent event = context.event(RunEvent::Kind::Notice);
    event.message = text;
    context.publish(std::move(event));
}

Result<> runAll(RunContext &context, const QStringList &statements)
{
    for (const QString &sql : statements) {
        if (const Result<Rows> done = context.cancellable([&] { return context.session.query(sql); }); !done)
            return std::unexpected(done.error());
    }
    return {};
}

Result<> waitForItsEnd(RunContext &context, const PlanStatement &planned)
{
    if (context.session.dialect() == Dialect::SQLite)
        return {};
    RunControl clock;
    for (const auto until = std::chrono::steady_clock::now() + 15s; std::chrono::steady_clock::now() < until;) {
        const Result<bool> runs = context.cancellable([&] { return isStillRunning(context.session, planned.statement); });
        if (!runs)
            return std::unexpected(runs.error());
        if (!*runs)
            return {};
        (void)clock.wait(100ms, context.stop);
    }
    return failure(ErrorKind::Statement, tr("Statement %1 (“%2”) of the interrupted attempt is still running in the session that it left behind.")
                                             .arg(QString::number(planned.index), shortSql(planned.statement.text)),
                   tr("Wait for its end, or end that session (“whimbrel locks” shows it), and run again."));
}

std::unexpected<Error> nobodyKnows(const PlanStep &step, const PlanStatement &planned)
{
    Error error{.kind = ErrorKind::Statement,
                .message = tr("An earlier attempt had begun statement %1 (“%2”), and the database does not tell whether it took effect.")
                               .arg(QString::number(planned.index), shortSql(planned.statement.text)),
                .detail = {},
                .hint = settlingHint(step),
                .code = {},
                .position = {}};
    return std::unexpected(error);
}

} // namespace

QString settlingHint(const PlanStep &step)
{
    return tr("Look at what it does. If it took effect, finish the migration by hand and run “whimbrel resolve %1 --applied”. If it did not, "
              "undo by hand what the statements before it did and run “whimbrel resolve %1 --reverted”: the next run begins at the first statement.")
        .arg(step.migration.version);
}

QString intentJson(int statement)
{
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"intent"_s, QJsonObject{{u"statement"_s, statement}}}}).toJson(QJsonDocument::Compact));
}

std::optional<int> intendedStatement(const QString &state)
{
    const QJsonValue intent = QJsonDocument::fromJson(state.toUtf8()).object().value(u"intent"_s);
    const int statement = intent.toObject().value(u"statement"_s).toInt();
    return statement > 0 ? std::optional(statement) : std::nullopt;
}

Result<bool> isStillRunning(Session &session, const Statement &statement)
{
    if (session.dialect() == Dialect::SQLite)
        return false;
    constexpr int seen = 1000; // characters that pg_stat_activity keeps at least
    const QString text = session.quotedLiteral(statement.text.left(seen));
    const QString sql = session.dialect() == Dialect::PostgreSql
        ? u"SELECT count(*) AS n FROM pg_catalog.pg_stat_activity WHERE pid <> pg_backend_pid() AND state = 'active' AND left(query, %1) = %2"_s.arg(seen).arg(text)
        : u"SELECT count(*) AS n FROM information_schema.processlist WHERE id <> connection_id() AND (left(info, %1) = %2 "
          "OR left(info, char_length(%2) + 12) = concat(%2, ', ALGORITHM='))"_s.arg(seen).arg(text); // which the run may have added
    return session.query(sql).transform([](const Rows &rows) { return rows.number(0, u"n") > 0; });
}

Result<bool> settleInterrupted(RunContext &context, const PlanStep &step, const PlanStatement &planned)
{
    if (const Result<> ended = waitForItsEnd(context, planned); !ended)
        return std::unexpected(ended.error());
    const Result<EffectLook> look = context.cancellable([&] { return lookForEffect(context.session, planned.statement); });
    if (!look)
        return std::unexpected(look.error());
    const QString number = QString::number(planned.index);
    const QString sql = shortSql(planned.statement.text);
    switch (look->effect) {
    case EffectLook::Effect::Took:
        notice(context, tr("Statement %1 (“%2”) of the interrupted attempt took effect: the database shows it. It is not run again.").arg(number, sql));
        return true;
    case EffectLook::Effect::DidNot:
        notice(context, tr("Statement %1 (“%2”) of the interrupted attempt did not take effect: the database shows it. It is run again.").arg(number, sql));
        return false;
    case EffectLook::Effect::Repeatable:
        notice(context, tr("Statement %1 (“%2”) of the interrupted attempt is run again, which does no harm.").arg(number, sql));
        return false;
    case EffectLook::Effect::Leftover:
        notice(context, tr("Statement %1 (“%2”) of the interrupted attempt left something unfinished behind, which is removed first: %3")
                            .arg(number, sql, look->statements.join(u"; "_s)));
        return runAll(context, look->statements).transform([] { return false; });
    case EffectLook::Effect::HalfWay:
        notice(context, tr("Statement %1 (“%2”) of the interrupted attempt came half-way and is brought to its end: %3")
                            .arg(number, sql, look->statements.join(u"; "_s)));
        return runAll(context, look->statements).transform([] { return true; });
    case EffectLook::Effect::Unknown:
        break;
    }
    return nobodyKnows(step, planned);
}

bool mayShareTransaction(const Statement &statement, Dialect dialect)
{
    if (statement.kind != StatementKind::Other && statement.kind != StatementKind::CopyFromStdin)
        return false;
    if (isMySqlFamily(dialect))
        return !mayCommitByItself(statement, dialect);
    if (dialect != Dialect::SQLite)
        return true;
    const QString keyword = firstKeyword(statement.text, dialect);
    return keyword != "ATTACH"_L1 && keyword != "DETACH"_L1;
}

/// "cannot run inside a transaction block", and a procedure or block that commits by itself: nothing of it is in effect.
bool isRefusedInTransaction(const Error &error, Dialect dialect)
{
    return dialect == Dialect::PostgreSql && (error.code == "25001"_L1 || error.code == "2D000"_L1);
}

bool isScriptsCommit(const Statement &statement, Dialect dialect)
{
    const QString keyword = firstKeyword(statement.text, dialect);
    return statement.kind == StatementKind::TransactionControl && (keyword == "COMMIT"_L1 || keyword == "END"_L1);
}

} // namespace Whimbrel
