// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/impactmodel.h"
#include "safety/impactview.h"
#include "safety/project/projectanalysis.h"
#include "shellfixture.h"
#include "test.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

ScriptAnalysis analysed(const QString &sql)
{
    return analyseText(sql, u"x.sql"_s, {.dialect = Dialect::PostgreSql, .version = {17, 0, 0}}).up.value();
}

/// The model as lines of cells: "users | ACCESS EXCLUSIVE | = |".
QStringList drawn(const ImpactModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells{model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString()};
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            if (!index.data(ImpactModel::ReachRole).isValid())
                cells.append(u"."_s);
            else
                cells.append((index.data(ImpactModel::BeginsRole).toBool() ? index.data().toString() : u"="_s)
                             + (index.data(ImpactModel::WorkRole).toBool() ? u" works"_s : QString()));
        }
        lines.append(cells.join(u" | "_s));
    }
    return lines;
}

} // namespace

class TstImpactModel : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void locksLastUntilTheTransactionEnds()
    {
        ImpactModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setScript(analysed(u"BEGIN;\n\nALTER TABLE users ADD x int; ALTER TABLE orders ADD y int; COMMIT; CREATE INDEX i ON users (x);"_s),
                        Dialect::PostgreSql);
        QCOMPARE(drawn(model), (QStringList{u"users | ACCESS EXCLUSIVE | = | SHARE works"_s, u"orders | . | ACCESS EXCLUSIVE | ."_s}));
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toInt(), 3); // the line
        QVERIFY(model.index(0, 1).data(Qt::ToolTipRole).toString().contains(u"Still held"_s));
        QCOMPARE(model.summary().first(), u"users: ACCESS EXCLUSIVE from line 3 on, reads and writes wait"_s);
    }

    void newTablesAreNobodys()
    {
        ImpactModel model;
        model.setScript(analysed(u"CREATE TABLE n (id int); CREATE INDEX i ON n (id);"_s), Dialect::PostgreSql);
        QCOMPARE(model.rowCount(), 0);
    }

    void pictures()
    {
        Test::freshStart();
        ImpactView view;
        view.resize(900, 360);
        view.setScript(analysed(u"BEGIN;\nALTER TABLE customers ADD COLUMN vat_number text;\nALTER TABLE orders ADD CONSTRAINT paid CHECK (paid_at > ordered_at);\n"
                                "ALTER TABLE order_items ADD FOREIGN KEY (order_id) REFERENCES orders;\nCOMMIT;\n"
                                "CREATE INDEX CONCURRENTLY by_vat ON customers (vat_number);\n"_s), Dialect::PostgreSql);
        view.show();
        Test::picture(view, u"impact"_s);
        view.setScript({}, Dialect::PostgreSql);
        Test::picture(view, u"impact-empty"_s);
    }
};

WHIMBREL_TEST(TstImpactModel)
#include "tst_impactmodel.moc"
