// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/probes/probes.h"

#include "sql/lexer.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
using State = ProbeResult::State;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::TableSizesProbe)
};

constexpr qint64 warningSize = 1LL << 30;
constexpr qint64 warningRows = 5'000'000; // where only rows are known

struct TableFacts
{
    QString name;
    std::optional<qint64> bytes;
    std::optional<qint64> rows;
    QString engine; ///< one without transactions; empty otherwise
};

struct Answer
{
    QList<TableFacts> facts;
    QStringList unresolved; ///< lead to nothing that this session sees
};

/// The names that statements themselves give: to what they create, to what they rename, and to their own WITH queries.
QSet<QString> namesGiven(const QList<PlanStep> &steps, Dialect dialect)
{
    QSet<QString> names;
    const auto isName = [](const Token &token) { return token.kind == TokenKind::Word || token.kind == TokenKind::QuotedName; };
    for (const PlanStep &step : steps) {
        for (const PlanStatement &each : step.statements) {
            QList<Token> tokens;
            Lexer lexer(each.statement.text, dialect);
            for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant())
                tokens << token;
            const auto at = [&tokens](qsizetype index) { return tokens.value(index); };
            const auto take = [&](qsizetype index) {
                while (at(index).isAnyWord({"IF"_L1, "NOT"_L1, "EXISTS"_L1}))
                    ++index;
                for (; isName(at(index)); index += 2) {
                    if (!at(index + 1).isSymbol(u'.'))
                        names << nameParts(at(index).text.toString()).last().toLower();
                }
            };
            const bool creates = at(0).isWord("CREATE"_L1);
            for (qsizetype i = 0; i < tokens.size(); ++i) {
                if (creates && i <= 4 && at(i).isAnyWord({"TABLE"_L1, "VIEW"_L1, "SEQUENCE"_L1}))
                    take(i + 1);
                else if (at(i).isWord("RENAME"_L1) && at(i + 1).isAnyWord({"TO"_L1, "AS"_L1}))
                    take(i + 2);
                else if (at(i).isWord("WITH"_L1))
                    take(at(i + 1).isWord("RECURSIVE"_L1) ? i + 2 : i + 1);
                else if (at(i).isSymbol(u')') && at(i + 1).isSymbol(u',') && at(i + 3).isWord("AS"_L1) && at(i + 4).isSymbol(u'('))
                    take(i + 2);
            }
        }
    }
    return names;
}

Result<Answer> askPostgreSql(Session &session, const QStringList &tables)
{
    QStringList placeholders;
    QVariantList names;
    for (const QString &table : tables) {
        placeholders << u"?"_s;
        names << table;
    }
    const Result<Rows> rows = session.query(
        u"SELECT c.oid::regclass::text AS name, pg_total_relation_size(c.oid) AS bytes, "
        "CASE WHEN c.reltuples < 0 THEN NULL ELSE c.reltuples::bigint END AS est_rows FROM pg_class c "
        "WHERE c.relkind IN ('r', 'm') AND c.oid IN (SELECT to_regclass(n) FROM unnest(ARRAY[%1]::text[]) n) "
        "UNION ALL SELECT c.oid::regclass::text, (SELECT coalesce(sum(pg_total_relation_size(t.relid)), 0)::bigint FROM pg_partition_tree(c.oid) t), NULL "
        "FROM pg_class c WHERE c.relkind = 'p' AND c.oid IN (SELECT to_regclass(n) FROM unnest(ARRAY[%1]::text[]) n)"_s.arg(placeholders.join(u',')),
        names + names);
    if (!rows)
        return std::unexpected(rows.error());
    Answer answer;
    for (qsizetype i = 0; i < rows->rows.size(); ++i) {
        answer.facts << TableFacts{.name = rows->text(i, u"name"),
                            .bytes = rows->number(i, u"bytes"),
                            .rows = rows->isNull(i, u"est_rows") ? std::optional<qint64>() : rows->number(i, u"est_rows"),
                                   .engine = {}};
    }
    const Result<Rows> unseen = session.query(
        u"SELECT n AS name FROM unnest(ARRAY[%1]::text[]) n WHERE to_regclass(n) IS NULL"_s.arg(placeholders.join(u',')), names);
    if (!unseen)
        return std::unexpected(unseen.error());
    for (qsizetype i = 0; i < unseen->rows.size(); ++i)
        answer.unresolved << unseen->text(i, u"name");
    return answer;
}

Result<Answer> askMySql(Session &session, const QStringList &tables)
{
    Answer answer;
    for (const QString &table : tables) {
        const QStringList parts = nameParts(table);
        const Result<Rows> rows = session.query(
            u"SELECT table_name AS name, table_type AS type, engine AS engine, table_rows AS est_rows, data_length + index_length AS bytes FROM information_schema.tables "
            "WHERE table_schema = coalesce(?, DATABASE()) AND table_name = ?"_s,
            {parts.size() > 1 ? QVariant(parts.first()) : QVariant(), parts.last()});
        if (!rows)
            return std::unexpected(rows.error());
        if (rows->isEmpty())
            answer.unresolved << table;
        if (rows->isEmpty() || rows->text(0, u"type") != u"BASE TABLE")
            continue;
        const QString engine = rows->text(0, u"engine");
        const bool transactional = engine.compare("InnoDB"_L1, Qt::CaseInsensitive) == 0;
        answer.facts << TableFacts{.name = rows->text(0, u"name"), .bytes = rows->number(0, u"bytes"), .rows = rows->number(0, u"est_rows"),
                                   .engine = transactional ? QString() : engine};
    }
    return answer;
}

/// dbstat is left out of many builds of SQLite; the greatest rowid is then the next best, and as quick.
Result<TableFacts> askSqlite(Session &session, const QString &table)
{
    TableFacts facts{.name = table, .bytes = {}, .rows = {}, .engine = {}};
    const Result<Rows> size = session.query(u"SELECT sum(pgsize) AS bytes FROM dbstat WHERE name = ? AND aggregate = TRUE"_s, {table});
    if (size && !size->isNull(0, u"bytes"))
        facts.bytes = size->number(0, u"bytes");
    else if (!size && size.error().kind == ErrorKind::Cancelled)
        return std::unexpected(size.error());
    const Result<Rows> rows = session.query(u"SELECT max(rowid) AS n FROM %1"_s.arg(session.quotedIdentifier(table)));
    if (rows)
        facts.rows = rows->number(0, u"n");
    else if (!facts.bytes) // WITHOUT ROWID, and no dbstat
        return std::unexpected(rows.error());
    return facts;
}

Result<Answer> askSqlite(Session &session, const QStringList &tables)
{
    Answer answer;
    for (const QString &table : tables) {
        const QString name = nameParts(table).last();
        const Result<Rows> exists = session.query(
            u"SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') AND name = ? COLLATE NOCASE"_s, {name});
        if (!exists)
            return std::unexpected(exists.error());
        if (exists->isEmpty() && !name.startsWith("sqlite_"_L1, Qt::CaseInsensitive))
            answer.unresolved << table;
        if (exists->isEmpty() || exists->text(0, u"type") != u"table")
            continue;
        const Result<TableFacts> one = askSqlite(session, exists->text(0, u"name"));
        if (!one)
            return std::unexpected(one.error());
        answer.facts << *one;
    }
    return answer;
}

QString described(const TableFacts &facts)
{
    QStringList parts;
    if (facts.bytes)
        parts << sizeText(*facts.bytes);
    if (facts.rows)
        parts << Tr::tr("about %1 rows").arg(QLocale().toString(*facts.rows));
    return u"%1 %2"_s.arg(facts.name, parts.join(", "_L1));
}

/// `unresolved`: names of which nothing is known, so that nothing passes; what is known may still be too much.
ProbeResult judge(QList<TableFacts> facts, const QStringList &unresolved)
{
    const QString threshold = Tr::tr("warning over %1 or %2 rows").arg(sizeText(warningSize), QLocale().toString(warningRows));
    const auto nothingAgainst = [&unresolved](const ProbeResult &passed) {
        if (unresolved.isEmpty())
            return passed;
        return unknownResult(Tr::tr("Pending statements name what this connection does not find: %1. Look whether the role may see it, and "
                                    "in which schema it is.").arg(shortened(unresolved)));
    };
    if (facts.isEmpty())
        return nothingAgainst(probeResult(State::Passed, Tr::tr("no existing table"), threshold, Tr::tr("Pending statements name no table that exists already.")));
    std::ranges::sort(facts, std::greater{}, [](const TableFacts &each) { return std::pair(each.bytes.value_or(0), each.rows.value_or(0)); });
    QStringList texts;
    QStringList withoutTransactions;
    bool big = false;
    for (const TableFacts &each : std::as_const(facts)) {
        texts << described(each);
        big |= each.bytes ? *each.bytes > warningSize : each.rows.value_or(0) > warningRows;
        if (!each.engine.isEmpty())
            withoutTransactions << Tr::tr("%1 (%2)").arg(each.name, each.engine);
    }
    if (!withoutTransactions.isEmpty())
        return probeResult(State::Failed, shortened(withoutTransactions), Tr::tr("failed for an engine without transactions"),
                           Tr::tr("Changes to these tables cannot be rolled back: their engine has no transactions. Convert them to InnoDB first."));
    if (big)
        return probeResult(State::Warning, shortened(texts), threshold,
                           Tr::tr("A statement that rewrites or scans a table of this size takes minutes. Look at each one in the plan, and measure it "
                                  "on staging with as many rows."));
    return nothingAgainst(probeResult(State::Passed, shortened(texts), threshold, Tr::tr("Even a rewrite of these tables is short.")));
}

class TableSizesProbe final : public Probe
{
public:
    QString id() const override { return u"table-sizes"_s; }
    QString title() const override { return Tr::tr("Sizes of the tables concerned"); }
    bool appliesTo(Dialect) const override { return true; }

    ProbeResult run(const ProbeContext &context) const override
    {
        if (!context.session())
            return notConnected(context);
        const Result<QStringList> tables = context.pendingTables();
        if (!tables)
            return unknownResult(tables.error().toString());
        Result<Answer> answer = ask(*context.session(), *tables);
        if (!answer && answer.error().kind == ErrorKind::LockTimeout)
            return unknownResult(Tr::tr("A table is locked so strongly that its size cannot be read. Is a migration running?"));
        if (!answer)
            return queryFailed(answer.error());
        const QSet<QString> given = namesGiven(*context.pending(), context.session()->dialect());
        answer->unresolved.removeIf([&given](const QString &name) { return given.contains(nameParts(name).last().toLower()); });
        return judge(answer->facts, answer->unresolved);
    }

private:
    static Result<Answer> ask(Session &session, const QStringList &tables)
    {
        if (session.dialect() == Dialect::PostgreSql)
            return askPostgreSql(session, tables);
        return isMySqlFamily(session.dialect()) ? askMySql(session, tables) : askSqlite(session, tables);
    }
};
} // namespace

std::unique_ptr<Probe> tableSizesProbe()
{
    return std::make_unique<TableSizesProbe>();
}

} // namespace Whimbrel
