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
    Result<> selfReferences();
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

/// In one RENAME TABLE the tables change places, and each keeps its triggers. On the copy they would run a second time for each change
/// that is carried over to it; made after the swap they would miss what is written before. The tool's --preserve-triggers does the
/// latter. Turned below LOCK TABLES, between two ALTER TABLE … RENAME, they would miss nothing, but whoever waits for the table then is
/// told that it does not exist (MariaDB 11.8).
Result<> TableCheck::triggers()
{
    const Result<QStringList> others = list(u"SELECT trigger_name FROM information_schema.triggers WHERE event_object_schema = %1 AND event_object_table = %2"_s);
    if (!others)
        return std::unexpected(others.error());
    if (others->isEmpty())
        return {};
    return refuse(tr("%1 has triggers: %2. They would stay with the old table when the tables change places, and what is written until they are made again on the new one "
                     "would miss them.").arg(table(), others->join(u", "_s)),
                  tr("Drop them in a migration before and make them again in one after (SHOW CREATE TRIGGER has their text), if the application can do without for as long. "
                     "Or, if it can do without for a moment, run pt-online-schema-change yourself with --preserve-triggers, and settle the migration with “whimbrel resolve "
                     "VERSION --applied”."));
}

/// No statement turns them to the new table in the instant of the swap, and MariaDB refuses RENAME TABLE below LOCK TABLES, which could make
/// one instant of two statements. Until they are turned, the server lets parents go whose children are there, and refuses children of new ones.
Result<> TableCheck::children()
{
    const Result<QStringList> children = list(u"SELECT DISTINCT concat(table_schema, '.', table_name, ' (', constraint_name, ')') FROM information_schema.key_column_usage "
                                              "WHERE referenced_table_schema = %1 AND referenced_table_name = %2 AND NOT (table_schema = %1 AND table_name = %2)"_s);
    if (!children)
        return std::unexpected(children.error());
    if (children->isEmpty())
        return {};
    return refuse(tr("Foreign keys point at %1: %2. They would follow the old table when the tables change places, and until they are turned to the new one rows could be written "
                     "that have no parent.").arg(table(), children->join(u", "_s)),
                  tr("Drop them in a migration before and add them again in one after (SHOW CREATE TABLE has their text), which looks at all rows again. Or, if such a moment can be "
                     "borne, run pt-online-schema-change yourself with --alter-foreign-keys-method=rebuild_constraints, look for rows without a parent, and settle the migration "
                     "with “whimbrel resolve VERSION --applied”."));
}

/// The tool's triggers carry changes over with REPLACE, which deletes the row that was there: with its children, where the key says CASCADE.
Result<> TableCheck::selfReferences()
{
    const Result<QStringList> keys = list(u"SELECT DISTINCT constraint_name FROM information_schema.key_column_usage WHERE referenced_table_schema = %1 "
                                          "AND referenced_table_name = %2 AND table_schema = %1 AND table_name = %2"_s);
    if (!keys)
        return std::unexpected(keys.error());
    if (keys->isEmpty())
        return {};
    return refuse(tr("Foreign keys of %1 point at the table itself: %2. pt-online-schema-change replaces rows of the copy by deleting them first, which such a key refuses or answers "
                     "with deleting their children.").arg(table(), keys->join(u", "_s)),
                  tr("Drop them in a migration before and add them again in one after, or remove the comment."));
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
                                 .and_then([&] { return check.selfReferences(); })
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
