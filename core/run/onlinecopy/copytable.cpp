// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/onlinecopy/copytable.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// One look at one table.
class TableCheck
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    TableCheck(Session &session, const CopyNames &names) : m_session(session), m_names(names) { }

    Result<> names() const;
    Result<> kind();
    Result<> key();
    Result<> triggers();
    Result<> children();
    Result<> leftovers();
    Result<> replicas();
    Result<> remarks();
    QStringList notes;

private:
    QString text(const QString &value) const { return m_session.quotedLiteral(value); }
    QString table() const { return m_names.schema + u'.' + m_names.table; }
    /// The first column of each row, of a query with the database's name for %1 and the table's for %2.
    Result<QStringList> list(const QString &sql);
    static Result<> refuse(const QString &message, const QString &hint) { return failure(ErrorKind::Refused, message, hint); }

    Session &m_session;
    const CopyNames &m_names;
};

Result<QStringList> TableCheck::list(const QString &sql)
{
    return m_session.query(sql.arg(text(m_names.schema), text(m_names.table))).transform([](const Rows &rows) {
        QStringList values;
        for (const QList<Cell> &row : rows.rows)
            values << row.first().value_or(QString());
        return values;
    });
}

/// The tool writes names into its SQL and its DSN without looking at them.
Result<> TableCheck::names() const
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_$-]+$"_s);
    if (plain.match(m_names.schema).hasMatch() && plain.match(m_names.table).hasMatch())
        return {};
    return refuse(tr("pt-online-schema-change cannot be trusted with the name %1: it takes letters, digits, “_”, “$” and “-”.").arg(table()),
                  tr("Remove the comment, or rename the table before."));
}

Result<> TableCheck::kind()
{
    const Result<Rows> rows = m_session.query(u"SELECT table_type AS type, engine AS engine FROM information_schema.tables WHERE table_schema = %1 AND table_name = %2"_s
                                                  .arg(text(m_names.schema), text(m_names.table)));
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->isEmpty())
        return refuse(tr("The table %1 does not exist.").arg(table()), tr("Correct the statement, or the database that is meant."));
    const QString type = rows->text(0, u"type");
    if (type != "BASE TABLE"_L1)
        return refuse(tr("%1 is no ordinary table but “%2”, whose rows a copy would not keep as they are.").arg(table(), type), tr("Remove the comment."));
    const QString engine = rows->text(0, u"engine");
    if (engine != "InnoDB"_L1) {
        return refuse(tr("%1 is a table of the engine %2: only with InnoDB's transactions does the copy stay equal to the table.").arg(table(), engine),
                      tr("Remove the comment and run it when nobody writes."));
    }
    return {};
}

Result<> TableCheck::key()
{
    const Result<QStringList> keys = list(u"SELECT index_name FROM information_schema.statistics WHERE table_schema = %1 AND table_name = %2 "
                                          "GROUP BY index_name HAVING max(non_unique) = 0 AND max(nullable = 'YES') = 0"_s);
    if (!keys)
        return std::unexpected(keys.error());
    if (!keys->isEmpty())
        return {};
    return refuse(tr("%1 has neither a primary key nor a unique key without NULL, by which pt-online-schema-change finds the rows that others change meanwhile.").arg(table()),
                  tr("Add a primary key first, or remove the comment."));
}

Result<> TableCheck::triggers()
{
    const Result<QStringList> others = list(u"SELECT trigger_name FROM information_schema.triggers WHERE event_object_schema = %1 AND event_object_table = %2"_s);
    if (!others)
        return std::unexpected(others.error());
    if (others->isEmpty())
        return {};
    return refuse(tr("%1 has triggers: %2.").arg(table(), others->join(u", "_s)),
                  tr("Drop them in a migration before and make them again in one after, if the application can do without for as long. Or run pt-online-schema-change "
                     "yourself with --preserve-triggers, and settle the migration with “whimbrel resolve VERSION --applied”."));
}

Result<> TableCheck::children()
{
    const Result<QStringList> children = list(u"SELECT DISTINCT concat(table_schema, '.', table_name, ' (', constraint_name, ')') FROM information_schema.key_column_usage "
                                              "WHERE referenced_table_schema = %1 AND referenced_table_name = %2"_s);
    if (!children)
        return std::unexpected(children.error());
    if (children->isEmpty())
        return {};
    return refuse(tr("Foreign keys point at %1, and would follow the old table when the tables change places: %2.").arg(table(), children->join(u", "_s)),
                  tr("Drop them in a migration before and add them again in one after. Or run pt-online-schema-change yourself with "
                     "--alter-foreign-keys-method=rebuild_constraints, and settle the migration with “whimbrel resolve VERSION --applied”."));
}

Result<> TableCheck::leftovers()
{
    const Result<CopyParts> parts = findCopyParts(m_session, m_names);
    if (!parts)
        return std::unexpected(parts.error());
    QStringList there = parts->triggers;
    if (parts->newTable)
        there << m_names.newTable;
    if (parts->oldTable)
        there << m_names.oldTable;
    if (there.isEmpty())
        return {};
    return refuse(tr("There is already what a copy of %1 would make: %2. Whimbrel has no record of having made it.").arg(table(), there.join(u", "_s)),
                  tr("If no pt-online-schema-change is at work on the table and nothing else uses them, drop the triggers first, then the tables, and run again."));
}

/// As the tool itself looks for it.
Result<> TableCheck::replicas()
{
    static const QRegularExpression process(u"ALL PRIVILEGES.*\\*\\.\\*|PROCESS"_s);
    const Result<Rows> grants = m_session.query(u"SHOW GRANTS FOR CURRENT_USER()"_s);
    if (!grants)
        return std::unexpected(grants.error());
    for (const QList<Cell> &row : grants->rows) {
        if (process.match(row.first().value_or(QString())).hasMatch())
            return {};
    }
    return refuse(tr("pt-online-schema-change looks for replicas, so as not to leave them behind, and the user “%1” may not see them.").arg(m_session.currentUser()),
                  tr("GRANT PROCESS ON *.* to it; or, where there are no replicas or they may lag, write “-- whimbrel: online-copy replicas=none”."));
}

Result<> TableCheck::remarks()
{
    const Result<QStringList> constraints = list(u"SELECT constraint_name FROM information_schema.table_constraints WHERE table_schema = %1 AND table_name = %2 "
                                                 "AND constraint_type = 'FOREIGN KEY'"_s);
    if (!constraints)
        return std::unexpected(constraints.error());
    if (!constraints->isEmpty())
        notes << tr("pt-online-schema-change gives the foreign keys of %1 other names, with an underscore more or less at their beginning: %2.").arg(table(), constraints->join(u", "_s));
    notes << tr("While %1 is copied, a transaction that writes to it may end in a deadlock (error 1213), as others do, and has to be tried again by the application.")
                 .arg(table());
    const Result<Rows> isolation = m_session.query(u"SHOW GLOBAL VARIABLES LIKE 'innodb_snapshot_isolation'"_s);
    if (isolation && isolation->text(0, u"Value") == "ON"_L1)
        notes << tr("innodb_snapshot_isolation is on: a transaction that has read before it changes a row that was copied meanwhile gets error 1020 (“Record has changed "
                    "since last read”), and has to be tried again as well.");
    return {};
}

} // namespace

Result<QStringList> checkCopyTable(Session &session, const CopyNames &names, const CopyOptions &options)
{
    TableCheck check(session, names);
    const Result<> checked = check.names()
                                 .and_then([&] { return check.kind(); })
                                 .and_then([&] { return check.leftovers(); })
                                 .and_then([&] { return check.key(); })
                                 .and_then([&] { return check.triggers(); })
                                 .and_then([&] { return check.children(); })
                                 .and_then([&] { return options.watchesReplicas ? check.replicas() : Result<>(); })
                                 .and_then([&] { return check.remarks(); });
    return checked.transform([&] { return check.notes; });
}

Result<CopyParts> findCopyParts(Session &session, const CopyNames &names)
{
    const auto literal = [&](const QString &text) { return session.quotedLiteral(text); };
    const Result<Rows> tables = session.query(u"SELECT table_name AS name FROM information_schema.tables WHERE table_schema = %1 AND table_name IN (%2, %3, %4)"_s
                                                  .arg(literal(names.schema), literal(names.table), literal(names.newTable), literal(names.oldTable)));
    if (!tables)
        return std::unexpected(tables.error());
    QStringList triggers;
    for (const QString &trigger : names.triggers)
        triggers << literal(trigger);
    const Result<Rows> found = session.query(u"SELECT trigger_name AS name FROM information_schema.triggers WHERE trigger_schema = %1 AND trigger_name IN (%2)"_s
                                                 .arg(literal(names.schema), triggers.join(u", "_s)));
    if (!found)
        return std::unexpected(found.error());
    CopyParts parts;
    for (qsizetype i = 0; i < tables->rows.size(); ++i) {
        const QString name = tables->text(i, u"name");
        parts.table = parts.table || name == names.table;
        parts.newTable = parts.newTable || name == names.newTable;
        parts.oldTable = parts.oldTable || name == names.oldTable;
    }
    for (qsizetype i = 0; i < found->rows.size(); ++i)
        parts.triggers << found->text(i, u"name");
    return parts;
}

} // namespace Whimbrel
