// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/configuration/projectconfiguration.h"
#include "settings/preferencesdialog.h"
#include "settings/rulesmodel.h"
#include "settings/rulespage.h"
#include "settings/settings.h"
#include "shellfixture.h"
#include "test.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstRulesModel : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        Test::freshStart();
    }

    void switchesAreRemembered()
    {
        RulesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), int(allRules().size()));
        const auto indexOf = [&](const QString &id) { return model.match(model.index(0, 0), Qt::DisplayRole, id, 1, Qt::MatchExactly).value(0); };
        const QModelIndex on = indexOf(u"column-drop-breaks-code"_s);
        const QModelIndex off = indexOf(u"varchar-n"_s);
        QCOMPARE(on.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
        QCOMPARE(off.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
        QVERIFY(model.setData(on, Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(model.setData(off, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(Settings::disabledRules.value(), QStringList{u"column-drop-breaks-code"_s});
        QCOMPARE(Settings::enabledRules.value(), QStringList{u"varchar-n"_s});
        QVERIFY(model.setData(on, Qt::Checked, Qt::CheckStateRole));
        QVERIFY(model.setData(off, Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(Settings::disabledRules.value().isEmpty());
        QVERIFY(Settings::enabledRules.value().isEmpty());
    }

    void otherToolsNamesAreFound()
    {
        RulesPage page;
        page.findChild<QLineEdit *>()->setText(u"ban-drop-column"_s);
        const QAbstractItemModel *model = page.findChild<QTreeView *>(u"rulesView"_s)->model();
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(model->index(0, 0).data().toString(), u"column-drop-breaks-code"_s);
    }

    void pictures()
    {
        PreferencesDialog dialog{RunGuards()};
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.findChild<QTabWidget *>()->setCurrentIndex(1);
        dialog.show();
        Test::picture(dialog, u"preferences-rules"_s);
    }
};

WHIMBREL_TEST(TstRulesModel)
#include "tst_rulesmodel.moc"
