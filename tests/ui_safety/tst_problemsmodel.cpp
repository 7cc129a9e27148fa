// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/problemsmodel.h"
#include "test.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

QList<Problem> problems(const QStringList &messages)
{
    QList<Problem> list;
    for (const QString &message : messages)
        list.append({.severity = Severity::Warning, .message = message, .detail = message, .rule = u"r"_s, .place = {u"x.sql"_s, 1, 1}});
    return list;
}

} // namespace

class TstProblemsModel : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatChangesMoves()
    {
        ProblemsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setProblems(problems({u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        const QPersistentModelIndex first = model.index(0, 0);
        const QPersistentModelIndex last = model.index(3, 0);
        model.setProblems(problems({u"a"_s, u"x"_s, u"y"_s, u"z"_s, u"d"_s}));
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(first.isValid());
        QCOMPARE(last.row(), 4);
        QCOMPARE(last.data().toString(), u"d"_s);
        model.setProblems(problems({u"a"_s, u"d"_s}));
        QCOMPARE(last.row(), 1);
        model.setProblems({});
        QCOMPARE(model.rowCount(), 0);
        model.setProblems(problems({u"same"_s, u"same"_s}));
        model.setProblems(problems({u"same"_s}));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(reset.count(), 0);
    }

    void textOfFilesIsNotMarkup()
    {
        ProblemsModel model;
        model.setProblems(problems({u"<img src=x>"_s}));
        QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    }
};

WHIMBREL_TEST(TstProblemsModel)
#include "tst_problemsmodel.moc"
