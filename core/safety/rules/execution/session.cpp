// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include "sql/lexer.h"
#include "sql/splitter.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

void checkSchema(RuleContext &context)
{
    forEach(context,
            {Kind::CreateTable, Kind::CreateTableAs, Kind::CreateView, Kind::CreateMaterializedView,
             Kind::CreateSequence, Kind::CreateType, Kind::CreateDomain, Kind::CreateFunction},
            [&context](const Operation &create) {
                if (create.relation.schema.isEmpty() && !create.has(Flag::Temporary)) {
                    context.report(
                        tr("“%1” is made in whichever schema the session looks in first.").arg(create.relation.name),
                        &create);
                }
            });
}

/// Whether the words stand one after the other, outside strings and comments.
bool holdsWords(QStringView text, Dialect dialect, QLatin1StringView first, QLatin1StringView second)
{
    Lexer lexer(text, dialect);
    bool isFirst = false;
    for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant()) {
        if (isFirst && token.isWord(second))
            return true;
        isFirst = token.isWord(first);
    }
    return false;
}

void checkDefiner(RuleContext &context)
{
    forEach(context, {Kind::CreateFunction}, [&context](const Operation &create) {
        const QString &text = context.statement().statement.text;
        const Dialect dialect = context.before.dialect();
        if (!holdsWords(text, dialect, "SECURITY"_L1, "DEFINER"_L1) ||
            holdsWords(text, dialect, "SET"_L1, "search_path"_L1))
            return;
        context.report(tr("“%1” runs with its owner's rights and looks names up where its caller says: the caller can "
                          "put objects of his own in their place.")
                           .arg(create.relation.toString()),
                       &create);
    });
}

void checkOpaque(RuleContext &context)
{
    const StatementAnalysis &statement = context.statement();
    if (statement.statement.kind == StatementKind::ClientCommand) {
        context.report(
            tr("This is a command of the database's own client, which no server knows; what it does is not analysed."));
        return;
    }
    bool isSaid = false;
    forEach(context, {Kind::Opaque, Kind::Unknown, Kind::Call}, [&](const Operation &operation) {
        if (isSaid)
            return;
        isSaid = true;
        if (operation.kind == Kind::Unknown)
            context.report(tr("This statement is not understood, so nothing is said about what it does."), &operation);
        else if (operation.kind == Kind::Call)
            context.report(tr("What the procedure “%1” does is not analysed.").arg(operation.relation.toString()),
                           &operation);
        else
            context.report(tr("This runs a text that is put together only then: what it does is not analysed."),
                           &operation);
    });
}

/// What the splitter had to guess at. A text that is not closed reaches to the end of the script, so that its last statement
/// alone shows it; only where it does, all of the script is split again.
QList<ScriptProblem> problemsOf(const RuleContext &context)
{
    const AnalysisInput &input = context.input;
    const Dialect dialect = context.before.dialect();
    if (!context.script.statements.isEmpty()) {
        const Statement &last = context.script.statements.constLast().statement;
        const QStringView tail = QStringView(input.text).sliced(last.start.offset - input.start.offset);
        const bool isClosed = last.kind != StatementKind::CopyFromStdin && tail.startsWith(last.text)
            && tail.sliced(last.text.size()).trimmed() == u';';
        if (isClosed || splitScript(tail, dialect).problems.isEmpty())
            return {};
    }
    return splitScript(input.text, dialect, input.start).problems;
}

void checkTextEnd(RuleContext &context)
{
    for (const ScriptProblem &problem : problemsOf(context)) {
        context.report({.message = problem.message});
        Finding &finding = context.findings->last();
        finding.start = problem.position;
        finding.end = problem.position;
        ++finding.end.offset;
        ++finding.end.column;
    }
}

struct LeakingSetting
{
    QLatin1StringView name;
    bool isDangerous; ///< constraints and triggers are off while it holds
};

constexpr LeakingSetting leakingSettings[] = {
    {"search_path"_L1, false},           {"role"_L1, false},
    {"session_authorization"_L1, false}, {"session_replication_role"_L1, true},
    {"foreign_key_checks"_L1, false},    {"sql_mode"_L1, false},
    {"unique_checks"_L1, false},
};

/// RESET, and SET … = DEFAULT of MySQL and MariaDB, where an empty text is a value: sql_mode = '' forgives what is wrong.
bool isReset(const Operation &set, Dialect dialect)
{
    return (set.value.isEmpty() && !isMySqlFamily(dialect)) || set.value.compare("DEFAULT"_L1, Qt::CaseInsensitive) == 0;
}

bool switchesOff(const Operation &set)
{
    return set.name == "session_replication_role"_L1 && set.value.compare("replica"_L1, Qt::CaseInsensitive) == 0;
}

/// Back to what a session begins with, or to what the script has kept in a variable.
bool restores(const Operation &set)
{
    static constexpr std::pair<QLatin1StringView, QLatin1StringView> usual[] = {
        {"foreign_key_checks"_L1, "1"_L1}, {"foreign_key_checks"_L1, "on"_L1}, {"unique_checks"_L1, "1"_L1},
        {"unique_checks"_L1, "on"_L1},     {"row_security"_L1, "on"_L1},       {"session_replication_role"_L1, "origin"_L1},
        {"role"_L1, "none"_L1},
    };
    return set.value.startsWith(u'@') || set.value.compare("default"_L1, Qt::CaseInsensitive) == 0
        || std::ranges::any_of(usual, [&set](const auto &pair) {
               return set.name == pair.first && set.value.compare(pair.second, Qt::CaseInsensitive) == 0;
           });
}

/// Whether a later statement sets it again, to whatever it was.
bool isTakenBack(const RuleContext &context, int from, const QString &name)
{
    for (int i = from + 1; i < context.script.statements.size(); ++i) {
        for (const Operation &operation : context.script.statements.at(i).reading.operations) {
            const bool isAll =
                operation.kind == Kind::Discard || (operation.kind == Kind::SetSetting && operation.name == "all"_L1);
            if (isAll || (operation.kind == Kind::SetSetting && operation.name == name))
                return true;
        }
    }
    return false;
}

void checkLeaks(RuleContext &context)
{
    for (int i = 0; i < context.script.statements.size(); ++i) {
        forEach(context.script.statements.at(i).reading.operations, {Kind::SetSetting}, [&](const Operation &set) {
            const auto known = std::ranges::find(leakingSettings, set.name, &LeakingSetting::name);
            if (known == std::ranges::end(leakingSettings) || isReset(set, context.before.dialect()))
                return;
            if (switchesOff(set)) {
                context.report({.message = tr("From here on foreign keys are not checked and triggers do not fire, and "
                                              "rows that break them stay."),
                                .operation = &set,
                                .severity = Severity::Error,
                                .statement = i});
            } else if (!set.has(Flag::Local) && !restores(set) && !isTakenBack(context, i, set.name)) {
                context.report({.message = tr("“%1” stays as it is set here for whatever the session runs next, the "
                                              "migrations after this one and the tool's own statements included.")
                                               .arg(set.name),
                                .operation = &set,
                                .severity = Severity::Warning,
                                .statement = i});
            }
        });
    }
}

void checkIdleGuard(RuleContext &context)
{
    for (int i = 0; i < context.script.statements.size(); ++i) {
        const StatementAnalysis &statement = context.script.statements.at(i);
        bool isGuarded = false;
        forEach(statement.reading.operations, {Kind::SetSetting}, [&isGuarded](const Operation &set) {
            isGuarded = isGuarded || set.name == "idle_in_transaction_session_timeout"_L1 ||
                        set.name == "transaction_timeout"_L1;
        });
        if (isGuarded)
            return;
        if (statement.inTransaction && statement.impact.reach() >= LockReach::Writes) {
            context.report(
                {.message = tr("If the connection of whoever runs this hangs, the locks of its transaction stay."),
                 .statement = i});
            return;
        }
    }
}

} // namespace

RuleTable sessionRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "unqualified-name",
            .category = Execution,
            .severity = Severity::Info,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel", "Without a schema an object is made in the first schema of "
                                                 "search_path, which roles and databases set differently."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Write the schema before the name."),
            .bad = "CREATE TABLE n (id bigint PRIMARY KEY)",
            .good = "CREATE TABLE app.n (id bigint PRIMARY KEY)",
            .equivalents =
                "squawk: require-table-schema; bytebase: NAMING_FULLY_QUALIFIED, STATEMENT_CREATE_SPECIFY_SCHEMA",
            .check = checkSchema,
            .byDefault = Rule::Default::Off,
        },
        {
            .id = "security-definer-search-path",
            .category = Execution,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel", "A SECURITY DEFINER function without a search_path of its own can be "
                                                 "made to run its caller's objects with its owner's rights."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel", "Add SET search_path = … to the function, with pg_temp as the last of the schemas."),
            .bad = "CREATE FUNCTION pay() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'select 1'",
            .good = "CREATE FUNCTION pay() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_temp AS "
                    "'select 1'",
            .equivalents = "",
            .check = checkDefiner,
        },
        {
            .id = "text-left-open",
            .category = Execution,
            .severity = Severity::Error,
            .dialects = Rule::Any,
            .why = QT_TRANSLATE_NOOP("Whimbrel", "A string, name, comment or body that is not closed swallows the statements behind it: the server "
                                                 "refuses it, or never sees them."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Close it where it should end; a quote within a string is written twice."),
            .bad = "SELECT 1; /* and then\nSELECT 2",
            .good = "SELECT 1; /* and then */ SELECT 2",
            .equivalents = "",
            .check = checkTextEnd,
            .perScript = true,
        },
        {
            .id = "opaque-dynamic-sql",
            .category = Execution,
            .severity = Severity::Info,
            .dialects = Rule::Any,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "What is put together while it runs, stands in another file, or is newer than "
                                     "what Whimbrel reads, cannot be judged before: no finding is no promise there."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel", "Write the statements themselves where that is possible; else read it with more care."),
            .bad = "DO $$ BEGIN EXECUTE 'DROP TABLE ' || (SELECT 'x'); END $$",
            .good = "DO $$ BEGIN PERFORM 1; END $$",
            .equivalents = "strong_migrations: execute; online_migrations: execute",
            .check = checkOpaque,
        },
        {
            .id = "session-setting-leaks",
            .category = Execution,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql | Rule::MySqlFamily,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel", "SET lasts as long as the session, in which the next migrations run as well. With "
                            "session_replication_role = replica neither foreign keys nor triggers do anything."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel",
                                     "Use SET LOCAL inside the transaction, or RESET it at the end of the file."),
            .bad = "SET session_replication_role = replica",
            .good = "SET LOCAL work_mem = '64MB'; SET search_path = app; RESET search_path",
            .equivalents = "",
            .check = checkLeaks,
            .perScript = true,
        },
        {
            .id = "idle-in-transaction-guard",
            .category = Execution,
            .severity = Severity::Info,
            .dialects = Rule::PostgreSql,
            .why =
                QT_TRANSLATE_NOOP("Whimbrel", "A session that stops in the middle of a transaction, because its tool "
                                              "hangs or its network breaks, keeps its locks until somebody notices."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "SET idle_in_transaction_session_timeout, or from PostgreSQL 17 on "
                                                 "transaction_timeout, at the beginning."),
            .bad = "BEGIN; ALTER TABLE t ADD x2 int; COMMIT",
            .good = "SET idle_in_transaction_session_timeout = '10s'; BEGIN; ALTER TABLE t ADD x2 int; COMMIT",
            .equivalents = "pgfence: missing-idle-timeout",
            .check = checkIdleGuard,
            .perScript = true,
            .byDefault = Rule::Default::Off,
        },
    };
    return rules;
}

} // namespace Whimbrel
