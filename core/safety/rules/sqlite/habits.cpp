// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"
#include "sql/lexer.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool writes(const StatementImpact &impact)
{
    return std::ranges::any_of(impact.relations, [](const Impact &part) {
        return part.role == Impact::Role::Database && part.blocksWrites();
    });
}

bool readsTables(const Operation &operation)
{
    return operation.kind == Kind::Select && !operation.relation.isEmpty();
}

/// A transaction that the script begins without asking for the write lock, and in which it reads before its first write.
bool isReaderTurnedWriter(const RuleContext &context)
{
    bool hasRead = false;
    for (int i = context.index - 1; i >= 0; --i) {
        const StatementAnalysis &earlier = context.script.statements.at(i);
        for (const Operation &operation : earlier.reading.operations) {
            if (operation.kind == Kind::Begin)
                return hasRead && operation.value != "IMMEDIATE"_L1 && operation.value != "EXCLUSIVE"_L1;
            if (operation.kind == Kind::Commit || operation.kind == Kind::Rollback)
                return false;
            hasRead = hasRead || readsTables(operation);
        }
        if (writes(earlier.impact))
            return false;
    }
    return false;
}

/// The first table of which all rows are read or written, and which is known to have many.
const Impact *longWork(const RuleContext &context)
{
    const auto found = std::ranges::find_if(context.impact().relations, [&context](const Impact &part) {
        const bool isWork = part.scan == Answer::Yes || part.rewrite == Answer::Yes;
        const CatalogRelation *table = isWork ? context.before.relation(part.relation) : nullptr;
        return table && !part.isNew && !part.invisible && table->statistics
            && table->statistics->rows >= context.settings.smallTableRows;
    });
    return found == context.impact().relations.cend() ? nullptr : &*found;
}

void checkWholeDatabase(RuleContext &context)
{
    if (!writes(context.impact()))
        return;
    if (isReaderTurnedWriter(context)) {
        context.report(tr("This transaction began as a reader: if another process has written meanwhile, or writes now, this write fails at "
                          "once, however long the busy timeout is."));
    } else if (const Impact *work = longWork(context)) {
        const CatalogRelation *table = context.before.relation(work->relation);
        context.report(tr("While this goes through about %1 rows of “%2”, no other process can write anything to the database.")
                           .arg(QLocale().toString(table->statistics->rows), shown(context, work->relation)));
    }
}

/// Names in double quotes that stand in the text.
QStringList doubleQuoted(QStringView text)
{
    QStringList names;
    if (!text.contains(u'"'))
        return names;
    Lexer lexer(text, Dialect::SQLite);
    for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant()) {
        const bool isQuoted = token.kind == TokenKind::QuotedName && token.text.startsWith(u'"') && token.closed;
        if (isQuoted)
            names.append(token.text.sliced(1).chopped(1).toString().replace(u"\"\""_s, u"\""_s));
    }
    return names;
}

/// A column of one of the relations, or one of them, or something in a relation that is not known.
bool mayBeName(const RuleContext &context, const QString &word, const QList<ObjectName> &relations)
{
    return std::ranges::any_of(relations, [&](const ObjectName &name) {
        const CatalogRelation *relation = context.after.relation(name);
        if (!relation)
            relation = context.before.relation(name);
        return !relation || !relation->isComplete || relation->type != ObjectType::Table || relation->column(word)
            || name.name.compare(word, Qt::CaseInsensitive) == 0;
    });
}

void reportWords(RuleContext &context, const Operation &operation, QStringView text, const QList<ObjectName> &relations)
{
    static const QStringList hidden{u"rowid"_s, u"oid"_s, u"_rowid_"_s};
    for (const QString &word : doubleQuoted(text)) {
        if (!hidden.contains(word.toLower()) && !mayBeName(context, word, relations))
            context.report(tr("There is no column “%1”, so SQLite takes it for the text '%1'.").arg(word), &operation);
    }
}

void checkRow(RuleContext &context, const Operation &insert)
{
    const QString &text = context.statement().statement.text;
    static constexpr auto values = "VALUES"_L1;
    const qsizetype at = text.contains(u'"') ? text.indexOf(values, 0, Qt::CaseInsensitive) : -1;
    if (at < 0 || !insert.reads.isEmpty() || text.indexOf("ON CONFLICT"_L1, at, Qt::CaseInsensitive) >= 0
        || text.indexOf("RETURNING"_L1, at, Qt::CaseInsensitive) >= 0 || !doubleQuoted(QStringView(text).first(at)).isEmpty()) {
        return;
    }
    reportWords(context, insert, QStringView(text).sliced(at), {});
}

void checkQuotes(RuleContext &context)
{
    for (const Operation &operation : context.operations()) {
        switch (operation.kind) {
        case Kind::Insert:
            if (operation.has(Flag::SingleRow))
                checkRow(context, operation);
            break;
        case Kind::Update:
        case Kind::Delete:
        case Kind::Select:
            // What a subquery looks at is not told apart from what stands outside of it.
            if (operation.expression.relations.isEmpty() && !operation.relation.isEmpty())
                reportWords(context, operation, operation.expression.text, QList<ObjectName>{operation.relation} + operation.reads);
            break;
        case Kind::AddColumn:
        case Kind::CreateTable:
            for (const ColumnDefinition &column : operation.columns)
                reportWords(context, operation, column.defaultValue.text, {});
            break;
        default:
            break;
        }
    }
}

constexpr char loaded[] = "CREATE TABLE t (id INTEGER PRIMARY KEY, kind TEXT)";
constexpr Rule::Category category = Rule::Category::SQLite;

constexpr Rule rules[] = {
    {.id = "sqlite-whole-database-lock", .category = category, .severity = Severity::Warning, .dialects = Rule::SQLite,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A database of SQLite has one writer at a time. A transaction that has read cannot become the writer when another one "
                                          "has written since: it fails with SQLITE_BUSY without waiting, because waiting could not help."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "BEGIN IMMEDIATE takes the write lock first and waits for it as long as PRAGMA busy_timeout says. Long work goes in "
                                          "batches, or when nobody writes; in WAL mode readers go on meanwhile."),
     .bad = "BEGIN; SELECT count(*) FROM t; UPDATE t SET kind = 'x' WHERE id = 1; COMMIT",
     .good = "PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE; SELECT count(*) FROM t; UPDATE t SET kind = 'x' WHERE id = 1; COMMIT",
     .equivalents = "", .check = checkWholeDatabase, .setup = loaded},
    {.id = "sqlite-double-quoted-literal", .category = category, .severity = Severity::Info, .dialects = Rule::SQLite,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Double quotes are for names. Where no column has the name, SQLite takes it for a text without a word, unless it was "
                                          "built not to; a column of that name, added later, changes what the statement means."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Write texts in single quotes."),
     .bad = "UPDATE t SET kind = 'y' WHERE kind = \"x\" AND id > 0", .good = "UPDATE t SET kind = 'y' WHERE \"kind\" = 'x' AND id > 0",
     .equivalents = "", .check = checkQuotes, .setup = loaded, .statements = Rule::Statements::All},
};

} // namespace

RuleTable sqliteHabitRules()
{
    return rules;
}

} // namespace Whimbrel
