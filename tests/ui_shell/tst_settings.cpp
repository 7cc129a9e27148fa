// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/actions.h"
#include "mainwindow/mainwindow.h"
#include "settings/personalenvironments.h"
#include "settings/preferencesdialog.h"
#include "settings/settings.h"
#include "settings/theme.h"
#include "shellfixture.h"
#include "test.h"
#include "workbench/workbench.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstSettings : public Whimbrel::Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Whimbrel::Test::TestCase::init();
        Whimbrel::Test::freshStart();
    }

    void defaultsAreNotWritten()
    {
        QCOMPARE(Settings::theme.value(), u"system"_s);
        Settings::theme.setValue(u"dark"_s);
        QCOMPARE(Settings::theme.value(), u"dark"_s);
        Settings::theme.setValue(u"system"_s);
        QVERIFY(!openSettings()->contains(Settings::theme.key()));
    }

    void personalEnvironmentsBelongToAProject()
    {
        Environment mine;
        mine.name = u"mine"_s;
        mine.url = u"postgresql://anna@db/shop"_s;
        mine.isProtected = true;
        mine.searchPath = u"shop, public"_s;
        savePersonalEnvironment(u"/a"_s, mine);
        mine.personal = true;
        QCOMPARE(personalEnvironments(u"/a"_s), QList<Environment>{mine});
        QVERIFY(personalEnvironments(u"/b"_s).isEmpty());
        mine.color = u"red"_s;
        savePersonalEnvironment(u"/a"_s, mine);
        QCOMPARE(personalEnvironments(u"/a"_s), QList<Environment>{mine});
        removePersonalEnvironment(u"/a"_s, u"mine"_s);
        QVERIFY(personalEnvironments(u"/a"_s).isEmpty());
    }

    void sameDatabaseAsAProtectedOneIsProtected()
    {
        const Whimbrel::Test::SmallProject files;
        const Result<MigrationProject> project = MigrationProject::open(QDir(files.folder()));
        QVERIFY(project.has_value());
        Environment mine;
        mine.name = u"mine"_s;
        mine.url = u"sqlite:production.db"_s;
        const Result<Target> target = targetOf(*project, mine);
        QVERIFY(target.has_value());
        QVERIFY(target->isProtected);
        mine.url = u"sqlite:shop.db"_s;
        QVERIFY(!targetOf(*project, mine)->isProtected);
        mine.url = u"nonsense"_s;
        QCOMPARE(targetOf(*project, mine).error().kind, ErrorKind::Usage);
    }

    void themesSwitchAtOnce()
    {
        applyTheme(u"dark"_s);
        QVERIFY(isDarkTheme());
        const QColor darkText = QApplication::palette().color(QPalette::WindowText);
        const QColor darkPositive = roleColor(ColorRole::Positive);
        applyTheme(u"light"_s);
        QVERIFY(!isDarkTheme());
        QVERIFY(QApplication::palette().color(QPalette::WindowText).lightness() < darkText.lightness());
        QVERIFY(darkPositive.isValid());
    }

    void boxesAreSeenInBothThemes()
    {
        for (const QString &theme : {u"dark"_s, u"light"_s}) {
            applyTheme(theme);
            QCheckBox box;
            QRadioButton button;
            for (QAbstractButton *one : {static_cast<QAbstractButton *>(&box), static_cast<QAbstractButton *>(&button)}) {
                one->resize(one->sizeHint());
                const QImage image = one->grab().toImage();
                const int behind = one->palette().color(QPalette::Window).lightness();
                int contrast = 0;
                for (int x = 0; x < image.width(); ++x)
                    contrast = std::max(contrast, std::abs(image.pixelColor(x, image.height() / 2).lightness() - behind));
                QVERIFY2(contrast > 45, qPrintable(u"%1, %2: %3"_s.arg(theme, QLatin1StringView(one->metaObject()->className())).arg(contrast)));
            }
        }
        applyTheme(u"light"_s);
    }

    void iconsFollowTheTheme()
    {
        const auto lightest = [] {
            const QImage image = QIcon::fromTheme(u"media-playback-start"_s).pixmap(22).toImage();
            int lightness = -1;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() > 250)
                        lightness = std::max(lightness, image.pixelColor(x, y).lightness());
                }
            }
            return lightness;
        };
        applyTheme(u"light"_s);
        QCOMPARE_LT(lightest(), 100);
        QCOMPARE_GE(lightest(), 0);
        applyTheme(u"dark"_s);
        QCOMPARE_GT(lightest(), 200);
        applyTheme(u"light"_s);
        QVERIFY(!QIcon::fromTheme(u"folder-of-no-such-kind"_s).isNull());
        QVERIFY(QIcon::fromTheme(u"nonsense"_s).isNull());
    }

    void everyIconOfTheWindowExists()
    {
        Workbench workbench(std::make_shared<Whimbrel::Test::NoSecrets>());
        MainWindow window(workbench);
        const QList<QAction *> actions = window.actionRegistry().actions();
        for (const QAction *action : actions)
            QVERIFY2(action->icon().name().isEmpty() || !action->icon().pixmap(22).isNull(), qPrintable(action->icon().name()));
    }

    void textIsReadableOnEveryColor()
    {
        QCOMPARE(textOn(QColor(Qt::white)), QColor(Qt::black));
        QCOMPARE(textOn(QColor(Qt::darkBlue)), QColor(Qt::white));
        QCOMPARE(textOn(environmentColor(u"red"_s)), QColor(Qt::black));
        QVERIFY(!environmentColor(u"no such colour"_s).isValid());
    }

    void preferencesTakeEffectAtOnce()
    {
        PreferencesDialog dialog{RunGuards()};
        dialog.show();
        auto *theme = dialog.findChild<QComboBox *>(Settings::theme.key());
        theme->setCurrentIndex(theme->findData(u"dark"_s));
        QVERIFY(isDarkTheme());
        QCOMPARE(Settings::theme.value(), u"dark"_s);
        Whimbrel::Test::picture(dialog, u"preferences"_s);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    }
};

WHIMBREL_TEST(TstSettings)

#include "tst_settings.moc"
