// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/actions.h"
#include "mainwindow/commandpalette.h"
#include "mainwindow/mainwindow.h"
#include "shellfixture.h"
#include "test.h"
#include "workbench/workbench.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstActions : public Whimbrel::Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Whimbrel::Test::freshStart(); }

    void scoresPreferWords()
    {
        QCOMPARE(fuzzyScore(u"xyz", u"Open folder"), -1);
        QCOMPARE(fuzzyScore(u"", u"Open folder"), 0);
        QVERIFY(fuzzyScore(u"of", u"Open folder") > fuzzyScore(u"of", u"loft"));
        QVERIFY(fuzzyScore(u"roll", u"Run: Roll back") > fuzzyScore(u"roll", u"Run: read older lines later"));
    }

    void noShortcutTwice()
    {
        auto secrets = std::make_shared<Whimbrel::Test::NoSecrets>();
        Workbench workbench(secrets);
        MainWindow window(workbench);
        QHash<QString, QString> owners;
        QSet<const QAction *> seen;
        const QList<QAction *> actions = window.findChildren<QAction *>() + window.actionRegistry().actions();
        for (const QAction *action : actions) {
            if (seen.contains(action) || action->shortcutContext() == Qt::WidgetShortcut
                || action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
                continue;
            seen.insert(action);
            for (const QKeySequence &key : action->shortcuts()) {
                const QString name = key.toString();
                QVERIFY2(!owners.contains(name), qPrintable(u"%1: %2 and %3"_s.arg(name, owners.value(name), action->text())));
                owners.insert(name, action->text());
            }
        }
        QVERIFY(owners.contains(u"Ctrl+Shift+P"_s));
        QVERIFY(owners.contains(u"Ctrl+Shift+Return"_s));
    }

    void mnemonicsAreDistinctInEachMenu()
    {
        auto secrets = std::make_shared<Whimbrel::Test::NoSecrets>();
        Workbench workbench(secrets);
        MainWindow window(workbench);
        const auto *bar = window.menuWidget()->findChild<QMenuBar *>();
        QVERIFY(bar);
        QHash<QChar, QString> titles;
        for (const QAction *menu : bar->actions()) {
            QVERIFY2(menu->menu() && !menu->menu()->isEmpty(), qPrintable(menu->text()));
            const QKeySequence key = QKeySequence::mnemonic(menu->text());
            QVERIFY2(!titles.contains(key.toString().back()), qPrintable(menu->text()));
            titles.insert(key.toString().back(), menu->text());
        }
    }

    void everyActionIsInThePalette()
    {
        ActionRegistry registry;
        QAction *hello = registry.add(MenuId::Run, u"a"_s, u"&Hello…"_s);
        registry.add(MenuId::View, u"b"_s, u"World"_s, {}, QKeySequence(u"Ctrl+W"_s));
        registry.add(MenuId::View, u"c"_s, u"Disabled"_s)->setEnabled(false);
        registry.addSeparator(MenuId::View);
        PaletteModel model(registry);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), u"Run: Hello"_s);
        QCOMPARE(model.index(1).data(PaletteModel::ShortcutRole).toString(), u"Ctrl+W"_s);
        model.setPattern(u"rld"_s);
        QCOMPARE(model.rowCount(), 1);
        model.setPattern(u"hel"_s);
        QCOMPARE(model.actionAt(model.index(0)), hello);
    }

    void paletteTriggersByKeyboard()
    {
        auto secrets = std::make_shared<Whimbrel::Test::NoSecrets>();
        Workbench workbench(secrets);
        MainWindow window(workbench);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QSignalSpy about(window.actionRegistry().action(u"help-about"_s), &QAction::triggered);
        window.actionRegistry().action(u"view-commands"_s)->trigger();
        auto *palette = window.findChild<CommandPalette *>();
        QVERIFY(palette);
        QTest::keyClicks(palette->findChild<QLineEdit *>(), u"about"_s);
        Whimbrel::Test::picture(*palette, u"palette"_s);
        QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(about.count(), 1);
    }

    /// A selection is pale then, and white on it is not seen.
    void iconsFollowTheirWindowsColours()
    {
        auto secrets = std::make_shared<Whimbrel::Test::NoSecrets>();
        Workbench workbench(secrets);
        MainWindow window(workbench);
        QWidget other;
        CommandPalette palette(window.actionRegistry(), nullptr);
        palette.setAttribute(Qt::WA_DeleteOnClose, false);
        const auto *list = palette.findChild<QListView *>();
        const auto shown = [&](QPalette::ColorGroup group) {
            const QColor color = palette.palette().color(group, QPalette::HighlightedText);
            const QRect row = list->visualRect(list->currentIndex());
            const QImage icon = list->viewport()->grab({row.topLeft(), QSize(row.height(), row.height())}).toImage();
            for (int y = 0; y < icon.height(); ++y) {
                for (int x = 0; x < icon.width(); ++x) {
                    if (icon.pixelColor(x, y) == color)
                        return true;
                }
            }
            return false;
        };
        QVERIFY(palette.palette().color(QPalette::Active, QPalette::HighlightedText) != palette.palette().color(QPalette::Inactive, QPalette::HighlightedText));
        palette.show();
        palette.activateWindow();
        QTRY_VERIFY(palette.isActiveWindow());
        palette.findChild<QLineEdit *>()->setText(u"about"_s);
        QVERIFY(shown(QPalette::Active));
        other.show();
        other.activateWindow();
        QTRY_VERIFY(!palette.isActiveWindow());
        QVERIFY(shown(QPalette::Inactive));
    }
};

WHIMBREL_TEST(TstActions)

#include "tst_actions.moc"
