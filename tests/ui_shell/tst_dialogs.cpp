// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/connectiondialog.h"
#include "connection/connectionform.h"
#include "connection/environmentremoval.h"
#include "dialogs/newmigrationdialog.h"
#include "dialogs/newprojectdialog.h"
#include "settings/personalenvironments.h"
#include "settings/settings.h"
#include "shellfixture.h"
#include "test.h"
#include "workbench/workbench.h"

#include <KMessageWidget>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Whimbrel::Test::NoSecrets;
using Whimbrel::Test::SmallProject;

class TstDialogs : public Whimbrel::Test::TestCase
{
    Q_OBJECT

private:
    std::unique_ptr<SmallProject> m_files;
    std::shared_ptr<NoSecrets> m_secrets;
    std::unique_ptr<Workbench> m_workbench;

    static QString read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    static void clickAccept(const QDialog &dialog)
    {
        const auto *box = dialog.findChild<QDialogButtonBox *>();
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QDialogButtonBox::AcceptRole)
                button->click();
        }
    }

private Q_SLOTS:
    void init()
    {
        Whimbrel::Test::TestCase::init();
        Whimbrel::Test::freshStart();
        m_files = std::make_unique<SmallProject>();
        m_secrets = std::make_shared<NoSecrets>();
        m_workbench = std::make_unique<Workbench>(m_secrets);
        m_workbench->openProject(m_files->folder());
        QTRY_COMPARE(m_workbench->connectionState(), ConnectionState::Connected);
    }

    void cleanup()
    {
        m_workbench.reset();
        m_files.reset();
    }

    void newMigrationShowsItsFileAndOpensIt()
    {
        QPointer<NewMigrationDialog> dialog = new NewMigrationDialog(*m_workbench);
        dialog->open();
        QSignalSpy opened(m_workbench.get(), &Workbench::openFileRequested);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"description"_s), u"add order total"_s);
        const auto shows = [&dialog](const QString &text) {
            const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&text](const QLabel *label) { return label->text().contains(text); });
        };
        QTRY_VERIFY(shows(u"_add_order_total.sql"_s));
        QVERIFY(QDir(m_files->folder() + u"/db/migrations"_s).entryList({u"*order*"_s}).isEmpty());
        Whimbrel::Test::picture(*dialog, u"new-migration"_s);
        clickAccept(*dialog);
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(QFile::exists(opened.first().first().toString()));
        QTRY_COMPARE(m_workbench->timeline().entries.size(), 4);
    }

    void newProjectIsMadeAndNeverOverwrites()
    {
        QTemporaryDir folder;
        QPointer<NewProjectDialog> dialog = new NewProjectDialog(folder.path());
        dialog->open();
        QSignalSpy created(dialog, &NewProjectDialog::created);
        Whimbrel::Test::picture(*dialog, u"new-project"_s);
        clickAccept(*dialog);
        QTRY_COMPARE(created.count(), 1);
        QVERIFY(QFile::exists(folder.filePath(u"whimbrel.toml"_s)));

        QPointer<NewProjectDialog> again = new NewProjectDialog(folder.path());
        again->open();
        clickAccept(*again);
        QTRY_VERIFY(again->findChild<KMessageWidget *>()->isVisible());
        again->close();
    }

    void connectionTestsInTheBackground()
    {
        // A server that accepts and never answers.
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        Environment environment;
        environment.name = u"slow"_s;
        environment.url = u"postgresql://anna@127.0.0.1:%1/shop"_s.arg(silent.serverPort());
        environment.personal = true;
        QPointer<ConnectionDialog> dialog = new ConnectionDialog(*m_workbench, environment);
        dialog->open();
        auto *button = dialog->findChild<QPushButton *>(u"test"_s);
        auto *busy = dialog->findChild<QProgressBar *>();
        QElapsedTimer timer;
        timer.start();
        button->click();
        QVERIFY(busy->isVisible());
        QTRY_VERIFY(silent.hasPendingConnections());
        Whimbrel::Test::picture(*dialog, u"connection-testing"_s);
        button->click();
        QVERIFY(!busy->isVisible());
        QVERIFY(timer.elapsed() < 5000);
        dialog->close();
    }

    void connectionTestSaysWhatIsWrong()
    {
        Environment environment;
        environment.name = u"nowhere"_s;
        environment.url = u"postgresql://anna@127.0.0.1:1/shop"_s;
        QPointer<ConnectionDialog> dialog = new ConnectionDialog(*m_workbench, environment);
        dialog->open();
        dialog->findChild<QPushButton *>(u"test"_s)->click();
        auto *message = dialog->findChild<KMessageWidget *>();
        QTRY_VERIFY(message->isVisible());
        QCOMPARE(message->messageType(), KMessageWidget::Error);
        // What happened, more of it, and what to do: a line each.
        const QStringList lines = message->text().split(u"<br>"_s);
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines.at(0).endsWith(u"Connection refused"_s), qPrintable(lines.at(0)));
        QVERIFY2(lines.at(1).startsWith(u"Is the server running"_s), qPrintable(lines.at(1)));
        QVERIFY2(lines.at(2).startsWith(u"Check host and port"_s), qPrintable(lines.at(2)));
        Whimbrel::Test::picture(*dialog, u"connection-error"_s);
        dialog->close();
    }

    void connectionIsPersonalAndWithoutPassword()
    {
        Environment fresh;
        fresh.personal = true;
        QPointer<ConnectionDialog> dialog = new ConnectionDialog(*m_workbench, fresh);
        dialog->open();
        auto *kind = dialog->findChild<QComboBox *>(u"kind"_s);
        kind->setCurrentIndex(1);
        dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"mine"_s);
        dialog->findChild<QLineEdit *>(u"host"_s)->setText(u"127.0.0.1"_s);
        dialog->findChild<QSpinBox *>(u"port"_s)->setValue(1);
        dialog->findChild<QLineEdit *>(u"database"_s)->setText(u"shop"_s);
        dialog->findChild<QLineEdit *>(u"user"_s)->setText(u"anna"_s);
        dialog->findChild<QLineEdit *>(u"password"_s)->setText(u"very secret"_s);
        dialog->findChild<QCheckBox *>(u"protected"_s)->setChecked(true);
        Whimbrel::Test::picture(*dialog, u"connection-new"_s);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        QTRY_VERIFY(!dialog || !dialog->isVisible());
        QCOMPARE(m_secrets->stored, u"very secret"_s);
        const QList<Environment> mine = personalEnvironments(m_files->folder());
        QCOMPARE(mine.size(), 1);
        QCOMPARE(mine.first().url, u"postgresql://anna@127.0.0.1:1/shop"_s);
        QVERIFY(mine.first().isProtected);
        openSettings()->sync();
        QVERIFY(!read(openSettings()->fileName()).contains(u"very secret"_s));
        QVERIFY(!read(m_files->folder() + u"/whimbrel.toml"_s).contains(u"mine"_s));
        QCOMPARE(m_workbench->target()->environment, u"mine"_s);
        QTRY_COMPARE(m_workbench->connectionState(), ConnectionState::Failed);
        QVERIFY(!m_workbench->connectionMessage().contains(u"very secret"_s));
    }

    void savedPasswordIsForgotten()
    {
        Environment environment;
        environment.name = u"mine"_s;
        environment.url = u"postgresql://anna@127.0.0.1:1/shop"_s;
        environment.personal = true;
        QPointer<ConnectionDialog> dialog = new ConnectionDialog(*m_workbench, environment);
        dialog->open();
        auto *forget = dialog->findChild<QPushButton *>(u"forgetPassword"_s);
        QVERIFY(forget->isVisible());
        dialog->findChild<QLineEdit *>(u"user"_s)->setText(u"eve"_s); // not saved: nobody's password
        forget->click();
        auto *message = dialog->findChild<KMessageWidget *>();
        QTRY_VERIFY(message->isVisible());
        QCOMPARE(message->messageType(), KMessageWidget::Positive);
        QCOMPARE(m_secrets->forgotten, QStringList{environment.url});
        QTRY_VERIFY(!message->isShowAnimationRunning());
        Whimbrel::Test::picture(*dialog, u"connection-forgotten"_s);
        dialog->findChild<QComboBox *>(u"kind"_s)->setCurrentIndex(0);
        QVERIFY(!forget->isVisible()); // a file has none
        dialog->close();
    }

    void removedEnvironmentTakesItsPasswordAlong()
    {
        Environment environment;
        environment.url = u"postgresql://anna@127.0.0.1:1/shop"_s;
        environment.personal = true;
        for (const QString &name : {u"mine"_s, u"again"_s}) {
            environment.name = name;
            QVERIFY(m_workbench->saveEnvironment(environment));
        }
        const auto answer = [this](const QString &name, const QString &word) {
            askToRemoveEnvironment(*m_workbench, name, nullptr);
            const QWidgetList windows = QApplication::topLevelWidgets();
            const auto isBox = [](const QWidget *window) { return window->isVisible() && qobject_cast<const QMessageBox *>(window); };
            auto *box = qobject_cast<QMessageBox *>(*std::ranges::find_if(windows, isBox));
            QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
            Whimbrel::Test::picture(*box, u"remove-environment"_s);
            const QList<QAbstractButton *> buttons = box->buttons();
            (*std::ranges::find_if(buttons, [&](const QAbstractButton *button) { return button->text().remove(u'&') == word; }))->click();
        };
        const auto names = [this] {
            QStringList all;
            for (const Environment &known : m_workbench->environments())
                all << known.name;
            return all;
        };
        answer(u"mine"_s, u"Cancel"_s);
        QVERIFY(names().contains(u"mine"_s));
        answer(u"mine"_s, u"Remove"_s);
        QVERIFY(!names().contains(u"mine"_s));
        QVERIFY(!m_workbench->target() || m_workbench->target()->environment != u"mine"_s);
        answer(u"again"_s, u"Remove"_s);
        QTRY_COMPARE(m_secrets->forgotten, QStringList{environment.url}); // once: while the other was there it was needed
        QCOMPARE(names(), (QStringList{u"dev"_s, u"production"_s}));
        answer(u"dev"_s, u"Remove"_s); // the project's own stay
        QVERIFY(names().contains(u"dev"_s));
    }

    void sharedConnectionGoesToTheProjectFile()
    {
        Environment fresh;
        fresh.personal = true;
        QPointer<ConnectionDialog> dialog = new ConnectionDialog(*m_workbench, fresh);
        dialog->open();
        dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"staging"_s);
        dialog->findChild<QLineEdit *>(u"file"_s)->setText(u"staging.db"_s);
        dialog->findChild<QCheckBox *>(u"shared"_s)->setChecked(true);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        QTRY_VERIFY(!dialog || !dialog->isVisible());
        QVERIFY(read(m_files->folder() + u"/whimbrel.toml"_s).contains(u"[environment.staging]"_s));
        QTRY_VERIFY(m_workbench->target() && m_workbench->target()->environment == u"staging"_s);
    }

    void formKeepsWhatItDoesNotShow()
    {
        Environment environment;
        environment.name = u"production"_s;
        environment.url = u"postgresql://deploy@db:5433/shop?keepalives=1&sslmode=verify-full"_s;
        environment.healthUrl = u"https://shop/health"_s;
        environment.color = u"#c0392b"_s;
        environment.role = u"owner"_s;
        environment.isProtected = true;
        ConnectionForm form(QDir(m_files->folder()));
        form.setEnvironment(environment);
        QCOMPARE(form.environment(), environment);
        environment.url = u"sqlite:shop.db"_s;
        environment.role.clear();
        form.setEnvironment(environment);
        QCOMPARE(form.environment().url, environment.url);
    }
};

WHIMBREL_TEST(TstDialogs)

#include "tst_dialogs.moc"
