// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/catalog/catalog.h"
#include "test.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// What a catalog answers, and how time passes in it. Operations are made by hand; the servers' semantics are compared with
/// real servers in tst_simulation*.cpp.
class TstCatalog : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void copiesAreIndependent();
    void remembersOnlyWhatItWasToldOfAnUnknownTable();
    void aConnectedCatalogKnowsWhatDoesNotExist();
    void anUnreadableStatementEndsCompleteness();
    void tellsWhatIsNewAndWhatIsInvisible();
    void everyStatementOfMySqlIsItsOwnTransaction();
    void aRollbackUndoes();
    void aRollbackToASavepointUndoesWhatCameAfter();
    void settingsEndWithTheirTransactionOrMigration();
    void aLogBesideTheFileStays();
    void whatCannotBeReadMayBringBackWhatIsGone();
    void aTypedTableHasColumnsThatItDoesNotName();
    void knowsFunctionsWithoutASchema();
    void findsNamesAlongTheSearchPath();
    void notNullByAValidatedCheckOnly();
    void cannotBeMadeToRunInCircles();
    void columnsOfTheSameWordsAreEachTheirOwn();
    void aSchemaIsRenamedInTheSameOrderEachTime();
};

namespace {

Operation operation(Operation::Kind kind, const QString &relation)
{
    Operation made;
    made.kind = kind;
    const QStringList parts = relation.split(u'.');
    made.relation = {parts.size() > 1 ? parts.first() : QString(), parts.last()};
    return made;
}

ColumnDefinition column(const QString &name, const QString &type)
{
    ColumnDefinition definition;
    definition.name = name;
    definition.type.name.name = type;
    definition.type.text = type;
    return definition;
}

Operation createTable(const QString &name, const QStringList &columns = {u"id"_s})
{
    Operation made = operation(Operation::Kind::CreateTable, name);
    for (const QString &columnName : columns)
        made.columns.append(column(columnName, u"int4"_s));
    return made;
}

Operation setting(const QString &name, const QString &value, bool local = false)
{
    Operation made;
    made.kind = Operation::Kind::SetSetting;
    made.name = name;
    made.value = value;
    made.flags.setFlag(Operation::Flag::Local, local);
    return made;
}

Operation transaction(Operation::Kind kind, const QString &savepoint = {})
{
    Operation made;
    made.kind = kind;
    made.name = savepoint;
    return made;
}

} // namespace

void TstCatalog::copiesAreIndependent()
{
    Catalog catalog(Dialect::PostgreSql);
    catalog.apply(createTable(u"a"_s));
    const Catalog before = catalog;
    Operation add = operation(Operation::Kind::AddColumn, u"a"_s);
    add.columns.append(column(u"c"_s, u"text"_s));
    catalog.apply(add);
    catalog.apply(createTable(u"b"_s));
    QVERIFY(catalog.relation({{}, u"a"_s})->column(u"c"_s));
    QVERIFY(!before.relation({{}, u"a"_s})->column(u"c"_s));
    QVERIFY(!before.relation({{}, u"b"_s}));
    QCOMPARE(before.relations().size(), 1);
    QCOMPARE(catalog.relations().size(), 2);
}

void TstCatalog::remembersOnlyWhatItWasToldOfAnUnknownTable()
{
    Catalog catalog(Dialect::PostgreSql);
    catalog.beginMigration();
    Operation setNotNull = operation(Operation::Kind::SetNotNull, u"old"_s);
    setNotNull.name = u"c"_s;
    catalog.apply(setNotNull);
    const CatalogRelation *old = catalog.relation({{}, u"old"_s});
    QVERIFY(old && !old->isComplete && !catalog.isNew(old->made));
    QCOMPARE(catalog.isNotNull(*old, u"c"_s), Answer::Yes);
    QCOMPARE(catalog.isNotNull(*old, u"other"_s), Answer::Depends);
    QCOMPARE(catalog.isUnique(*old, {u"c"_s}), Answer::Depends);
    QVERIFY(old->column(u"c"_s)->type.isEmpty());
}

void TstCatalog::aConnectedCatalogKnowsWhatDoesNotExist()
{
    Catalog catalog(Dialect::PostgreSql, Catalog::Origin::Connected);
    QVERIFY(catalog.isComplete());
    Operation setNotNull = operation(Operation::Kind::SetNotNull, u"missing"_s);
    setNotNull.name = u"c"_s;
    catalog.apply(setNotNull);
    QVERIFY(!catalog.relation({{}, u"missing"_s}));
}

void TstCatalog::anUnreadableStatementEndsCompleteness()
{
    Catalog catalog(Dialect::PostgreSql, Catalog::Origin::Connected);
    Operation block = operation(Operation::Kind::DoBlock, {});
    block.body = {createTable(u"a"_s), operation(Operation::Kind::Opaque, {})};
    catalog.apply(block);
    QVERIFY(catalog.relation({{}, u"a"_s}));
    QVERIFY(!catalog.isComplete());
}

void TstCatalog::tellsWhatIsNewAndWhatIsInvisible()
{
    Catalog catalog(Dialect::PostgreSql);
    catalog.apply(createTable(u"old"_s));
    catalog.beginMigration();
    catalog.apply(createTable(u"a"_s));
    const auto made = [&](const QString &name) { return catalog.relation({{}, name})->made; };
    QVERIFY(!catalog.isNew(made(u"old"_s)));
    QVERIFY(!catalog.isInvisible(made(u"old"_s)));
    QVERIFY(catalog.isNew(made(u"a"_s)));
    QVERIFY(catalog.isInvisible(made(u"a"_s)));
    catalog.beginTransaction();
    QVERIFY(catalog.isNew(made(u"a"_s)));
    QVERIFY(!catalog.isInvisible(made(u"a"_s)));
    catalog.beginMigration();
    QVERIFY(!catalog.isNew(made(u"a"_s)));
}

void TstCatalog::everyStatementOfMySqlIsItsOwnTransaction()
{
    Catalog catalog(Dialect::MariaDb);
    catalog.beginMigration();
    catalog.apply(transaction(Operation::Kind::Begin));
    catalog.apply(createTable(u"a"_s));
    QVERIFY(!catalog.isInvisible(catalog.relation({{}, u"a"_s})->made));
    catalog.apply(transaction(Operation::Kind::Rollback));
    QVERIFY(catalog.relation({{}, u"a"_s}));
}

void TstCatalog::aRollbackUndoes()
{
    Catalog catalog(Dialect::PostgreSql);
    catalog.beginMigration();
    catalog.apply(createTable(u"kept"_s));
    catalog.apply(transaction(Operation::Kind::Begin));
    catalog.apply(createTable(u"undone"_s));
    catalog.apply(setting(u"lock_timeout"_s, u"2s"_s));
    const Moment inside = catalog.now();
    catalog.apply(transaction(Operation::Kind::Rollback));
    QVERIFY(catalog.relation({{}, u"kept"_s}));
    QVERIFY(!catalog.relation({{}, u"undone"_s}));
    QCOMPARE(catalog.setting(u"lock_timeout"_s), QString());
    QVERIFY(catalog.now().transaction > inside.transaction);

    catalog.apply(transaction(Operation::Kind::Begin));
    catalog.apply(createTable(u"committed"_s));
    catalog.apply(transaction(Operation::Kind::Commit));
    catalog.apply(transaction(Operation::Kind::Rollback)); // of nothing
    QVERIFY(catalog.relation({{}, u"committed"_s}));
}

void TstCatalog::aRollbackToASavepointUndoesWhatCameAfter()
{
    Catalog catalog(Dialect::PostgreSql);
    catalog.apply(transaction(Operation::Kind::Begin));
    catalog.apply(createTable(u"a"_s));
    catalog.apply(transaction(Operation::Kind::Savepoint, u"s"_s));
    for (int round = 0; round < 2; ++round) {
        catalog.apply(createTable(u"b"_s));
        catalog.apply(transaction(Operation::Kind::RollbackToSavepoint, u"s"_s));
        QVERIFY(catalog.relation({{}, u"a"_s}));
        QVERIFY(!catalog.relation({{}, u"b"_s}));
    }
    catalog.apply(transaction(Operation::Kind::Rollback));
    QVERIFY(!catalog.relation({{}, u"a"_s}));
}

void TstCatalog::settingsEndWithTheirTransactionOrMigration()
{
    Catalog catalog(Dialect::PostgreSql);
    catalog.beginMigration();
    catalog.apply(setting(u"lock_timeout"_s, u"1s"_s));
    catalog.apply(setting(u"lock_timeout"_s, u"5s"_s, true));
    catalog.apply(setting(u"search_path"_s, u"app, \"Odd One\""_s, true));
    QCOMPARE(catalog.setting(u"lock_timeout"_s), u"5s"_s);
    QCOMPARE(catalog.searchPath(), (QStringList{u"app"_s, u"Odd One"_s}));
    catalog.beginTransaction();
    QCOMPARE(catalog.setting(u"lock_timeout"_s), u"1s"_s);
    QCOMPARE(catalog.searchPath(), QStringList{u"public"_s});
    catalog.beginMigration();
    QCOMPARE(catalog.setting(u"lock_timeout"_s), QString());
}

/// SQLite keeps WAL, and no other mode, in the file itself.
void TstCatalog::aLogBesideTheFileStays()
{
    Catalog catalog(Dialect::SQLite);
    catalog.beginMigration();
    catalog.apply(setting(u"foreign_keys"_s, u"on"_s));
    catalog.apply(setting(u"journal_mode"_s, u"WAL"_s));
    catalog.beginMigration();
    QCOMPARE(catalog.setting(u"journal_mode"_s), u"WAL"_s);
    QCOMPARE(catalog.setting(u"foreign_keys"_s), QString());
    catalog.apply(setting(u"journal_mode"_s, u"truncate"_s));
    catalog.beginMigration();
    QCOMPARE(catalog.setting(u"journal_mode"_s), QString());

    Catalog server(Dialect::MariaDb);
    server.apply(setting(u"journal_mode"_s, u"wal"_s)); // nothing of the kind
    server.beginMigration();
    QCOMPARE(server.setting(u"journal_mode"_s), QString());
}

void TstCatalog::whatCannotBeReadMayBringBackWhatIsGone()
{
    Catalog catalog(Dialect::SQLite);
    catalog.apply(createTable(u"t"_s));
    Operation drop = operation(Operation::Kind::DropObject, u"t"_s);
    catalog.apply(drop);
    QVERIFY(catalog.isGone({{}, u"t"_s}));
    catalog.apply(operation(Operation::Kind::Unknown, u"t"_s));
    QVERIFY(!catalog.isGone({{}, u"t"_s}));
}

void TstCatalog::aTypedTableHasColumnsThatItDoesNotName()
{
    Catalog catalog(Dialect::PostgreSql);
    Operation typed = operation(Operation::Kind::CreateTable, u"t"_s);
    typed.value = u"OF"_s;
    typed.other = {{}, u"shape"_s};
    catalog.apply(typed);
    QVERIFY(catalog.relation({{}, u"t"_s}) && !catalog.relation({{}, u"t"_s})->isComplete);
}

void TstCatalog::knowsFunctionsWithoutASchema()
{
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MariaDb, Dialect::SQLite}) {
        Catalog catalog(dialect);
        QVERIFY(!catalog.function({{}, u"f"_s}));
        catalog.apply(operation(Operation::Kind::CreateFunction, u"f"_s));
        QVERIFY(catalog.function({{}, u"f"_s}));
    }
}

void TstCatalog::findsNamesAlongTheSearchPath()
{
    Catalog catalog(Dialect::PostgreSql);
    catalog.apply(createTable(u"app.t"_s));
    QVERIFY(!catalog.relation({{}, u"t"_s}));
    QCOMPARE(catalog.resolved({{}, u"t"_s}).toString(), u"public.t"_s);
    catalog.apply(setting(u"search_path"_s, u"'app', public"_s));
    QCOMPARE(catalog.resolved({{}, u"t"_s}).toString(), u"app.t"_s);
    Operation temporary = createTable(u"t"_s);
    temporary.flags.setFlag(Operation::Flag::Temporary);
    catalog.apply(temporary);
    QCOMPARE(catalog.resolved({{}, u"t"_s}).toString(), u"pg_temp.t"_s);
    catalog.beginMigration();
    QVERIFY(!catalog.relation({u"pg_temp"_s, u"t"_s}));
}

void TstCatalog::notNullByAValidatedCheckOnly()
{
    Catalog catalog(Dialect::PostgreSql);
    catalog.apply(createTable(u"t"_s, {u"c"_s}));
    Operation add = operation(Operation::Kind::AddConstraint, u"t"_s);
    ConstraintDefinition check;
    check.expression.text = u"c IS NOT NULL"_s;
    check.expression.columns = check.expression.provesNotNull = {u"c"_s};
    check.notValid = true;
    add.constraints = {check};
    catalog.apply(add);
    const auto answer = [&](bool *byConstraint) {
        return catalog.isNotNull(*catalog.relation({{}, u"t"_s}), u"c"_s, byConstraint);
    };
    bool byConstraint = true;
    QCOMPARE(answer(&byConstraint), Answer::No);
    QVERIFY(!byConstraint);
    Operation validate = operation(Operation::Kind::ValidateConstraint, u"t"_s);
    validate.name = u"t_c_check"_s;
    catalog.apply(validate);
    QCOMPARE(answer(&byConstraint), Answer::Yes);
    QVERIFY(byConstraint);
}

/// Migration text is not trusted: no server would take these, but somebody may open them.
void TstCatalog::cannotBeMadeToRunInCircles()
{
    Catalog catalog(Dialect::PostgreSql);
    catalog.apply(createTable(u"a"_s));
    for (const auto &[child, parent] : {std::pair{u"b"_s, u"a"_s}, {u"a"_s, u"b"_s}, {u"a"_s, u"a"_s}}) {
        Operation inherit = operation(Operation::Kind::Inherit, child);
        inherit.other = {{}, parent};
        catalog.apply(inherit);
    }
    QCOMPARE(catalog.partitionsOf({{}, u"a"_s}).size(), 1);
    QCOMPARE(catalog.partitionsOf({{}, u"b"_s}).size(), 0);

    for (int level = 0; level < 20000; ++level) {
        Operation table = createTable(u"deep%1"_s.arg(level + 1));
        table.parents = {{{}, u"deep%1"_s.arg(level)}};
        table.bound.kind = PartitionBound::Kind::Default;
        catalog.apply(table);
    }
    Operation index = operation(Operation::Kind::CreateIndex, u"deep1"_s);
    index.indexes.resize(1);
    catalog.apply(index);
    Operation drop = operation(Operation::Kind::DropObject, u"deep0"_s);
    catalog.apply(drop);
    QVERIFY(!catalog.relation({{}, u"deep1"_s}));
}

void TstCatalog::columnsOfTheSameWordsAreEachTheirOwn()
{
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MySql, Dialect::SQLite}) {
        Catalog catalog(dialect, Catalog::Origin::Replayed);
        Operation table = createTable(u"t"_s, {u"a"_s, u"b"_s});
        for (ColumnDefinition &definition : table.columns)
            definition.text = definition.name + u" int4"_s;
        catalog.apply(table);
        Operation change = operation(Operation::Kind::AlterColumnType, u"t"_s);
        change.name = u"a"_s;
        change.columns = {column(u"a"_s, u"int8"_s)};
        catalog.apply(change);

        const CatalogRelation *relation = catalog.relation({{}, u"t"_s});
        QVERIFY(relation && relation->column(u"a"_s) && relation->column(u"b"_s));
        QCOMPARE(relation->column(u"a"_s)->definition->type.name.name, u"int8"_s);
        QCOMPARE(relation->column(u"b"_s)->definition->type.name.name, u"int4"_s);
        if (dialect == Dialect::SQLite) // builds the table again from it
            QCOMPARE(relation->column(u"b"_s)->definition->text, u"b int4"_s);
    }
}

/// Or which of several dependants is told of would change from run to run.
void TstCatalog::aSchemaIsRenamedInTheSameOrderEachTime()
{
    Catalog catalog(Dialect::PostgreSql, Catalog::Origin::Replayed);
    catalog.apply(createTable(u"s.t"_s));
    for (int i = 0; i < 20; ++i) {
        Operation view = operation(Operation::Kind::CreateView, u"s.v%1"_s.arg(i, 2, 10, QChar(u'0')));
        view.objectType = ObjectType::View;
        view.reads = {{u"s"_s, u"t"_s}};
        catalog.apply(view);
    }
    Operation rename = operation(Operation::Kind::RenameObject, u"s"_s);
    rename.objectType = ObjectType::Schema;
    rename.newName = u"r"_s;
    catalog.apply(rename);

    QStringList names;
    for (const CatalogRelation *view : catalog.viewsOn({u"r"_s, u"t"_s}))
        names << view->name.name;
    QCOMPARE(names.size(), 20);
    QVERIFY(std::ranges::is_sorted(names));
}

WHIMBREL_TEST(TstCatalog)
#include "tst_catalog.moc"
